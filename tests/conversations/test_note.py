"""The nurse's note through the real action server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversations.talk import Bot

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def action_server() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "actions", "--port", str(port)], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    _wait_for(port, server)
    yield f"http://127.0.0.1:{port}/webhook"
    server.terminate()
    server.wait(timeout=20)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the action server ended"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the action server did not start")


@pytest.mark.slow
def test_a_note_holds_what_was_said_and_the_question_is_asked_again(
    bot: Bot, model_file: Path, action_server: str
) -> None:
    talk = Bot.load(model_file, bot.loop, actions=action_server).talk()
    talk.say("I have had the runs 8 times today")
    question = talk.question

    reply = talk.say("make a note for the nurse")

    note = reply.texts[0]
    assert "diarrhea" in note
    assert "phone the care team's 24-hour line now" in note
    assert talk.slot("triage_tables") in note
    assert all(rule in note for rule in talk.slot("triage_rules"))
    assert reply.responses[-1] == f"utter_ask_{question}"
