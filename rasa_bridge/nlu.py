"""Last in the pipeline: what the rules perceive stands beside what the classifier believes."""

from __future__ import annotations

import json
import logging
import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_bridge.failures import log_failure
from rasa_bridge.guard import ORIGINAL
from rasa_bridge.stored_tables import restore, sources_fingerprint, store
from triage.model import Perceived
from triage.perceive import perceive
from triage.tables import Tables

logger = logging.getLogger(__name__)

REPORT = "report_symptom"
NONSENSE = "nonsense"
FALLBACK = "nlu_fallback"
_RANKING = "intent_ranking"
_EXTRACTOR = "PerceptionComponent"
_WORDS_FILE = "words.json"
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_TALK = frozenset({"affirm", "deny", "greet", "goodbye", "thank"})
"""Intents that a stray word must not be taken for: the message shares a word with an example."""


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
        DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER,
    ],
    is_trainable=True,
)
class PerceptionComponent(GraphComponent):
    """Adds one `finding` entity for each symptom mentioned, and corrects the intent.

    The intent becomes `report_symptom` where a symptom counts, `nonsense` where no word is
    known. The classifier's own intent stays in `intent_ranking`.
    """

    def __init__(self, model_storage: ModelStorage, resource: Resource) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._tables: Tables | None = None
        self._words: dict[str, list[str]] = {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PerceptionComponent:
        """Create it untrained."""
        return cls(model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return a hash over what it is made of beside its own source."""
        return sources_fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Store the clinical tables and the words of the examples in the model."""
        words: dict[str, set[str]] = {}
        for example in training_data.intent_examples:
            known = _WORD.findall(example.get(TEXT, "").lower())
            words.setdefault(example.get(INTENT), set()).update(known)
        with self._model_storage.write_to(self._resource) as directory:
            store(directory)
            listed = {intent: sorted(known) for intent, known in sorted(words.items())}
            (directory / _WORDS_FILE).write_text(json.dumps(listed), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> PerceptionComponent:
        """Load the tables and the words from the model."""
        component = cls(model_storage, resource)
        with model_storage.read_from(resource) as directory:
            component._tables = restore(directory)
            text = (directory / _WORDS_FILE).read_text(encoding="utf-8")
            component._words = json.loads(text)
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Perceive each message from its whole, original text."""
        for message in messages:
            original = message.get(ORIGINAL) or ""
            message.set(TEXT, original)
            self._doubt_small_talk(message, original)
            try:
                self._add(message, perceive(original, self._required_tables))
            except Exception as error:  # noqa: BLE001 - a patient must never meet silence
                log_failure(logger, "perceive", error)
                set_intent(message, FALLBACK, 1.0)
        return messages

    @property
    def _required_tables(self) -> Tables:
        if self._tables is None:
            raise RuntimeError("The component was not loaded from a model.")
        return self._tables

    def _add(self, message: Message, seen: Perceived) -> None:
        entities = [
            {
                "entity": "finding",
                "value": finding.symptom,
                "role": finding.status.value,
                "start": finding.start,
                "end": finding.end,
                "extractor": _EXTRACTOR,
            }
            for finding in seen.findings
        ]
        message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
        if any(finding.status.counts for finding in seen.findings):
            set_intent(message, REPORT, 1.0)
        elif "no_known_word" in seen.flags or not self._knows_a_word(message.get(TEXT)):
            set_intent(message, NONSENSE, 1.0)

    def _knows_a_word(self, text: str) -> bool:
        words = set(_WORD.findall(text.lower()))
        return any(not words.isdisjoint(known) for known in self._words.values()) or bool(
            re.search(r"\d", text)
        )

    def _doubt_small_talk(self, message: Message, text: str) -> None:
        """Replace small talk by the fallback where no word of the message belongs to it."""
        intent = (message.get(INTENT) or {}).get("name")
        words = set(_WORD.findall(text.lower()))
        if intent in _SMALL_TALK and words.isdisjoint(self._words.get(intent, [])):
            set_intent(message, FALLBACK, 0.0)


def set_intent(message: Message, name: str, confidence: float) -> None:
    """Make it the intent and put it first in the ranking, before the classifier's own."""
    intent = {"name": name, "confidence": confidence}
    message.set(INTENT, intent, add_to_output=True)
    message.set(_RANKING, [intent, *(message.get(_RANKING) or [])], add_to_output=True)
