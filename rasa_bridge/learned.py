"""What components of the pipeline that learn from the training examples have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_bridge.stored_tables import sources_fingerprint


class Stored(Protocol):
    """What a component learns: it can be written into a directory of the model."""

    def save(self, directory: Path) -> None:
        """Write it into a directory."""


Learned = TypeVar("Learned", bound=Stored)
Component = TypeVar("Component", bound="LearnedComponent[Any]")


class LearnedComponent(GraphComponent, Generic[Learned]):
    """Learns from the examples, stores what it learned in the model and loads it again."""

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._learned: Learned | None = None

    @classmethod
    def create(
        cls: type[Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Component:
        """Create it untrained."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return a hash over what it is made of beside its own source."""
        return sources_fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples, and store what was learned in the model."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        texts = [example.get(TEXT) for example in examples]
        learned = self.learn(texts, [example.get(INTENT) for example in examples])
        with self._model_storage.write_to(self._resource) as directory:
            learned.save(directory)
        return self._resource

    @classmethod
    def load(
        cls: type[Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Component:
        """Load what was learned from the model."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as directory:
            component._learned = cls.restored(directory)
        return component

    @property
    def learned(self) -> Learned:
        """What was learned.

        Raises:
            RuntimeError: the component was not loaded from a model.
        """
        if self._learned is None:
            raise RuntimeError("The component was not loaded from a model.")
        return self._learned

    @staticmethod
    @abstractmethod
    def learn(texts: Sequence[str], intents: Sequence[str]) -> Learned:
        """Return what the examples teach.

        Args:
            texts: the examples.
            intents: the intent of each.
        """

    @staticmethod
    @abstractmethod
    def restored(directory: Path) -> Learned:
        """Return what `save` wrote into this directory."""
