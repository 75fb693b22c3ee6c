"""One turn of the conversation: the state and a message in, the new state and what to say out.

The order: a break or a fresh start first, then whose case it is, then what was said, then the
decision, the question to ask, and last the words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from triage.levels import highest
from triage.model import Decision
from triage.tables import Tables
from triage.turn import doubt, screens
from triage.turn.answered_screen import answered_screen
from triage.turn.compose import Spoken, compose
from triage.turn.events import Events
from triage.turn.hear import FOLLOW_UPS, hear
from triage.turn.heard import Heard
from triage.turn.merge import merge
from triage.turn.message import Message
from triage.turn.picker import opened_area
from triage.turn.say import Turn
from triage.turn.settle import settle
from triage.turn.state import Conversation
from triage.turn.undo import reopen
from triage.turn.words import words_for

SESSION = timedelta(minutes=60)
"""After a longer silence an open question is no longer answered by the next message."""
MOST_UNUSABLE = 2


def advance(
    state: Conversation,
    message: Message,
    now: datetime,
    tables: Tables,
    session: timedelta = SESSION,
) -> Turn:
    """Return what one message does to the conversation, and what to say.

    Args:
        state: the conversation so far; `Conversation()` at its start.
        message: what the person sent.
        now: when it was sent; with a time zone, as all times of the state.
        tables: the clinical tables.
        session: the silence after which a new case begins.

    Pure: the same arguments give the same turn. The level of the conversation never falls,
    except when the person starts again.
    """
    after_break = state.last_turn_at is not None and now - state.last_turn_at > session
    if after_break:
        state = state.with_new_case()
    before = replace(state, last_turn_at=now)
    step = _step(before, message, tables, after_break=after_break)
    asked, decision = settle(step.state, tables)
    spoken = compose(asked, decision, step.events)
    return Turn(
        state=_after(spoken, decision, now),
        decision=decision,
        head=spoken.head,
        answer=spoken.answer,
        tail=spoken.tail,
        words=words_for(spoken.state, decision, spoken.why, now, tables),
    )


@dataclass(frozen=True)
class _Step:
    """The conversation with the message in it, before anything is decided."""

    state: Conversation
    events: Events


def _step(state: Conversation, message: Message, tables: Tables, *, after_break: bool) -> _Step:
    state, gone = _without_lost_question(state, tables)
    if message.undo:
        reopened = reopen(state, message.undo)
        # Nothing is perceived in it: a question's name is not what the person reports.
        heard = Heard(stale=reopened is None)
        events = Events(heard=heard, after_break=after_break, undone=reopened is not None)
        return _Step(reopened or state, events)
    heard = hear(state, message, tables)
    events = Events(heard=heard, after_break=after_break, reported=gone)
    if "start_again" in heard.flags and not heard.reports:
        fresh = replace(state.with_new_case(), level=None)
        return _Step(fresh, replace(events, restarted=True))
    if "other_person" in heard.flags and state.case.findings:
        state = state.with_new_case()
        heard = replace(heard, answers=heard.answers if heard.findings else {}, screen=None)
        events = replace(events, heard=heard, other_person=True)
    if heard.area:
        state = opened_area(state, heard.area)
    if heard.tapped:
        state = replace(state, tapped=heard.tapped)
    if heard.carer and state.about != "carer":
        state = replace(state, about="carer")
        events = replace(events, carer_came=True)
    merged = merge(state.case, heard, tables)
    state = replace(state, case=merged.case)
    said_so = merged.reported or bool(heard.answers) or heard.reports
    events = replace(events, reported=gone or said_so, took_back=merged.took_back)
    state = _worse(state, heard, tables)
    state, events = answered_screen(state, events)
    return _Step(*_gave_up(state, events))


def _without_lost_question(state: Conversation, tables: Tables) -> tuple[Conversation, bool]:
    """Close the case where the tables no longer have its pending question.

    What was asked cannot be answered any more, so every symptom takes the level it has without
    answers; asking something else in its place would leave the person without one.
    """
    pending = state.pending
    if pending is None or pending in tables.questions or pending in screens.SCREENS:
        return state, False
    open_ones = {
        question
        for name in state.case.present
        if name in tables.symptoms
        for question in tables.symptoms[name].ask
    }
    case = replace(state.case, given_up=state.case.given_up | open_ones | {"therapy"})
    return replace(state, case=case, pending=None), True


def _worse(state: Conversation, heard: Heard, tables: Tables) -> Conversation:
    """Take "it is getting worse" as the answer to that question, where a symptom asks it."""
    asks = any(
        "worse" in tables.symptoms[name].ask
        for name in state.case.present
        if name in tables.symptoms
    )
    if "worse_now" not in heard.flags or not asks:
        return state
    answers = {**state.case.answers, "worse": True}
    return replace(state, case=replace(state.case, answers=answers))


def _gave_up(state: Conversation, events: Events) -> tuple[Conversation, Events]:
    """Count a reply that does not answer the pending question; give it up at the second."""
    pending, heard = state.pending, events.heard
    if pending is None or heard.clinical or heard.digression or heard.stale or heard.area:
        return state, events
    if heard.flags & FOLLOW_UPS:
        return state, events
    if events.screen is not None or events.after_break:
        return state, events
    count = state.unusable.get(pending, 0) + 1
    state = replace(state, unusable={**state.unusable, pending: count})
    events = replace(events, unusable=True)
    if count < MOST_UNUSABLE:
        return state, events
    if pending in screens.SCREENS:
        reported = events.reported or doubt.asks(state)
        state = doubt.counted(state.with_pending_done()) if doubt.asks(state) else state
        return replace(state, pending=None), replace(events, reported=reported, gave_up=True)
    case = replace(state.case, given_up=state.case.given_up | {pending})
    return replace(state, case=case), replace(events, reported=True, gave_up=True)


def _after(spoken: Spoken, decision: Decision, now: datetime) -> Conversation:
    """Note the level that holds now, which never falls, and the advice shown last."""
    state = spoken.state
    case = replace(state.case, level=highest(state.case.level, decision.level))
    return replace(
        state,
        case=case,
        level=highest(state.level, case.level),
        advice=spoken.advised or state.advice,
        screened=state.screened or state.pending == screens.DANGER_SIGNS,
        advice_at=now if spoken.advised else state.advice_at,
        last_turn_at=now,
    )
