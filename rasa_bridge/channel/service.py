"""The chat without HTTP: sessions, messages, history, deletion, and what limits them."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any

from rasa_bridge.channel.answering import Agent, Answerer, own_message
from rasa_bridge.channel.conversations import Conversation, Conversations
from rasa_bridge.channel.danger import WINDOW, Heard, listen
from rasa_bridge.channel.erase import erase
from rasa_bridge.channel.limits import Rate
from rasa_bridge.channel.numbers import call_list
from rasa_bridge.channel.refusals import UNREAD, RefusalError
from rasa_bridge.channel.replies import Json, Writer
from rasa_bridge.channel.requests import Sent
from rasa_bridge.channel.settings import Settings
from rasa_bridge.channel.tokens import BadTokenError, Tokens

CUT = "Your message was very long. I read all of it. I answer the part that sounded serious."
CUT_UNREAD = (
    "Your message was very long. I read only its start and its end. "
    "I answer the part that sounded serious."
)
_MOST_WAITING = 3
_HUGE_TEXT = 50_000
_TO_READ = 2 / 3
"""The part of the time for a reply that a long text may be read for; the rest is for the bot."""
_SILENT = Heard(None, answers_pending=False, part="")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limits:
    """The rates that are counted."""

    session: Rate
    address: Rate
    new_sessions: Rate
    history: Rate

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """Return fresh counters for these settings."""
        return cls(
            Rate(settings.session_messages_per_minute),
            Rate(settings.address_messages_per_minute),
            Rate(settings.address_sessions_per_minute),
            Rate(settings.session_messages_per_minute),
        )

    def let_go(self) -> None:
        """Forget whom no limit holds back any more."""
        for rate in (self.session, self.address, self.new_sessions, self.history):
            rate.let_go()


class Chat:
    """What the API can do; every method raises only RefusalError."""

    def __init__(
        self,
        settings: Settings,
        tokens: Tokens,
        writer: Writer,
        answerer: Answerer,
        agent: Agent,
    ) -> None:
        self._settings = settings
        self._tokens = tokens
        self._writer = writer
        self._answerer = answerer
        self._agent = agent
        self._limits = Limits.of(settings)
        self._conversations = Conversations(settings.open_conversations)
        self._one_huge_text = asyncio.Semaphore(1)

    def new_session(self, address: str) -> str:
        """Return a token for a new conversation."""
        wait = self._limits.new_sessions.wait(address)
        if wait:
            raise RefusalError("too_many", retry_after=wait)
        return self._tokens.issue(time.time())

    def conversation(self, token: str) -> Conversation:
        """Return the conversation a token opens."""
        try:
            conversation_id = self._tokens.conversation(token, time.time())
        except BadTokenError:
            raise RefusalError("no_session") from None
        conversation = self._conversations.get(conversation_id)
        if conversation is None:
            raise RefusalError("no_session")
        return conversation

    async def send(self, conversation: Conversation, sent: Sent, address: str) -> Json:
        """Answer one message; a message that came before gets the answer it had, or joins it."""
        now = asyncio.get_running_loop().time
        late_at = now() + self._settings.reply_seconds
        try:
            heard = await self._heard(conversation, sent)
        except asyncio.TimeoutError:
            sent = replace(sent, whole=False)
            heard = Heard(None, answers_pending=False, part=sent.text[:WINDOW])
        task = conversation.work.get(sent.id)
        if task is None:
            cut = self._admit(conversation, sent, heard, address)
            task = conversation.once(
                sent.id, lambda: self._answer(conversation, sent, heard, cut=cut)
            )
        try:
            messages = await asyncio.wait_for(asyncio.shield(task), late_at - now())
        except asyncio.TimeoutError:
            raise RefusalError("late", danger=heard.emergency) from None
        return self._with_numbers({"messages": messages})

    async def history(self, conversation: Conversation, after: str) -> Json:
        """Return what was said after the message with the id `after` ("" for all of it)."""
        wait = self._limits.history.wait(conversation.id)
        if wait:
            raise RefusalError("too_many", retry_after=wait)
        async with conversation.order:
            try:
                turns = await self._answerer.read(conversation)
            except Exception as error:
                raise RefusalError("failed") from error
        return self._with_numbers({"messages": self._writer.history(turns, after)})

    async def delete(self, conversation: Conversation) -> None:
        """Erase a conversation everywhere; its token is void from then on."""
        async with conversation.order:
            try:
                async with self._agent.lock_store.lock(conversation.id):
                    await erase(self._agent.tracker_store, conversation.id)
            except Exception as error:  # noqa: BLE001 - whatever it is, nothing is proven gone
                logger.error("A conversation was not erased: %s", type(error).__name__)  # noqa: TRY400
                raise RefusalError("not_erased") from None
            self._limits.session.forget(conversation.id)
            self._limits.history.forget(conversation.id)
            self._conversations.end(conversation)

    def let_go(self) -> None:
        """Forget what is in memory of conversations and addresses unused for long."""
        self._conversations.let_go()
        self._limits.let_go()

    async def _answer(
        self, conversation: Conversation, sent: Sent, heard: Heard, *, cut: bool
    ) -> list[Json]:
        if conversation.ended:
            # Deleted while this message waited: answering would bring it back to life.
            raise RefusalError("no_session", danger=heard.emergency)
        handed = replace(sent, text=heard.part) if cut else sent
        reply = await self._answerer.answer(conversation, handed, heard)
        # Where no red flag was found in what was read, one may stand in the rest.
        unread = CUT_UNREAD if heard.must_pass else UNREAD
        note = CUT if sent.whole else unread
        return [*reply, own_message(reply[-1], note)] if cut else reply

    async def _heard(self, conversation: Conversation, sent: Sent) -> Heard:
        if not sent.text:
            return _SILENT
        if len(sent.text) <= self._settings.message_characters:
            return listen(sent.text, self._writer.tables, conversation.pending)
        return await asyncio.wait_for(
            self._heard_apart(conversation, sent), self._settings.reply_seconds * _TO_READ
        )

    async def _heard_apart(self, conversation: Conversation, sent: Sent) -> Heard:
        # A text of a megabyte takes many seconds to read: one at a time, and the others go past.
        lane = self._one_huge_text if len(sent.text) > _HUGE_TEXT else nullcontext()
        async with lane:
            return await asyncio.get_running_loop().run_in_executor(
                None, listen, sent.text, self._writer.tables, conversation.pending
            )

    def _admit(self, conversation: Conversation, sent: Sent, heard: Heard, address: str) -> bool:
        """Refuse what passes a limit, unless it may be a red flag; return whether to cut it.

        What could not be read whole may hold one.
        """
        tapped = self._answer_tapped(conversation, sent)
        must_pass = heard.must_pass or tapped or not sent.whole
        wait = max(self._limits.session.wait(conversation.id), self._limits.address.wait(address))
        if conversation.waiting >= _MOST_WAITING:
            wait = max(wait, 1.0)
        if wait and not must_pass:
            raise RefusalError("too_many", retry_after=wait)
        too_long = not sent.whole or len(sent.text) > self._settings.message_characters
        if too_long and not must_pass:
            raise RefusalError("too_long")
        return too_long

    @staticmethod
    def _answer_tapped(conversation: Conversation, sent: Sent) -> bool:
        """Whether a button answers the open question: that may be the red flag itself."""
        return bool(conversation.pending) and any(
            offer.id == sent.button for offer in conversation.offered
        )

    def _with_numbers(self, body: dict[str, Any]) -> Json:
        return {**body, "call": call_list(self._writer.clinic)}
