"""The Rasa component that finds the answer to a question, or says that it does not know."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_bridge.answer_finder.finder import OUTSIDE, Finder, Found, Guess
from rasa_bridge.answer_finder.lexicon import Lexicon, lexicon_fingerprint
from rasa_bridge.stored_tables import sources_fingerprint, training_folder
from triage.tables import load as load_tables

FALLBACK = "nlu_fallback"
NEAR = "near_topics"
ANSWER = "ask_"
_RANKING = "intent_ranking"
_RANKED = 10
"""Intents reported; Rasa's own classifiers report as many."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class AnswerFinder(GraphComponent):
    """Sets the intent and the ranking.

    Where the best guess cannot be trusted the intent is `near_topics`, if topics are near that
    can be offered, else `nlu_fallback`.

    Configuration, all from 0 to 1:
        threshold: from this trust on an answer is believed.
        near_threshold: from this trust on the nearest topics are offered.
        other_threshold: from this trust on anything else is believed: a report, or talk about
            the conversation. It is lower, since only an answer of ours can be a wrong answer.
    """

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._threshold = float(config["threshold"])
        self._near_threshold = float(config["near_threshold"])
        self._other_threshold = float(config["other_threshold"])
        self._model_storage = model_storage
        self._resource = resource
        self._finder: Finder | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the configuration where config.yml says nothing."""
        return {"threshold": 0.4, "near_threshold": 0.2, "other_threshold": 0.25}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AnswerFinder:
        """Create it untrained."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return a hash over what it is made of beside its own source."""
        return f"{sources_fingerprint()}-{lexicon_fingerprint()}"

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples, and store what was learned in the model."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        finder = Finder.train(
            Lexicon.of(load_tables(training_folder())),
            [example.get(TEXT) for example in examples],
            [example.get(INTENT) for example in examples],
        )
        with self._model_storage.write_to(self._resource) as directory:
            finder.save(directory)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> AnswerFinder:
        """Load what was learned from the model."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as directory:
            component._finder = Finder.load(directory)
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent of each message."""
        if self._finder is None:
            raise RuntimeError("The component was not loaded from a model.")
        for message in messages:
            found = self._finder.find(message.get(TEXT) or "")
            ranking = [_as_json(guess) for guess in self._judged(found)[:_RANKED]]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(_RANKING, ranking, add_to_output=True)
        return messages

    def _judged(self, found: Found) -> tuple[Guess, ...]:
        """Return the guesses, behind an intent that says so where they cannot be trusted."""
        best = found.guesses[0]
        if best.intent in OUTSIDE:
            return found.guesses
        answers = best.intent.startswith(ANSWER)
        if found.trust >= (self._threshold if answers else self._other_threshold):
            return (replace(best, probability=found.trust), *found.guesses[1:])
        near = answers and found.trust >= self._near_threshold
        return (Guess(NEAR if near else FALLBACK, 1 - found.trust), *found.guesses)


def _as_json(guess: Guess) -> dict[str, Any]:
    return {"name": guess.intent, "confidence": guess.probability}
