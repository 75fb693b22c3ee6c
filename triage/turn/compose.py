"""Puts a turn's messages together: head, whether the host may answer too, and tail."""

from __future__ import annotations

from dataclasses import dataclass, replace

from triage.levels import Level, highest
from triage.model import Decision
from triage.turn import screens
from triage.turn.events import Events
from triage.turn.picker import asking
from triage.turn.replies import reply
from triage.turn.say import Answering, Say
from triage.turn.situation import Situation
from triage.turn.state import Conversation, Told
from triage.turn.words import told

_LEVEL_IDS = frozenset(level.id for level in Level)
_T_CELLS = frozenset({"car_t", "til"})
_OF_SELF_HARM = ("suicid", "not_safe", "self_harm")
"""Parts of the names of the rules about harming oneself."""
_CRISIS_REMINDER = "crisis_reminder"
_HOLDS_ADVICE = frozenset(
    {"called", "not_called", "cannot_call", "no_answer", "no_number", "team_said",
     "team_said_emergency", "help_coming", "in_care", "help_first"}
)  # fmt: skip
"""Messages that say themselves what to do next: no reminder after them."""


@dataclass(frozen=True)
class Spoken:
    """What to say, and the state after saying it."""

    state: Conversation
    head: tuple[Say, ...]
    answer: Answering
    tail: tuple[Say, ...]
    why: tuple[Told, ...]
    """The rules to give as the reason."""
    advised: Level | None
    """The level whose advice these messages show, None where they show none."""


def compose(state: Conversation, decision: Decision, events: Events) -> Spoken:
    """Choose the messages of one turn.

    Args:
        state: the conversation with the message in it and the next question pending.
        decision: what the rules say of its case.
        events: what the message did.
    """
    level = highest(decision.level, state.case.level)
    rules = told(decision, state)
    top = {rule.id for rule in decision.rules if rule.level is level} | {screens.DANGER_RULE}
    known = {rule.id for rule in state.rules}
    fresh = tuple(rule for rule in rules if rule.id in top - known)
    why = fresh or tuple(rule for rule in rules if rule.id in top)
    state = replace(state, rules=tuple({r.id: r for r in (*state.rules, *rules)}.values()))
    if level is not None and _is_due(level, decision, state, fresh):
        return _level_told(replace(state, told=level), level, events, why)
    if level is Level.EMERGENCY:
        state = replace(state, pending=None)
    first = reply(Situation(state, level, decision, events))
    head = (*_before(first.state, events), *first.say)
    tail, state = _tail(first.state, head, events)
    answer = _if_asked(first.answer, events)
    return Spoken(state, head, answer, tail, why, _advised((*tail, *head)))


def _is_due(level: Level, decision: Decision, state: Conversation, fresh: tuple[Told, ...]) -> bool:
    """Tell whether the whole message of the level has to be said now."""
    if decision.advice_level is not None and decision.advice_level > level:
        return False
    return state.told is None or level > state.told or bool(fresh)


def _level_told(state: Conversation, level: Level, events: Events, why: tuple[Told, ...]) -> Spoken:
    head = _level_messages(level, state, why)
    if level is Level.EMERGENCY:
        state = replace(state, pending=None)
        return Spoken(state, head, Answering.NONE, (), why, level)
    head = (*_before(state, events), *head)
    if state.level is not None and state.level > level:
        head = (*head, _reminder(state, state.level))
    waits = state.pending not in screens.SCREENS or state.pending == screens.THOUGHTS_OF_HARM
    if state.pending is not None and waits:
        tail: tuple[Say, ...] = (Say(f"ask_{state.pending}"),)
    elif level is Level.URGENT:
        tail, state = (Say(f"ask_{screens.CALLED}"),), replace(state, pending=screens.CALLED)
    else:
        tail, state = (), replace(state, pending=None)
    answer = Answering.NONE if level is Level.URGENT else Answering.QUESTIONS
    return Spoken(state, head, _if_asked(answer, events), tail, why, level)


def _if_asked(answer: Answering, events: Events) -> Answering:
    """Let the host answer beside a report only where something was asked."""
    beside = answer is Answering.QUESTIONS and not events.heard.asks
    return Answering.NONE if beside else answer


def _level_messages(level: Level, state: Conversation, why: tuple[Told, ...]) -> tuple[Say, ...]:
    """Return the message of the level; at emergency the one that fits what happened."""
    if level is not Level.EMERGENCY:
        return (Say(level.id),)
    suicide = [rule for rule in why if _is_of_self_harm(rule)]
    crisis = Say("emergency_suicide_carer" if state.about == "carer" else "emergency_suicide")
    if suicide and len(suicide) == len(why):
        return (crisis,)
    physical = "emergency_cart" if _T_CELLS.intersection(state.case.therapies) else "emergency"
    return (Say(physical), crisis) if suicide else (Say(physical),)


def _is_of_self_harm(rule: Told) -> bool:
    return any(part in rule.id for part in _OF_SELF_HARM)


def _reminder(state: Conversation, level: Level) -> Say:
    """Return the short reminder of a level; after words of self-harm it names the crisis line."""
    crisis = level is Level.EMERGENCY and any(_is_of_self_harm(rule) for rule in state.rules)
    return Say(_CRISIS_REMINDER if crisis else f"reminder_{level.id}")


def _before(state: Conversation, events: Events) -> tuple[Say, ...]:
    """Return what has to be said before everything else, except at emergency."""
    said = []
    if events.after_break and events.reported and state.advice is not None:
        said.append(Say(f"earlier_{state.advice.id}"))
    if events.other_person:
        said.append(Say("other_person"))
    if events.carer_came:
        said.append(Say("proxy"))
    return tuple(said)


def _tail(
    state: Conversation, head: tuple[Say, ...], events: Events
) -> tuple[tuple[Say, ...], Conversation]:
    """Return the last messages: the pending question, or a reminder of the advice."""
    said = {say.text for say in head}
    came_back = events.after_break and not events.reported and not events.restarted
    if came_back and state.advice is not None and not said & {*_HOLDS_ADVICE, "worse"}:
        last = (Say(f"after_break_{state.advice.id}"),)
        return last, replace(state, pending=screens.SINCE_LAST_TIME)
    if state.pending is not None:
        return (Say(asking(state)),), state
    if state.level is None or said & {*_HOLDS_ADVICE, state.level.id}:
        return (), state
    return (_reminder(state, state.level),), state


def _advised(said: tuple[Say, ...]) -> Level | None:
    """Return the level whose advice these messages show."""
    for say in said:
        if say.text == _CRISIS_REMINDER:
            return Level.EMERGENCY
        kind, _, name = say.text.partition("_")
        if kind in ("reminder", "advice"):
            return Level.of(name)
        if say.text in _LEVEL_IDS:
            return Level.of(say.text)
    return None
