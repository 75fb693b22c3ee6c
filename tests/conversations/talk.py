"""Talks to the bot as a patient does, over an output channel of our own name."""

from __future__ import annotations

import asyncio
import json
import uuid
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from rasa_bridge.launch import logs

CHANNEL = "chat"


class ChatOutput(CollectingOutputChannel):
    """Collects what the bot says, under the name of the patient's chat."""

    @classmethod
    def name(cls) -> str:
        return CHANNEL


@dataclass(frozen=True)
class Reply:
    """What the bot said to one message."""

    texts: tuple[str, ...]
    buttons: dict[str, str]
    """Title -> payload, of all messages."""
    responses: tuple[str, ...]
    """Names of the responses, in order."""

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def is_filled_in(self) -> bool:
        """Whether every placeholder has its words."""
        return {"{", "}"}.isdisjoint(self.text) and "None" not in self.text


@dataclass
class Bot:
    agent: Agent
    loop: asyncio.AbstractEventLoop

    @classmethod
    def load(cls, model: Path, loop: asyncio.AbstractEventLoop, actions: str | None = None) -> Bot:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            logs.configure(private=True)
            agent = Agent.load(
                str(model),
                generator=EndpointConfig(type="rasa_bridge.nlg.ClinicNLG"),
                action_endpoint=EndpointConfig(url=actions or "http://127.0.0.1:9/webhook"),
            )
        return cls(agent, loop)

    def talk(self) -> Talk:
        return Talk(self)


@dataclass
class Talk:
    """One conversation."""

    bot: Bot
    sender: str = field(default_factory=lambda: uuid.uuid4().hex)
    _tracker: DialogueStateTracker | None = None

    def say(self, text: str) -> Reply:
        """Send a message; return what the bot says."""
        output = ChatOutput()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.bot.loop.run_until_complete(
                self.bot.agent.handle_text(text, output_channel=output, sender_id=self.sender)
            )
        self._tracker = None
        names = []
        for event in reversed(self.tracker.events):
            if isinstance(event, UserUttered):
                break
            if isinstance(event, BotUttered):
                names.insert(0, event.metadata.get("utter_action", ""))
        buttons = {
            button["title"]: button["payload"]
            for message in output.messages
            for button in message.get("buttons", [])
        }
        texts = tuple(message.get("text", "") for message in output.messages)
        return Reply(texts, buttons, tuple(names))

    def press(self, question: str, value: str) -> Reply:
        """Press a button of a question."""
        return self.say(f"/answer{json.dumps({'question': question, 'value': value})}")

    def slot(self, name: str) -> Any:
        return self.tracker.get_slot(name)

    @property
    def level(self) -> str | None:
        return self.slot("triage_level")

    @property
    def question(self) -> str | None:
        return self.slot("triage_question")

    @property
    def tracker(self) -> DialogueStateTracker:
        """The conversation as it is stored after the last message."""
        if self._tracker is None:
            store = self.bot.agent.tracker_store
            self._tracker = self.bot.loop.run_until_complete(store.retrieve(self.sender))
        assert self._tracker is not None
        return self._tracker
