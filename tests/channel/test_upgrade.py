"""A new version takes over the open conversations of the old one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.channel.served import Answer, Client
from tests.real_bot import ROOT, new_bot

pytestmark = [pytest.mark.slow, pytest.mark.system, pytest.mark.timeout(900)]

SOURCES = ("clinical", "data", "domain.yml", "config.yml", "endpoints.yml")
REMOVED = "itch_sleep"
EMERGENCY = "I can't breathe and my chest hurts badly"
REWORDED = "Is the numbness going up your legs, or into your arms, now?"


@dataclass(frozen=True)
class Open:
    """A conversation as it stood when the old version was stopped."""

    token: str
    history: list[dict[str, Any]]

    @property
    def buttons(self) -> dict[str, str]:
        return {b["title"]: b["id"] for b in self.history[-1]["buttons"]}


@dataclass(frozen=True)
class Upgraded:
    """The new version, serving the store of the old one."""

    chat: Client
    itching: Open
    numb: Open
    tingling: Open
    emergency: Open


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Upgraded]:
    bot = new_bot(tmp_path_factory.mktemp("bot"))
    newer = _newer_project(tmp_path_factory.mktemp("newer"))
    chat = Client(bot.port)
    try:
        bot.start()
        opened = [
            _open(chat, text)
            for text in ("my skin is itchy", "my feet are numb", "my feet are numb", EMERGENCY)
        ]
        bot.stop()
        (model,) = (newer / "models").glob("*.tar.gz")
        assert model.name != bot.model.name
        bot.model = model
        bot.environment["IMMUNO_TRIAGE_CLINICAL"] = str(newer / "clinical")
        bot.start()
        yield Upgraded(chat, *opened)
    finally:
        bot.stop()


def _open(chat: Client, text: str) -> Open:
    token = chat.session()
    assert chat.say(token, text, "old-1").status == 200
    return Open(token, chat.history(token))


def _newer_project(folder: Path) -> Path:
    """Train a version in which one question is gone and another has other words."""
    for part in SOURCES:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
        copy(ROOT / part, folder / part)
    shutil.copyfile(ROOT / "tests" / "clinic_of_the_tests.yml", folder / "clinic.yml")
    skin = folder / "clinical" / "symptoms" / "skin.yml"
    text = skin.read_text(encoding="utf-8")
    for mention in (f"{REMOVED}, ", f"{REMOVED} == True or ", f" or {REMOVED} == True"):
        text = text.replace(mention, "")
    skin.write_text(text, encoding="utf-8")
    questions = folder / "clinical" / "questions.yml"
    kept: list[str] = []
    block = ""
    for line in questions.read_text(encoding="utf-8").splitlines():
        if line[:1].isalpha():
            block = line.rstrip(":")
        if block == "weak_spread" and line.startswith("  ask: "):
            kept.append(f'  ask: "{REWORDED}"')
        elif block != REMOVED:
            kept.append(line)
    questions.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert REMOVED not in "".join(p.read_text("utf-8") for p in folder.rglob("*.yml"))
    subprocess.run([sys.executable, "-m", "rasa_bridge", "train"], cwd=folder, check=True)
    return folder


def _triage(answer: Answer) -> dict[str, Any]:
    assert answer.status == 200
    return dict(answer.json["messages"][0]["triage"])


@pytest.mark.parametrize("name", ["itching", "numb", "tingling", "emergency"])
def test_the_history_is_what_it_was(upgraded: Upgraded, name: str) -> None:
    before: Open = getattr(upgraded, name)
    now = upgraded.chat.history(before.token)[: len(before.history)]
    # Only the newest turn has buttons, and another test may have tapped one of them by now.
    plain = [[(m["id"], m["from"], m["text"]) for m in shown] for shown in (before.history, now)]
    assert plain[0] == plain[1]


def test_a_button_shown_by_the_old_version_answers_the_open_question(upgraded: Upgraded) -> None:
    numb = upgraded.numb
    assert numb.history[-1]["question"]["id"] == "weak_spread"

    answered = upgraded.chat.tap(numb.token, numb.buttons["Yes"], "new-1")

    assert _triage(answered)["level"] == "emergency"


def test_the_open_question_is_asked_again_in_the_new_words(upgraded: Upgraded) -> None:
    chat, tingling = upgraded.chat, upgraded.tingling
    assert REWORDED not in str(tingling.history)

    thanked = chat.say(tingling.token, "thank you", "new-1").json["messages"][-1]

    assert REWORDED in thanked["text"]
    assert thanked["question"] == tingling.history[-1]["question"]


def test_a_question_the_new_version_no_longer_has_gives_the_cautious_level(
    upgraded: Upgraded,
) -> None:
    chat, itching = upgraded.chat, upgraded.itching
    assert itching.history[-1]["question"]["id"] == REMOVED
    assert "triage" not in itching.history[-1]

    answered = chat.tap(itching.token, itching.buttons["No"], "new-1")

    assert _triage(answered)["level"] == "same_day"
    assert "question" not in answered.json["messages"][-1]


def test_an_emergency_stays_one(upgraded: Upgraded) -> None:
    answered = upgraded.chat.say(upgraded.emergency.token, "thank you", "new-1")
    assert _triage(answered)["level"] == "emergency"


def test_a_message_the_old_version_answered_is_not_processed_again(upgraded: Upgraded) -> None:
    chat, emergency = upgraded.chat, upgraded.emergency
    before = chat.history(emergency.token)
    again = chat.say(emergency.token, EMERGENCY, "old-1")
    assert _triage(again)["level"] == "emergency"
    assert chat.history(emergency.token) == before
