"""The tracker RulePolicy looks at: the last two turns, without what the triage said."""

from __future__ import annotations

from collections.abc import Sequence

from rasa.core.policies.rule_policy import DEFAULT_ACTION_MAPPINGS
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    DefinePrevUserUtteredFeaturization,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from triage.turn.intents import FALLBACK


def short_tracker(
    tracker: DialogueStateTracker, domain: Domain, intent: str, own: Sequence[str]
) -> DialogueStateTracker:
    """Return a tracker in which only the host has spoken.

    Args:
        tracker: the whole conversation.
        domain: the domain.
        intent: the classifier's own intent of the latest message.
        own: what RulePolicy has done since that message.

    Rules look back over one message, so two turns are enough; the whole conversation would
    make each turn slower than the one before.
    """
    # Rasa's default actions take messages back, restart or say nothing; none may do that here.
    name = FALLBACK if intent in DEFAULT_ACTION_MAPPINGS or not intent else intent
    message = UserUttered(tracker.latest_message.text, {"name": name, "confidence": 1.0})
    events: list[Event] = [
        *_influential_slots(tracker),
        *_turn_before(tracker),
        ActionExecuted(ACTION_LISTEN_NAME),
        message,
        *([DefinePrevUserUtteredFeaturization(False)] if own else []),
        *(ActionExecuted(action) for action in own),
    ]
    return DialogueStateTracker.from_events(
        tracker.sender_id, events, slots=domain.slots, domain=domain
    )


def _turn_before(tracker: DialogueStateTracker) -> list[Event]:
    """Return the message before the latest and what was done after it."""
    found: list[Event] = []
    messages = 0
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            messages += 1
            if messages == 2:
                named = UserUttered(event.text, event.intent)
                return [ActionExecuted(ACTION_LISTEN_NAME), named, *_without_last_listen(found)]
        elif isinstance(event, ActionExecuted) and messages == 1:
            found.insert(0, ActionExecuted(event.action_name))
    return []


def _without_last_listen(events: list[Event]) -> list[Event]:
    last = events[-1] if events else None
    listens = isinstance(last, ActionExecuted) and last.action_name == ACTION_LISTEN_NAME
    return events[:-1] if listens else events


def _influential_slots(tracker: DialogueStateTracker) -> list[Event]:
    return [
        SlotSet(name, slot.value)
        for name, slot in tracker.slots.items()
        if slot.influence_conversation and slot.value is not None
    ]
