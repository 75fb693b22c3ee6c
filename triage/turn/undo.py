"""Takes an answer back, so that its question can be asked again."""

from __future__ import annotations

from dataclasses import replace

from triage.model import Status
from triage.turn import picker
from triage.turn.screens import HAPPENING_NOW, PICKER
from triage.turn.state import Conversation


def reopen(state: Conversation, question: str) -> Conversation | None:
    """Return the conversation with this question open again.

    Its answer is gone, as if it had never been given; a level that was told stays. None where
    the question was not asked in this case.
    """
    if question in PICKER:
        return picker.without_tapped(state, question)
    case = state.case
    if question != state.pending and question not in case.asked:
        return None
    others = {name: value for name, value in case.answers.items() if name != question}
    reopened = replace(
        case,
        answers=others,
        given_up=case.given_up - {question},
        asked=tuple(name for name in case.asked if name != question),
    )
    unusable = {name: count for name, count in state.unusable.items() if name != question}
    state = replace(state, case=reopened, pending=question, unusable=unusable)
    if question == HAPPENING_NOW and question in case.asked:
        for symptom in state.wondered:
            state = state.with_finding(symptom, Status.UNCLEAR)
    return state
