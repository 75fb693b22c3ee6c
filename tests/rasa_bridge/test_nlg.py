"""The last guard: no message is empty, unfilled, or says None."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

Saying = Callable[[str | None], str]
CLINIC = Path(__file__).parents[1] / "clinic_of_the_tests.yml"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Saying:
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.trackers import DialogueStateTracker

    from rasa_bridge.nlg import ClinicNLG

    monkeypatch.setenv("IMMUNO_TRIAGE_CLINIC", str(CLINIC))

    def say(text: str | None) -> str:
        response = {"channel": "other", "text": "x"} if text is None else {"text": text}
        domain = Domain.from_dict(
            {
                "responses": {"utter_x": [response]},
                "slots": {"empty": {"type": "text", "mappings": [{"type": "custom"}]}},
            }
        )
        tracker = DialogueStateTracker("a", domain.slots)
        message = asyncio.run(ClinicNLG(None, domain).generate("utter_x", tracker, "chat"))
        assert message is not None
        return str(message["text"])

    return say


def test_the_clinics_numbers_are_filled_in(said: Saying) -> None:
    assert said("Call {care_team_phone}.") == "Call 555-0100."


@pytest.mark.parametrize("text", [None, "", "You told me {empty}.", "Call {no_such_thing}."])
def test_what_cannot_be_said_becomes_the_danger_signs(said: Saying, text: str | None) -> None:
    reply = said(text)

    assert "chest pain" in reply
    assert "112" in reply
    assert "555-0100" in reply
