"""Danger signs told in a way that leaves in doubt whether they are there: they are asked about.

"I was short of breath" may be this morning or last year. Where the sign would change the level,
the person is asked whether it is there now, and reads what to do if it is. Without an answer it
counts as there. Two signs of one emergency are not asked about: together they count. Thoughts of
suicide have a gentle question of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from triage.decide import decide
from triage.levels import Level, highest
from triage.model import Case, Decision, Status
from triage.questions import may_ask
from triage.tables import Tables
from triage.turn.screens import HAPPENING_NOW, HARM_SYMPTOM, SCREENS, THOUGHTS_OF_HARM
from triage.turn.state import Conversation


@dataclass(frozen=True)
class Doubt:
    """Symptoms that may be there, and what holds until the person says so."""

    symptoms: tuple[str, ...]
    decision: Decision
    """The level without them, the advice as if they were there, and the question about them."""


def find(case: Case, tables: Tables) -> Doubt | None:
    """Return what is in doubt and matters, None where nothing is.

    Args:
        case: the case so far; symptoms in doubt have the status `unclear` in it.
        tables: the clinical tables.
    """
    symptoms = unsure(case)
    if not symptoms:
        return None
    sure, held = decide(_with(case, symptoms, Status.PAST), tables), decide(case, tables)
    together = len(symptoms) > 1 and held.level is Level.EMERGENCY
    if together or not may_ask(case, sure.level) or not _more(held, sure):
        return None
    asked = question_about(symptoms)
    decision = replace(
        sure,
        advice_level=highest(held.level, held.advice_level),
        unresolved=(asked, *held.unresolved),
        next_question=asked,
    )
    return Doubt(symptoms, decision)


def unsure(case: Case) -> tuple[str, ...]:
    """Return the symptoms of the case that are in doubt."""
    return tuple(name for name, status in case.findings.items() if status is Status.UNCLEAR)


def asks(state: Conversation) -> bool:
    """Tell whether the open question is about a sign that may be there."""
    symptoms = unsure(state.case)
    return bool(symptoms) and state.pending == question_about(symptoms)


def question_about(symptoms: tuple[str, ...]) -> str:
    """Return the screen that asks about symptoms in doubt."""
    return THOUGHTS_OF_HARM if HARM_SYMPTOM in symptoms else HAPPENING_NOW


def waits(state: Conversation) -> bool:
    """Tell whether a question about what was reported is open."""
    return asks(state) or (state.pending is not None and state.pending not in SCREENS)


def counted(state: Conversation) -> Conversation:
    """Return the conversation with everything in doubt taken for there."""
    return replace(state, case=_with(state.case, unsure(state.case), Status.PRESENT))


def _more(held: Decision, sure: Decision) -> bool:
    most, least = highest(held.level, held.advice_level), highest(sure.level, sure.advice_level)
    return most is not None and (least is None or most > least)


def _with(case: Case, symptoms: tuple[str, ...], status: Status) -> Case:
    return replace(case, findings={**case.findings, **dict.fromkeys(symptoms, status)})
