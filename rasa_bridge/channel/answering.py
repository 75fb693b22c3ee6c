"""One message through the bot and back: hands it to Rasa and reads what was answered."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore

from rasa_bridge.channel.conversations import Conversation
from rasa_bridge.channel.danger import Heard
from rasa_bridge.channel.events import Said, Turn, turns
from rasa_bridge.channel.refusals import RefusalError
from rasa_bridge.channel.replies import Json, Writer
from rasa_bridge.channel.requests import Sent
from rasa_bridge.channel.store_watch import StoreWatch

CHANNEL = "chat"
NOT_SAVED = (
    "I could not save this chat. I may forget what you told me. "
    "If you feel unwell, call one of the numbers shown."
)

logger = logging.getLogger(__name__)


class Agent(Protocol):
    """What the channel needs of Rasa's agent."""

    tracker_store: TrackerStore
    lock_store: LockStore


Handler = Callable[[UserMessage], Awaitable[Any]]


class Output(CollectingOutputChannel):
    """Collects what the bot says, under our channel's name."""

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return CHANNEL


class Answerer:
    """Takes one message of a conversation through the bot."""

    def __init__(self, agent: Agent, handler: Handler, writer: Writer, watch: StoreWatch) -> None:
        self._agent = agent
        self._handler = handler
        self._writer = writer
        self._watch = watch

    async def read(self, conversation: Conversation) -> list[Turn]:
        """Read the whole conversation from the store."""
        tracker = await self._agent.tracker_store.retrieve_full_tracker(conversation.id)
        found = turns(tracker.events) if tracker else []
        conversation.sent = {turn.sent_id for turn in found}
        conversation.asked = {question for turn in found for question in turn.asked}
        self._remember(conversation, found[-1] if found else None)
        conversation.read = True
        return found

    async def answer(self, conversation: Conversation, sent: Sent, heard: Heard) -> list[Json]:
        """Process one message once and return the bot's messages; never an empty list.

        Args:
            conversation: whose turn it is; no other message of it is being processed.
            sent: the message.
            heard: what its words say by themselves.

        Raises:
            RefusalError: with what the patient is to read, for every kind of failure.
        """
        try:
            if not conversation.read:
                await self.read(conversation)
            if sent.id in conversation.sent:
                return await self._stored(conversation, sent)
            return await self._process(conversation, sent, heard)
        except RefusalError:
            raise
        except Exception as error:  # noqa: BLE001 - a patient waits: never silence
            # How far it got is not known: the next attempt looks into the store first.
            conversation.read = False
            # No traceback: it could show what the patient wrote.
            logger.error("A message was not answered: %s", type(error).__name__)  # noqa: TRY400
            raise RefusalError("failed", danger=heard.emergency) from None

    async def _process(self, conversation: Conversation, sent: Sent, heard: Heard) -> list[Json]:
        output = Output()
        failures = self._watch.failures
        payload = _payload(conversation, sent)
        await self._handler(
            UserMessage(payload, output, conversation.id, input_channel=CHANNEL, message_id=sent.id)
        )
        turn = await self._recorded(conversation, sent)
        saved = turn is not None and self._watch.failures == failures
        turn = turn or _unrecorded(sent, output, heard)
        self._remember(conversation, turn)
        reply = self._writer.reply(turn)
        if not reply:
            raise RefusalError("no_reply", danger=heard.emergency)
        return reply if saved else [*reply, own_message(reply[-1], NOT_SAVED)]

    async def _stored(self, conversation: Conversation, sent: Sent) -> list[Json]:
        """Return the reply that a message got before this process knew of it."""
        for turn in await self.read(conversation):
            reply = self._writer.reply(turn) if turn.sent_id == sent.id else []
            if reply:
                return reply
        raise RefusalError("no_reply")

    async def _recorded(self, conversation: Conversation, sent: Sent) -> Turn | None:
        """Return the turn of a message as the store holds it; None where it does not."""
        tracker = await self._agent.tracker_store.retrieve(conversation.id)
        found = turns(tracker.events) if tracker else []
        return next((turn for turn in reversed(found) if turn.sent_id == sent.id), None)

    def _remember(self, conversation: Conversation, turn: Turn | None) -> None:
        conversation.last = turn
        conversation.offered = tuple(self._writer.offered(turn)) if turn else ()
        if turn:
            conversation.sent.add(turn.sent_id)
            conversation.asked.update(turn.asked)


def own_message(before: Json, text: str) -> Json:
    """Return a message of the channel itself, placed right after another message."""
    return {"id": f"{before['id']}-note", "from": "bot", "text": text, "at": before["at"]}


def _payload(conversation: Conversation, sent: Sent) -> str:
    """Return what the bot gets: the words, or a command that only the channel can write."""
    if sent.text:
        return sent.text
    if sent.undo:
        if sent.undo not in conversation.asked:
            raise RefusalError("cannot_undo")
        return "/undo" + json.dumps({"question": sent.undo})
    for offer in conversation.offered:
        if offer.id == sent.button:
            return offer.payload
    raise RefusalError("old_button")


def _unrecorded(sent: Sent, output: CollectingOutputChannel, heard: Heard) -> Turn:
    """Build the turn of a message that was answered but could not be stored."""
    now = time.time()
    said = [
        Said(
            id=f"{int(now * 1_000_000) + place:016d}",
            text=message["text"],
            at=now,
            buttons=tuple((b["title"], b["payload"]) for b in message.get("buttons") or ()),
        )
        for place, message in enumerate(output.messages, start=1)
        if message.get("text")
    ]
    slots = {"triage_level": heard.level.id, "triage_because": heard.because}
    return Turn(
        id=f"{int(now * 1_000_000):016d}",
        sent_id=sent.id,
        text=sent.text,
        at=now,
        said=tuple(said),
        slots=slots if heard.urgent else {},
    )
