"""Applies the reply to a question of the conversation itself."""

from __future__ import annotations

from dataclasses import replace

from triage.levels import Level
from triage.model import Status
from triage.turn import doubt, screens
from triage.turn.events import Events
from triage.turn.state import Conversation, Told


def answered_screen(state: Conversation, events: Events) -> tuple[Conversation, Events]:
    """Apply the reply to the screen that is open, and close it.

    Args:
        state: the conversation with what was heard in its case.
        events: what the message did so far.
    """
    screen, reply = state.pending, events.heard.screen
    in_doubt = doubt.asks(state)
    if screen == screens.HAPPENING_NOW and reply == screens.DONT_KNOW and not in_doubt:
        reply = None
    if events.heard.danger:
        return _in_danger(state), replace(events, screen=screens.DANGER_SIGNS, reported=True)
    if screen not in screens.SCREENS:
        return state, events
    if reply is None:
        keeps = (screen in screens.KEPT or in_doubt) and not events.heard.tells
        keeps = keeps or screen == screens.THOUGHTS_OF_HARM
        return (state if keeps else replace(state, pending=None)), events
    state = state.with_pending_done() if in_doubt else replace(state, pending=None)
    said_so = reply == "yes" or in_doubt
    events = replace(events, screen=screen, reported=events.reported or said_so)
    if screen == screens.HAPPENING_NOW:
        state = _happening(state, reply)
    if screen == screens.THOUGHTS_OF_HARM:
        state = _thoughts(state, reply, in_doubt=in_doubt)
    return state, events


def _happening(state: Conversation, reply: str) -> Conversation:
    """Set the findings asked about: there, not there, or over where they had been there."""
    if reply == screens.DONT_KNOW:
        return doubt.counted(state)
    had = {Status.UNCLEAR, Status.PAST}
    for symptom in state.wondered:
        gone = Status.PAST if state.case.findings.get(symptom) in had else Status.NEGATED
        state = state.with_finding(symptom, Status.PRESENT if reply == "yes" else gone)
    return state


def _thoughts(state: Conversation, reply: str, *, in_doubt: bool) -> Conversation:
    """Set whether there are thoughts of suicide; a no tells something only of words in doubt."""
    if reply == "yes":
        return state.with_finding(screens.HARM_SYMPTOM, Status.PRESENT)
    return state.with_finding(screens.HARM_SYMPTOM, Status.NEGATED) if in_doubt else state


def _in_danger(state: Conversation) -> Conversation:
    """Make it an emergency: the person said yes to the danger signs."""
    case = replace(state.case, level=Level.EMERGENCY)
    rules = (*state.rules, Told(screens.DANGER_RULE, screens.DANGER_WHY))
    return replace(state, case=case, rules=rules, told=None, pending=None)
