"""The Rasa component of the second net, after the perception."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from rasa_bridge.answer_finder.finder import OTHER_ILLNESS
from rasa_bridge.guard import shortened
from rasa_bridge.learned import LearnedComponent
from rasa_bridge.nlu import set_intent
from rasa_bridge.second_net.detector import Detector
from rasa_bridge.second_net.reader import Reader
from rasa_bridge.stored_tables import training_tables
from triage.turn.hear import is_question
from triage.turn.intents import ANSWER, FALLBACK, NEAR, REPORT

_MAY_BE_A_REPORT = frozenset({FALLBACK, NEAR, OTHER_ILLNESS, "out_of_scope", "nothing_wrong"})
"""Intents of what the answer finder has no answer to."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SecondNet(LearnedComponent[Detector]):
    """Makes the intent `report_symptom` where nothing was perceived but a report is likely.

    A question that has an answer keeps it, and so does anything said about the conversation.

    Configuration:
        threshold: from this probability on, 0 to 1, a message is taken for a report.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the configuration where config.yml says nothing."""
        return {"threshold": 0.5}

    @staticmethod
    def learn(texts: Sequence[str], intents: Sequence[str]) -> Detector:
        """Return the detector that the examples teach."""
        reader = Reader.of(training_tables())
        return Detector.train(reader, texts, np.array([intent == REPORT for intent in intents]))

    @staticmethod
    def restored(directory: Path) -> Detector:
        """Return the detector of a directory of the model."""
        return Detector.load(directory)

    def process(self, messages: list[Message]) -> list[Message]:
        """Judge each message in which no symptom was perceived."""
        detector = self.learned
        for message in messages:
            text = message.get(TEXT) or ""
            if message.get(ENTITIES) or not _may_be_a_report(message, text):
                continue
            likely = float(detector.probabilities([shortened(text)])[0])
            if likely >= self._config["threshold"]:
                set_intent(message, REPORT, likely)
        return messages


def _may_be_a_report(message: Message, text: str) -> bool:
    intent = (message.get(INTENT) or {}).get("name") or ""
    return intent in _MAY_BE_A_REPORT or (intent.startswith(ANSWER) and not is_question(text))
