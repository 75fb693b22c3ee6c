"""The Rasa component of the second net, after the perception."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_bridge.answer_finder.component import ANSWER, FALLBACK, NEAR
from rasa_bridge.answer_finder.finder import OTHER_ILLNESS
from rasa_bridge.guard import shortened
from rasa_bridge.nlu import REPORT, set_intent
from rasa_bridge.second_net.detector import Detector
from rasa_bridge.second_net.reader import Reader
from rasa_bridge.stored_tables import sources_fingerprint, training_folder
from triage.tables import load as load_tables
from triage.turn.hear import is_question

_MAY_BE_A_REPORT = frozenset({FALLBACK, NEAR, OTHER_ILLNESS, "out_of_scope"})
"""Intents of what the answer finder has no answer to."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SecondNet(GraphComponent):
    """Makes the intent `report_symptom` where nothing was perceived but a report is likely.

    A question that has an answer keeps it, and so does anything said about the conversation.

    Configuration:
        threshold: from this probability on, 0 to 1, a message is taken for a report.
    """

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._threshold = float(config["threshold"])
        self._model_storage = model_storage
        self._resource = resource
        self._detector: Detector | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the configuration where config.yml says nothing."""
        return {"threshold": 0.5}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SecondNet:
        """Create it untrained."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return a hash over what it is made of beside its own source."""
        return sources_fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples, and store what was learned in the model."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        detector = Detector.train(
            Reader.of(load_tables(training_folder())),
            [example.get(TEXT) for example in examples],
            np.array([example.get(INTENT) == REPORT for example in examples]),
        )
        with self._model_storage.write_to(self._resource) as directory:
            detector.save(directory)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SecondNet:
        """Load what was learned from the model."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as directory:
            component._detector = Detector.load(directory)
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Judge each message in which no symptom was perceived."""
        if self._detector is None:
            raise RuntimeError("The component was not loaded from a model.")
        for message in messages:
            text = message.get(TEXT) or ""
            if message.get(ENTITIES) or not _may_be_a_report(message, text):
                continue
            likely = float(self._detector.probabilities([shortened(text)])[0])
            if likely >= self._threshold:
                set_intent(message, REPORT, likely)
        return messages


def _may_be_a_report(message: Message, text: str) -> bool:
    intent = (message.get(INTENT) or {}).get("name") or ""
    return intent in _MAY_BE_A_REPORT or (intent.startswith(ANSWER) and not is_question(text))
