"""Takes one turn of the conversation for a Rasa tracker."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT_RANKING_KEY

from rasa_bridge.failures import log_failure
from rasa_bridge.plan import UTTER, Plan
from triage.levels import Level
from triage.tables import Tables
from triage.turn import (
    SESSION,
    Answering,
    Conversation,
    Message,
    Turn,
    advance,
    from_json,
    note_facts,
    read_message,
    to_json,
    waits,
)
from triage.turn.intents import REPORT

logger = logging.getLogger(__name__)

CASE_SLOT = "triage_case"
LEVEL_SLOT = "triage_level"
NOTE_SLOT = "triage_note"
_SHOWN = ("triage_because", "triage_noted")
"""Words that the patient's window shows, whatever is said."""


def take_turn(
    tracker: DialogueStateTracker, domain: Domain, tables: Tables, asked: Callable[[], str]
) -> tuple[Plan, dict[str, Any]]:
    """Return the plan for the latest message and the slots to set; the same for every call.

    Args:
        tracker: the conversation, with the latest message.
        domain: the domain.
        tables: the clinical tables.
        asked: returns the answer that the message can only ask about: it is no report then,
            unless a question about a report is open. "" for any other message.

    Nothing raised here reaches Rasa, which would answer with silence: the plan is then the
    danger signs.
    """
    message = tracker.latest_message
    key = _key(message)
    stored = tracker.slots[CASE_SLOT].value if CASE_SLOT in tracker.slots else None
    try:
        plan = Plan.loads(stored) if stored else None
        if plan is not None and plan.message == key:
            return plan, {}
    except Exception as error:  # noqa: BLE001 - a patient must never meet silence
        log_failure(logger, "reading the conversation", error)
        plan = None
    session = _session(domain)
    state = _state(plan, tracker, tables, session)
    try:
        turn = advance(
            _aged(state, tracker),
            _said(message, state, asked),
            _time(message.timestamp),
            tables,
            session,
        )
        plan = Plan.of(turn, key)
        return plan, {CASE_SLOT: plan.dumps(), **_public_slots(turn, tables)}
    except Exception as error:  # noqa: BLE001 - see above
        log_failure(logger, "the turn", error)
        return (unsure := _unsure(state, key)), {CASE_SLOT: unsure.dumps()}


def note_of(tracker: DialogueStateTracker, tables: Tables) -> str:
    """Return the facts for the nurse's note as JSON text."""
    plan = Plan.loads(tracker.slots[CASE_SLOT].value)
    return json.dumps(dict(note_facts(from_json(plan.state, tables), tables)))


def own_intent(message: UserUttered) -> str:
    """Return the intent the classifier itself believes in, empty where it does not.

    Where a symptom was perceived the message's intent is `report_symptom`; the classifier's
    stands behind it in the ranking.
    """
    intent = message.intent.get("name") or ""
    ranking = (message.parse_data or {}).get(INTENT_RANKING_KEY) or []
    perceived = any(entity.get("entity") == "finding" for entity in message.entities)
    if intent == REPORT and perceived and len(ranking) > 1:
        return ranking[1].get("name") or ""
    return intent


def _said(message: UserUttered, state: Conversation, asked: Callable[[], str]) -> Message:
    """Return what the person sent, without its words where these can only ask."""
    if not waits(state) and (answer := asked()):
        return Message(intent=answer)
    return read_message(message.text, own_intent(message))


def _unsure(state: Conversation, key: str) -> Plan:
    return Plan(key, (f"{UTTER}unsure",), Answering.NONE, (), to_json(state))


def _state(
    plan: Plan | None, tracker: DialogueStateTracker, tables: Tables, session: timedelta
) -> Conversation:
    """Return the stored state; where there is none that can be read, the one told again.

    `rasa test` keeps no slots between turns, and a slot may be damaged: then all earlier
    messages of the tracker are taken once more. The public level is kept in any case.
    """
    slot = tracker.slots.get(LEVEL_SLOT)
    level = Level.of(slot.value) if slot is not None and slot.value else None
    state = Conversation(level=level, advice=level)
    try:
        if plan is not None:
            return from_json(plan.state, tables)
        messages = [event for event in tracker.events if isinstance(event, UserUttered)]
        for message in messages[:-1]:
            said = read_message(message.text, own_intent(message))
            state = advance(state, said, _time(message.timestamp), tables, session).state
    except Exception as error:  # noqa: BLE001 - see take_turn
        log_failure(logger, "reading the conversation", error)
    return state


def _aged(state: Conversation, tracker: DialogueStateTracker) -> Conversation:
    """Return the state with the time of the message before this one, as the tracker has it."""
    earlier = (event for event in reversed(tracker.events) if isinstance(event, UserUttered))
    next(earlier, None)
    before = next(earlier, None)
    if before is None or state.last_turn_at is None:
        return state
    return replace(state, last_turn_at=min(state.last_turn_at, _time(before.timestamp)))


def _key(message: UserUttered) -> str:
    return f"{message.timestamp!r} {message.message_id}"


def _time(timestamp: float) -> datetime:
    return datetime.fromtimestamp(timestamp, tz=timezone.utc)


def _session(domain: Domain) -> timedelta:
    minutes = domain.session_config.session_expiration_time
    return timedelta(minutes=minutes) if minutes > 0 else SESSION


def _public_slots(turn: Turn, tables: Tables) -> dict[str, Any]:
    state = turn.state
    return {
        LEVEL_SLOT: state.level.id if state.level else None,
        "triage_advice": state.advice.id if state.advice else None,
        "triage_rules": [rule.id for rule in state.rules],
        "triage_question": turn.question,
        "triage_tables": tables.hash,
        **{name: turn.words[name] for name in _SHOWN},
    }
