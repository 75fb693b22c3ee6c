"""Last in the pipeline: what the rules perceive stands beside what the classifier believes."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from rasa_bridge.failures import log_failure
from rasa_bridge.guard import ORIGINAL
from rasa_bridge.learned import LearnedComponent
from rasa_bridge.stored_tables import restore, store, training_tables
from triage.model import Perceived
from triage.perceive import perceive
from triage.tables import Tables
from triage.turn.hear import belied
from triage.turn.intents import FALLBACK, NONSENSE, REPORT

logger = logging.getLogger(__name__)

_EXTRACTOR = "PerceptionComponent"
_WORDS_FILE = "words.json"
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_TALK = frozenset({"affirm", "deny", "greet", "goodbye", "thank"})
"""Intents that a stray word must not be taken for: the message shares a word with an example."""


@dataclass(frozen=True)
class Known:
    """What the component knows."""

    tables: Tables
    words: Mapping[str, Collection[str]]
    """Intent -> the words of its examples."""

    def save(self, directory: Path) -> None:
        """Write it into a directory."""
        store(directory)
        listed = {intent: sorted(words) for intent, words in sorted(self.words.items())}
        (directory / _WORDS_FILE).write_text(json.dumps(listed), encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> Known:
        """Read what `save` wrote."""
        words = json.loads((directory / _WORDS_FILE).read_text(encoding="utf-8"))
        return cls(
            restore(directory), {intent: frozenset(known) for intent, known in words.items()}
        )


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
        DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER,
    ],
    is_trainable=True,
)
class PerceptionComponent(LearnedComponent[Known]):
    """Adds one `finding` entity for each symptom mentioned, and corrects the intent.

    The intent becomes `report_symptom` where a symptom counts, `nonsense` where no word is
    known. The classifier's own intent stays in `intent_ranking`.
    """

    @staticmethod
    def learn(texts: Sequence[str], intents: Sequence[str]) -> Known:
        """Return the training tables and the words of the examples."""
        words: dict[str, set[str]] = {}
        for text, intent in zip(texts, intents, strict=True):
            words.setdefault(intent, set()).update(_WORD.findall(text.lower()))
        return Known(training_tables(), words)

    @staticmethod
    def restored(directory: Path) -> Known:
        """Return what a directory of the model holds."""
        return Known.load(directory)

    def process(self, messages: list[Message]) -> list[Message]:
        """Perceive each message from its whole, original text."""
        for message in messages:
            original = message.get(ORIGINAL) or ""
            message.set(TEXT, original)
            self._doubt_small_talk(message, original)
            try:
                self._add(message, perceive(original, self.learned.tables))
            except Exception as error:  # noqa: BLE001 - a patient must never meet silence
                log_failure(logger, "perceive", error)
                set_intent(message, FALLBACK, 1.0)
        return messages

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
        elif belied((message.get(INTENT) or {}).get("name") or "", seen.flags):
            set_intent(message, FALLBACK, 0.0)
        elif "no_known_word" in seen.flags or not self._knows_a_word(message.get(TEXT)):
            set_intent(message, NONSENSE, 1.0)

    def _knows_a_word(self, text: str) -> bool:
        words = set(_WORD.findall(text.lower()))
        return any(not words.isdisjoint(known) for known in self.learned.words.values()) or bool(
            re.search(r"\d", text)
        )

    def _doubt_small_talk(self, message: Message, text: str) -> None:
        """Replace small talk by the fallback where no word of the message belongs to it."""
        intent = (message.get(INTENT) or {}).get("name")
        words = set(_WORD.findall(text.lower()))
        if intent in _SMALL_TALK and words.isdisjoint(self.learned.words.get(intent, ())):
            set_intent(message, FALLBACK, 0.0)


def set_intent(message: Message, name: str, confidence: float) -> None:
    """Make it the intent and put it first in the ranking, before the classifier's own."""
    intent = {"name": name, "confidence": confidence}
    message.set(INTENT, intent, add_to_output=True)
    message.set(
        INTENT_RANKING_KEY, [intent, *(message.get(INTENT_RANKING_KEY) or [])], add_to_output=True
    )
