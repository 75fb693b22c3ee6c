"""The texts of domain.yml: plain, short, complete, and never what must not be said."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
import yaml

from rasa_bridge.clinic import KEYS
from rasa_bridge.follow_ups import spoken
from rasa_bridge.placeholders import placeholders
from tests.answers.reading import grade, longest_sentence
from triage.levels import Level
from triage.tables import load
from triage.turn import Conversation, advance, read_message

ROOT = Path(__file__).parents[2]
WHY = "Why: {triage_because}."
ESCALATIONS = (
    "utter_emergency",
    "utter_emergency_cart",
    "utter_emergency_suicide",
    "utter_emergency_suicide_carer",
    "utter_urgent",
    "utter_same_day",
)
MOST_WORDS = 60
NEVER = re.compile(
    r"\b(you are fine|you're fine|nothing to worry|it will pass|safe to wait|just a cold"
    r"|mg\b|tablets? of|loperamide|imodium|paracetamol|stop taking|start taking)",
    re.IGNORECASE,
)


def _texts() -> dict[str, str]:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    return {
        name: " ".join(variation["text"] for variation in variations)
        for name, variations in domain["responses"].items()
    }


TEXTS = _texts()


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_can_be_read_by_most_people(name: str) -> None:
    text = TEXTS[name].replace(WHY, "")

    assert grade(text) <= (6 if name in ESCALATIONS else 8)
    assert longest_sentence(text) <= 20
    assert not NEVER.search(text)


def test_the_typical_text_is_at_grade_six_or_lower() -> None:
    assert statistics.median(grade(text) for text in TEXTS.values()) <= 6


@pytest.mark.parametrize("name", ESCALATIONS)
def test_an_escalation_is_at_most_sixty_words_beside_its_reason(name: str) -> None:
    assert len(TEXTS[name].replace(WHY, "").split()) <= MOST_WORDS


@pytest.mark.parametrize("name", [f"utter_{level.id}" for level in Level][1:])
def test_an_escalation_gives_its_reason(name: str) -> None:
    assert WHY in TEXTS[name]


@pytest.mark.parametrize("name", ["utter_emergency", "utter_emergency_cart"])
def test_an_emergency_names_the_emergency_number_before_the_care_team(name: str) -> None:
    text = TEXTS[name]

    assert text.index("{emergency_number}") < text.index("{care_team_phone}")


@pytest.mark.parametrize("name", ["utter_unsure", "utter_ask_danger_signs", "utter_if_it_happens"])
def test_what_is_not_understood_is_met_with_the_danger_signs(name: str) -> None:
    for sign in ("chest pain", "trouble breathing", "fainting", "confusion", "heavy bleeding"):
        assert sign in TEXTS[name]
    assert "{emergency_number}" in TEXTS[name]


def test_everything_the_triage_says_has_a_text() -> None:
    missing = {f"utter_{name}" for name in _said_by_the_triage()} - TEXTS.keys()

    assert missing == set()


def test_every_placeholder_has_words() -> None:
    noon = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
    turn = advance(Conversation(), read_message("hello"), noon, load())
    known = {*KEYS, *turn.words, *spoken.SLOTS}

    for name, text in TEXTS.items():
        assert set(placeholders([{"text": text}])) <= known, name


def _said_by_the_triage() -> Iterator[str]:
    """Every `Say(...)` in triage/turn, with each level in place of a variable one."""
    for path in (ROOT / "triage" / "turn").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Say"):
                continue
            (argument,) = node.args
            if isinstance(argument, ast.Constant):
                yield str(argument.value)
            elif isinstance(argument, ast.JoinedStr):
                prefix = argument.values[0]
                if isinstance(prefix, ast.Constant) and prefix.value != "ask_":
                    yield from (f"{prefix.value}{level.id}" for level in Level)
