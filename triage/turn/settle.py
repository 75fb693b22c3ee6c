"""Decides, and chooses the question that waits for an answer."""

from __future__ import annotations

from dataclasses import replace

from triage.decide import decide
from triage.levels import Level
from triage.model import Case, Decision
from triage.tables import Tables
from triage.turn import doubt, screens
from triage.turn.state import Conversation


def settle(state: Conversation, tables: Tables) -> tuple[Conversation, Decision]:
    """Decide, and choose the pending question: the one that waits while it still matters.

    Args:
        state: the conversation with the message in it.
        tables: the clinical tables.

    `Case.asked` holds the questions that are done with. The pending one is not among them, so
    that asking it again costs nothing of what may still be asked.
    """
    case, pending = state.case, state.pending
    clinical = pending is not None and pending not in screens.SCREENS
    if clinical and _is_answered(case, pending):
        state = state.with_pending_done()
    unsure = doubt.find(state.case, tables)
    gentle = state.pending == screens.THOUGHTS_OF_HARM
    if unsure is not None and (not gentle or unsure.decision.next_question == state.pending):
        asking = replace(state, pending=unsure.decision.next_question, wondered=unsure.symptoms)
        return asking, unsure.decision
    decision = decide(state.case, tables)
    if state.pending and clinical and state.pending not in decision.unresolved:
        state = state.with_pending_done()
        decision = decide(state.case, tables)
    waiting = state.pending if decision.level is not Level.EMERGENCY else None
    first = waiting if clinical or gentle else None
    chosen = first or decision.next_question or waiting
    case = state.case
    if decision.level is not None and decision.level >= Level.URGENT:
        reached = len(case.asked) if case.asked_at_urgent is None else case.asked_at_urgent
        case = replace(case, asked_at_urgent=reached)
    return replace(state, case=case, pending=chosen), decision


def _is_answered(case: Case, question: str | None) -> bool:
    named = question == "therapy" and bool(case.therapies)
    return named or question in case.answers or question in case.given_up
