"""The whole bot as one that answers first messages: Rasa's pipeline, policy and texts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from evaluation.answers import Answered
from evaluation.observed import Observed, from_slots
from rasa_bridge.inprocess import InProcessBot, Reply
from rasa_bridge.intents import UTTER_ANSWER, answered_by
from rasa_bridge.launch import environment, logs
from rasa_bridge.launch.training import train
from rasa_bridge.near_topics import RESPONSE
from triage.tables import Tables


class WholeBot:
    """The model of the present sources, trained if need be; each message its own conversation."""

    def __init__(self, bot: InProcessBot, tables: Tables) -> None:
        """Wrap a loaded bot."""
        self._bot = bot
        self._tables = tables
        self._senders = (f"evaluation-{number}" for number in itertools.count())

    @classmethod
    def of_present_sources(cls, tables: Tables) -> WholeBot:
        """Return the bot of the present sources."""
        root = Path.cwd()
        model = train(root)
        environment.prepare()
        logs.configure(private=True)
        return cls(InProcessBot(model, root / "endpoints.yml"), tables)

    def observe(self, text: str) -> Observed:
        """Return what the first reply to this message is."""
        reply = self._bot.say(text, next(self._senders))
        return from_slots(reply.slots, text, self._tables)

    def intent(self, text: str) -> str:
        """Return the intent the pipeline gives a message."""
        return self._bot.intent(text)

    def answers(self, texts: Sequence[str]) -> list[Answered]:
        """Return which answer, or which topics, the first reply to each text holds."""
        return [_answered(self._bot.say(text, next(self._senders))) for text in texts]


def _answered(reply: Reply) -> Answered:
    given = [answered_by(name) for name in reply.responses if name.startswith(UTTER_ANSWER)]
    topics = [
        button["payload"].removeprefix("/")
        for message in reply.messages
        for button in message.get("buttons") or ()
    ]
    return Answered(
        answer=given[0] if given else "",
        offered=tuple(topics) if RESPONSE in reply.responses else (),
    )
