"""The whole bot without a server: for the trial of a new model, measuring and tests."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig, read_endpoint_config


@dataclass(frozen=True)
class Reply:
    """What the bot said to one message, and the slots after it."""

    messages: tuple[Mapping[str, Any], ...]
    """Rasa's messages: `text`, `buttons`, `custom`."""
    slots: Mapping[str, Any]
    responses: tuple[str, ...] = ()
    """Names of the responses, in order."""

    @property
    def text(self) -> str:
        """Every text of the reply."""
        return " ".join(message.get("text") or "" for message in self.messages)


class InProcessBot:
    """A loaded model with an event loop of its own; conversations live in memory."""

    def __init__(self, model: Path, endpoints: Path, action_url: str | None = None) -> None:
        """Load exactly this model.

        Args:
            model: the model file; Rasa itself would take the newest of its folder where it
                does not exist.
            endpoints: endpoints.yml; only the texts (`nlg`) are read from it, so that nothing
                is written to a store.
            action_url: where custom actions are served; none where None.

        Raises:
            FileNotFoundError: there is no such model file.
        """
        if not model.is_file():
            raise FileNotFoundError(f"{model} does not exist; train first.")
        self._loop = asyncio.new_event_loop()
        generator = read_endpoint_config(str(endpoints), endpoint_type="nlg")
        actions = EndpointConfig(action_url) if action_url else None
        self._agent = Agent.load(model, generator=generator, action_endpoint=actions)

    def say(self, text: str, sender: str) -> Reply:
        """Return the bot's reply to one message of one conversation."""
        messages = self.send(text, sender)
        tracker = self._loop.run_until_complete(self._agent.tracker_store.retrieve(sender))
        if tracker is None:
            return Reply(messages, {})
        said = _said_since_message(tracker)
        return Reply(messages, dict(tracker.current_slot_values()), said)

    def send(self, text: str, sender: str) -> tuple[Mapping[str, Any], ...]:
        """Return Rasa's messages alone: what a turn takes is measured without reading its slots."""
        answered = self._agent.handle_text(text, sender_id=sender)
        return tuple(self._loop.run_until_complete(answered) or ())

    def intent(self, text: str) -> str:
        """Return the intent the model sees in a message, outside any conversation."""
        parsed = self._loop.run_until_complete(self._agent.parse_message(text))
        return str(parsed["intent"]["name"])

    def close(self) -> None:
        """Stop the event loop."""
        self._loop.close()


def _said_since_message(tracker: DialogueStateTracker) -> tuple[str, ...]:
    """Return the names of the responses said since the latest message."""
    names: list[str] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, BotUttered):
            names.insert(0, str(event.metadata.get("utter_action", "")))
    return tuple(names)
