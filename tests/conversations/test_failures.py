"""What the patient reads when something inside breaks: the danger signs, never silence."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasa_bridge import nlu, turns
from tests.conversations.talk import Bot, Talk

SECRET = "the neighbour is called Marlowe"


@pytest.mark.parametrize("where", ["perceive", "advance"])
def test_an_error_inside_becomes_the_danger_signs(
    talk: Talk,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    where: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(nlu, "perceive", fail)
    if where == "advance":
        monkeypatch.setattr(turns, "advance", fail)
    with caplog.at_level(logging.DEBUG, logger="rasa_bridge"):
        reply = talk.say(SECRET)

    ours = [record for record in caplog.records if record.name.startswith("rasa_bridge")]
    assert "112" in reply.text
    assert "chest pain" in reply.text
    assert any("ValueError at" in record.getMessage() for record in ours)
    assert not any("Marlowe" in record.getMessage() for record in ours)


def test_the_level_survives_a_state_that_cannot_be_read(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.say("my poo is black and I nearly passed out")

    def fail(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(turns, "from_json", fail)
    reply = talk.say("hello")

    assert talk.level == "emergency"
    assert "112" in reply.text


def test_without_an_action_server_the_patient_calls_without_the_note(talk: Talk) -> None:
    talk.say("I have diarrhea")
    question = talk.question

    reply = talk.say("make a note for the nurse")

    assert reply.responses == ("utter_no_note", f"utter_ask_{question}")


@pytest.fixture
def hung_server() -> Iterator[str]:
    """A server that accepts and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        held: list[socket.socket] = []

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    held.append(server.accept()[0])

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/webhook"
        for connection in held:
            connection.close()


def test_a_hung_action_server_costs_less_than_five_seconds(
    bot: Bot, model_file: Path, hung_server: str
) -> None:
    talk = Bot.load(model_file, bot.loop, actions=hung_server).talk()
    started = time.monotonic()

    reply = talk.say("make a note for the nurse")

    assert time.monotonic() - started < 5
    assert reply.responses == ("utter_no_note",)
    assert talk.say("my poo is black and I nearly passed out").responses == ("utter_emergency",)
