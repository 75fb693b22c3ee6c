"""The policy that speaks first and last in a turn, and lets RulePolicy answer in between."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_bridge import remote_actions
from rasa_bridge.clinic_numbers import clinic_at_start
from rasa_bridge.failures import log_failure
from rasa_bridge.follow_ups.memory import Memory
from rasa_bridge.follow_ups.recall import Recall, may_answer, with_topics
from rasa_bridge.placeholders import placeholders
from rasa_bridge.plan import LISTEN, Plan
from rasa_bridge.short_tracker import short_tracker
from rasa_bridge.stored_tables import restore, sources_fingerprint, store
from rasa_bridge.turns import NOTE_SLOT, note_of, take_turn
from triage.tables import Tables
from triage.turn import Answering

logger = logging.getLogger(__name__)

UNSURE = "utter_unsure"
NOTE_ACTION = "action_make_note"
_NOT_SAID = "utter_no_note"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class TriagePolicy(RulePolicy):
    """RulePolicy, with the triage before it and after it.

    A turn is: the head of the plan (the level, or what was noted); what RulePolicy answers to
    the classifier's intent; the tail (the pending question, or a reminder) where RulePolicy
    itself would listen. It perceives the text of the message itself: entities and intents that
    somebody typed count for nothing.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tables: Tables | None = None
        self._recall: Recall | None = None
        self._numbers: dict[str, str] = {}

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """RulePolicy's own, with a fallback that shows the danger signs.

        `action_default_fallback` would take the person's message back, and its slots with it.
        """
        return {**RulePolicy.get_default_config(), "core_fallback_action_name": UNSURE}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return a hash over what it is made of beside its own source."""
        return sources_fingerprint()

    def persist(self) -> None:
        """Store the rules, and the clinical tables beside them."""
        super().persist()
        with self._model_storage.write_to(self._resource) as directory:
            store(directory)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TriagePolicy:
        """Load the rules and the tables from the model, and the clinic's numbers from its file.

        Raises:
            ClinicError: the clinic's file cannot be used.
        """
        policy = super().load(config, model_storage, resource, execution_context, **kwargs)
        with model_storage.read_from(resource) as directory:
            policy._tables = restore(directory)
        policy._recall = Recall(policy._tables)
        policy._numbers = clinic_at_start().as_text()
        remote_actions.limit_waiting()
        logger.info("Clinical tables %s", policy._tables.hash)
        return policy

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Predict the next action of the turn."""
        done = _since_message(tracker)
        if done is None or self._tables is None or self._recall is None:
            return super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)
        asked = partial(self._recall.asked_about, tracker, domain)
        plan, slots = take_turn(tracker, domain, self._tables, asked)
        memory, remembered = self._recall.take(tracker, domain, plan)
        plan, slots = with_topics(plan, memory), {**slots, **remembered}
        try:
            action, slots = self._next(plan, memory, tracker, domain, done=done, slots=slots)
        except Exception as error:  # noqa: BLE001 - a patient must never meet silence
            log_failure(logger, "choosing the answer", error)
            action = LISTEN if done else UNSURE
        if action not in domain.action_names_or_texts:
            logger.error("The response %s is not in the domain.", action)
            action = LISTEN if UNSURE in done else UNSURE
        return PolicyPrediction(
            self._prediction_result(action, tracker, domain),
            self.__class__.__name__,
            self.priority,
            events=_changed(tracker, {**slots, **self._words(action, plan, memory, domain)}),
        )

    def _next(
        self,
        plan: Plan,
        memory: Memory,
        tracker: DialogueStateTracker,
        domain: Domain,
        *,
        done: list[str],
        slots: dict[str, Any],
    ) -> tuple[str, dict[str, Any]]:
        said, own = plan.position(done)
        if said is not None:
            return said, slots
        if own and own[-1].startswith("action_") and not _spoke_last(tracker):
            return _NOT_SAID, slots
        action = self._answer(plan, memory, own, tracker, domain) or plan.after
        if action == NOTE_ACTION and self._tables is not None:
            tracker = tracker.copy()
            tracker.update_with_events(_changed(tracker, slots), domain)
            return action, {**slots, NOTE_SLOT: note_of(tracker, self._tables)}
        return action, slots

    def _words(self, action: str, plan: Plan, memory: Memory, domain: Domain) -> dict[str, str]:
        """Return the words that the placeholders of a response stand for.

        Only these become slots: Rasa reads every event of a conversation again at each turn.
        """
        needed = set(placeholders(domain.responses.get(action, ())))
        if not needed or self._recall is None:
            return {}
        known = {**self._numbers, **plan.words, **self._recall.words(memory, domain)}
        return {name: known[name] for name in sorted(needed & known.keys())}

    def _answer(
        self,
        plan: Plan,
        memory: Memory,
        own: list[str],
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> str | None:
        """Return what the host says next of its own, None where it would listen."""
        if not may_answer(plan, memory.intent):
            return None
        if memory.response:
            return None if own else memory.response
        prediction, _ = self._predict(short_tracker(tracker, domain, memory.intent, own), domain)
        best = max(range(len(prediction.probabilities)), key=prediction.probabilities.__getitem__)
        action = domain.action_names_or_texts[best]
        no_rule = prediction.max_confidence < 1
        if action == LISTEN or (no_rule and (own or plan.answer is Answering.QUESTIONS)):
            return None
        return action


def _since_message(tracker: DialogueStateTracker) -> list[str] | None:
    """Return the actions since the last message, None where there is no message yet."""
    done: list[str] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return done[::-1]
        if isinstance(event, ActionExecuted) and event.action_name:
            done.append(event.action_name)
    return None


def _spoke_last(tracker: DialogueStateTracker) -> bool:
    """Tell whether the last action said anything."""
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            return True
        if isinstance(event, ActionExecuted):
            return False
    return False


def _changed(tracker: DialogueStateTracker, slots: dict[str, Any]) -> list[Event]:
    """Return the events that set the slots whose value is another one now."""
    return [
        SlotSet(name, value)
        for name, value in slots.items()
        if name in tracker.slots and tracker.slots[name].value != value
    ]
