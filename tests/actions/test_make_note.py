"""The nurse's note: what was said, answered and advised, in plain text."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import pytest

pytest.importorskip("rasa_sdk")

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.make_note import INTRODUCTION, NOTHING_YET, MakeNote, note

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.utc)
FACTS: dict[str, Any] = {
    "level": "urgent",
    "advice": "urgent",
    "advised_at": "2026-11-23T09:12:05.123456+00:00",
    "reporter": "patient",
    "present": [{"name": "diarrhea", "words": "the runs"}],
    "absent": ["fever"],
    "answers": [{"question": "Is there any blood in your stool?", "answer": "yes"}],
    "therapies": ["CAR-T cells"],
    "rules": [{"id": "diarrhoea.blood", "why": "blood with diarrhea"}],
    "unanswered": ["How bad is the pain?"],
    "tables": "265894a11c27",
}


def test_it_holds_what_was_said_answered_advised_and_why() -> None:
    text = note(FACTS, NOW)

    assert text.startswith(INTRODUCTION)
    assert 'The patient reports: diarrhea ("the runs").' in text
    assert "Says there is no: fever." in text
    assert "Treatment: CAR-T cells." in text
    assert "Is there any blood in your stool? yes" in text
    assert "How bad is the pain? Not answered." in text
    assert "Rule diarrhoea.blood: blood with diarrhea." in text
    assert "phone the care team's 24-hour line now" in text


def test_before_any_advice_it_says_so() -> None:
    text = note({**FACTS, "level": None, "advice": None, "advised_at": None}, NOW)

    assert "\nADVICE. None given yet.\n" in text


def test_it_says_when_the_advice_was_shown_and_which_rules_decided() -> None:
    text = note(FACTS, NOW)

    assert "2026-11-23T09:12:05+00:00" in text
    assert "2026-11-23T09:30:00+00:00" in text
    assert "tables 265894a11c27" in text
    assert "not a clinical grade" in text


def test_it_says_that_a_carer_reports() -> None:
    assert "A carer reports: diarrhea" in note({**FACTS, "reporter": "carer"}, NOW)


def test_a_long_quote_is_cut_and_braces_are_harmless() -> None:
    said = [{"name": "rash", "words": "{spots} " + "all over " * 40}]

    text = note({**FACTS, "present": said}, NOW)

    assert "{" not in text
    assert "..." in text


@pytest.mark.parametrize("facts", [{}, {"present": [], "level": None}])
def test_with_nothing_told_it_asks_what_the_person_feels(facts: dict[str, Any]) -> None:
    assert note(facts, NOW) == NOTHING_YET


def test_the_action_says_the_note_and_changes_nothing() -> None:
    dispatcher = CollectingDispatcher()
    tracker = Tracker("a", {"triage_note": json.dumps(FACTS)}, {}, [], False, None, {}, "")

    events = MakeNote().run(dispatcher, tracker, {})

    assert events == []
    assert [message["text"].startswith(INTRODUCTION) for message in dispatcher.messages] == [True]
    assert MakeNote().name() == "action_make_note"


def test_a_sign_that_may_be_over_is_told_apart() -> None:
    text = note({**FACTS, "in_doubt": ["confusion"]}, NOW)

    assert "Had before, not sure it is there now: confusion." in text
