"""The state of a conversation survives being written down, whatever the tables have become."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from triage.levels import Level
from triage.tables import load
from triage.turn import Conversation, Message, advance, from_json, to_json

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.utc)
TABLES = load()


def _after(*texts: str) -> Conversation:
    state = Conversation()
    for number, text in enumerate(texts):
        state = advance(state, Message(text), NOW + timedelta(minutes=number), TABLES).state
    return state


def test_what_is_written_is_read_back_the_same() -> None:
    state = _after("I have diarrhea", "3", "what if I get a rash", "I had CAR-T last month")

    assert from_json(to_json(state), TABLES) == state


def test_a_symptom_the_tables_no_longer_have_is_left_out() -> None:
    state = _after("I have diarrhea and a rash")
    symptoms = {name: s for name, s in TABLES.symptoms.items() if name != "rash"}

    read = from_json(to_json(state), replace(TABLES, symptoms=symptoms))

    assert set(read.case.findings) == {"diarrhoea"}


def test_a_question_that_is_gone_gives_the_level_without_an_answer() -> None:
    state = _after("I have diarrhea")
    questions = {name: q for name, q in TABLES.questions.items() if name != state.pending}
    symptoms = {
        name: replace(symptom, ask=tuple(q for q in symptom.ask if q != state.pending))
        for name, symptom in TABLES.symptoms.items()
    }
    newer = replace(TABLES, questions=questions, symptoms=symptoms)

    turn = advance(from_json(to_json(state), newer), Message("yes"), NOW, newer)

    assert turn.state.pending not in (state.pending, *newer.questions)
    assert turn.state.level is TABLES.symptoms["diarrhoea"].if_unanswered is Level.URGENT
