"""Keeps the memory of a conversation's answers in its slot, and fills the words it gives."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.failures import log_failure
from rasa_bridge.follow_ups import meant, resolve, spoken
from rasa_bridge.follow_ups.aspects import Aspects
from rasa_bridge.follow_ups.memory import Memory
from rasa_bridge.follow_ups.mentions import Mentions
from rasa_bridge.follow_ups.sides import Sides
from rasa_bridge.follow_ups.words import FollowUpReader, Said
from rasa_bridge.near_topics import guesses_of, near_buttons
from rasa_bridge.plan import Plan
from rasa_bridge.turns import own_intent
from triage.tables import Source, Tables
from triage.turn import Answering
from triage.turn.intents import ANSWER, NEAR

logger = logging.getLogger(__name__)

SLOT = "answer_memory"
_KEPT = 4
"""Messages read lately and kept: one turn reads the same more than once."""
_STARTED_AGAIN = "utter_restart"
_SCREEN = ("utter_ask_danger_signs",)
_UNSURE = ("utter_unsure",)
_QUESTIONS = frozenset(
    {
        *("help", "are_you_human", "do_you_store", "where_from", "tell_more", "simpler"),
        *("make_note", "am_i_fine", "call_for_me"),
    }
)
"""Intents besides `ask_...` that are answered even beside a report of symptoms."""


class Recall:
    """Takes the messages of one model's conversations."""

    def __init__(self, tables: Tables) -> None:
        """Read the table of aspects and the names of drugs."""
        self._aspects = Aspects.read()
        self._sides = Sides.read()
        reader = FollowUpReader(Lexicon.of(tables), self._aspects, self._sides)
        self._said = lru_cache(maxsize=_KEPT)(reader.read)
        self._sources: Mapping[str, Source] = tables.sources
        self._domain: Domain | None = None
        self._answers = meant.Answers(self._aspects, self._sides, {})

    def asked_about(self, tracker: DialogueStateTracker, domain: Domain) -> str:
        """Return the answer that the latest message can only ask about, "" where it may report."""
        try:
            before = of(tracker)
            if not before.fresh:
                return ""
            self._know(domain)
            said = self._read(tracker.latest_message, before)
            return before.answer if meant.only_asks(said, before, self._answers) else ""
        except Exception as error:  # noqa: BLE001 - a report must be heard in any case
            log_failure(logger, "reading a follow-up", error)
            return ""

    def take(
        self, tracker: DialogueStateTracker, domain: Domain, plan: Plan
    ) -> tuple[Memory, dict[str, Any]]:
        """Return the memory with the latest message in it, and its slot; the same for every call.

        Nothing raised here reaches Rasa: without a memory each message stands for itself.
        """
        before = of(tracker)
        if before.message == plan.message:
            return before, {}
        intent = own_intent(tracker.latest_message)
        try:
            memory = self._take(tracker.latest_message, intent, before, domain, plan)
            offered = self._offered(memory, plan, tracker, domain)
            memory = replace(memory, offered=offered or memory.offered)
        except Exception as error:  # noqa: BLE001 - a patient must never meet silence
            log_failure(logger, "remembering the answers", error)
            memory = Memory(plan.message, intent)
        return memory, {SLOT: memory.dumps()}

    def words(self, memory: Memory, domain: Domain) -> dict[str, str]:
        """Return the words for the placeholders about the answer given last."""
        try:
            return spoken.words(memory.answer, domain.responses, self._sources)
        except Exception as error:  # noqa: BLE001 - a patient must never meet silence
            log_failure(logger, "the words of an answer", error)
            return {}

    def _read(self, message: UserUttered, before: Memory) -> Said:
        return self._said(message.text or "", self._answers.names(before))

    def _know(self, domain: Domain) -> None:
        """Read the answers of a domain, once."""
        if self._domain is not domain:
            self._domain = domain
            self._answers = replace(
                self._answers,
                lead_to=spoken.follow_ups(domain.responses),
                mentions=Mentions(spoken.texts(domain.responses)),
                titles=spoken.titles(domain.responses),
            )

    def _take(
        self, message: UserUttered, intent: str, before: Memory, domain: Domain, plan: Plan
    ) -> Memory:
        if any(name.startswith(_STARTED_AGAIN) for name in plan.head):
            return Memory(plan.message, intent)
        self._know(domain)
        turn = resolve.Turn(
            key=plan.message,
            said=self._read(message, before),
            intent=intent,
            guesses=guesses_of(message),
            answered=may_answer(plan, intent),
            whole=plan.answer is Answering.ANY and not plan.head,
            beside=plan.answer is Answering.QUESTIONS,
            unheard=plan.head == _UNSURE or (plan.tail == _SCREEN and not plan.head),
        )
        return resolve.follow(turn, before, self._answers)

    def _offered(
        self, memory: Memory, plan: Plan, tracker: DialogueStateTracker, domain: Domain
    ) -> tuple[str, ...]:
        """Return the answers that this reply offers as buttons instead of an answer."""
        if plan.head and plan.head != _UNSURE:
            return ()
        if memory.response in spoken.WITH_ITS_BUTTONS:
            return tuple(self._answers.lead_to.get(memory.answer, ()))
        if memory.response:
            return spoken.led_to(domain.responses.get(memory.response, ()))
        near = near_buttons(tracker, domain.responses) if memory.intent == NEAR else ()
        return spoken.led_to([{"buttons": near}])


def with_topics(plan: Plan, memory: Memory) -> Plan:
    """Return the plan with the list of topics, which names the danger signs too, for "unsure"."""
    if memory.response == resolve.TOPIC_LIST and plan.head == _UNSURE:
        return replace(plan, head=(resolve.TOPIC_LIST,))
    return plan


def may_answer(plan: Plan, intent: str) -> bool:
    """Tell whether the host answers a message of this intent beside what the plan says."""
    asked = intent.startswith(ANSWER) or intent in _QUESTIONS
    return plan.answer is Answering.ANY or (plan.answer is Answering.QUESTIONS and asked)


def of(tracker: DialogueStateTracker) -> Memory:
    """Return what the tracker remembers; an empty memory where it cannot be read."""
    stored = tracker.slots[SLOT].value if SLOT in tracker.slots else None
    try:
        return Memory.loads(stored) if stored else Memory()
    except Exception as error:  # noqa: BLE001 - a damaged slot must not end the conversation
        log_failure(logger, "reading the memory", error)
        return Memory()
