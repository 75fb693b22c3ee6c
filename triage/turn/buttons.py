"""What a button means: also one that was tapped late, or twice."""

from __future__ import annotations

from triage.model import Answer, Finding, Status
from triage.tables import Question, Tables, fits
from triage.turn.heard import Heard
from triage.turn.message import Button
from triage.turn.picker import pressed
from triage.turn.screens import (
    DANGER_SIGNS,
    DONT_KNOW,
    HAPPENING_NOW,
    HARM_SYMPTOM,
    PICKER,
    SCREENS,
    THOUGHTS_OF_HARM,
)
from triage.turn.state import Conversation


def tapped(state: Conversation, button: Button, tables: Tables) -> Heard:
    """Return what a button means here; it is applied to the question it names.

    Args:
        state: the conversation before it was tapped.
        button: the question and the value it stands for.
        tables: the clinical tables.
    """
    question, value = button.question, button.value
    if question in PICKER and value != DONT_KNOW:
        return _picked(state, button, tables)
    if question in SCREENS:
        if question == state.pending and value in SCREENS[question]:
            danger = question == DANGER_SIGNS and state.screened and value == "yes"
            return Heard(screen=value, danger=danger)
        return _late_yes(state, question) if value == "yes" else Heard(stale=True)
    if question not in tables.questions or question not in (state.pending, *state.case.asked):
        return Heard(stale=True)
    if value == DONT_KNOW:
        return Heard(unknown=frozenset({question}))
    answer = _value(tables.questions[question], value)
    return Heard(stale=True) if answer is None else Heard(answers={question: answer})


def _late_yes(state: Conversation, question: str) -> Heard:
    """Return what a yes to a screen says that is open no longer: a danger counts all the same."""
    if question == DANGER_SIGNS and state.screened:
        return Heard(screen="yes", danger=True)
    asked_about = {THOUGHTS_OF_HARM: (HARM_SYMPTOM,), HAPPENING_NOW: state.wondered}
    found = tuple(
        Finding(symptom, Status.PRESENT, "yes", "", 0, len("yes"))
        for symptom in asked_about.get(question, ())
    )
    return Heard(findings=found) if found else Heard(stale=True)


def _picked(state: Conversation, button: Button, tables: Tables) -> Heard:
    picked = pressed(state, button, tables)
    if picked is None:
        return Heard(stale=True)
    if picked.area:
        return Heard(area=picked.area)
    finding = Finding(picked.symptom, Status.PRESENT, picked.words, "", 0, len(picked.words))
    return Heard(findings=(finding,), tapped=picked.symptom)


def _value(question: Question, text: str) -> Answer | None:
    """Return the value a button stands for, None where the question does not take it."""
    value: Answer | None = text
    if question.type == "yes_no":
        value = {"yes": True, "no": False}.get(text)
    elif question.type == "number":
        try:
            value = float(text)
        except ValueError:
            return None
    return value if value is not None and fits(question, value) else None
