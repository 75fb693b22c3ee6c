"""The facts of the nurse's note, in words a nurse can read."""

from __future__ import annotations

from datetime import datetime, timezone

from triage.tables import load
from triage.turn import Button, Conversation, Message, advance, note_facts

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.utc)
TABLES = load()


def test_it_holds_findings_answers_advice_rules_and_what_is_open() -> None:
    first = advance(Conversation(), Message("I have diarrhea but no rash"), NOW, TABLES).state
    pressed = Message(button=Button(str(first.pending), "dont_know"), chosen=True)
    second = advance(first, pressed, NOW, TABLES).state
    third = advance(second, Message("about 8 times a day, with blood"), NOW, TABLES).state

    facts = note_facts(third, TABLES)

    assert facts["present"][0]["name"] == "diarrhea"
    assert facts["absent"] == [TABLES.symptoms["rash"].name]
    assert facts["level"] == "urgent"
    assert facts["advised_at"] == NOW.isoformat()
    assert TABLES.questions[str(first.pending)].ask in facts["unanswered"]
    assert facts["rules"]
    assert facts["tables"] == TABLES.hash
    assert "suspects" not in facts


def test_a_sign_that_may_be_over_is_told_apart_and_fires_no_rule() -> None:
    state = advance(Conversation(), Message("I was confused"), NOW, TABLES).state

    facts = note_facts(state, TABLES)

    assert facts["in_doubt"] == ["confusion"]
    assert facts["present"] == []
    assert facts["rules"] == []
