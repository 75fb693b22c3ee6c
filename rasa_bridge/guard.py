"""First in the pipeline: nothing a person can type makes the classifier fail or block.

The whole message is perceived later, from the original text that is kept here.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

ORIGINAL = "original_text"
NO_WORDS = "nothing"
"""What the classifier sees of a message without any letter or digit."""
MOST_WORDS = 100
"""The classifier's time grows with the message; beyond this it learns nothing more."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class TextGuard(GraphComponent):
    """Hands on at most `MOST_WORDS` words, and always at least one."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TextGuard:
        """Create it; it has nothing to load."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Keep the original text aside and shorten what the classifier sees."""
        for message in messages:
            original = message.get(TEXT) or ""
            message.set(ORIGINAL, original)
            message.set(TEXT, shortened(original))
        return messages


def shortened(text: str) -> str:
    """Return what the classifier may see of a text."""
    if not any(character.isalnum() for character in text):
        return NO_WORDS
    words = text.split(maxsplit=MOST_WORDS)
    return " ".join(words[:MOST_WORDS])
