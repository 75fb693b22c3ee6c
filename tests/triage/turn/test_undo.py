"""Going back one question."""

from __future__ import annotations

from datetime import datetime, timezone

from triage.levels import Level
from triage.model import Status
from triage.tables import Tables
from triage.turn import Answering, Conversation, Turn, advance, read_message

NOW = datetime(2026, 11, 23, tzinfo=timezone.utc)


def walk(tables: Tables, *messages: str) -> Turn:
    state = Conversation()
    for message in messages:
        turn = advance(state, read_message(message), NOW, tables)
        state = turn.state
    return turn


def answer(question: str, value: str) -> str:
    return f'/answer{{"question": "{question}", "value": "{value}"}}'


def undo(question: str) -> str:
    return f'/undo{{"question": "{question}"}}'


def says(turn: Turn) -> list[str]:
    return [say.text for say in (*turn.head, *turn.tail)]


def test_the_question_gone_back_to_is_asked_again_and_its_answer_is_gone(tables: Tables) -> None:
    before = walk(tables, "I have diarrhea")
    first = before.state.pending
    assert first is not None
    turn = walk(tables, "I have diarrhea", answer(first, "2"), undo(first))
    assert turn.state.pending == first
    assert first not in turn.state.case.answers
    assert turn.answer is Answering.NONE
    assert says(turn) == [f"ask_{first}"]


def test_a_question_that_was_not_asked_cannot_be_gone_back_to(tables: Tables) -> None:
    turn = walk(tables, "I have diarrhea", undo("temp_c"))
    assert says(turn)[0] == "stale_button"


def test_the_name_of_the_question_is_not_taken_for_a_report(tables: Tables) -> None:
    turn = walk(tables, "I have diarrhea", undo("stool_blood"))
    assert "blood_in_stool" not in turn.state.case.findings
    assert turn.state.level is None


def test_a_level_once_told_stays_when_its_answer_is_taken_back(tables: Tables) -> None:
    first = walk(tables, "I have diarrhea").state.pending
    assert first is not None
    told = walk(tables, "I have diarrhea", answer(first, "9"))
    turn = walk(tables, "I have diarrhea", answer(first, "9"), undo(first))
    assert told.state.level is not None
    assert turn.state.level is told.state.level
    assert turn.state.level >= Level.URGENT
    assert says(turn)


def test_whether_it_is_there_now_can_be_taken_back(tables: Tables) -> None:
    no = answer("happening_now", "no")
    turn = walk(tables, "I was confused", no, undo("happening_now"))
    assert says(turn) == ["ask_happening_now"]
    assert turn.state.case.findings["confusion"] is Status.UNCLEAR
