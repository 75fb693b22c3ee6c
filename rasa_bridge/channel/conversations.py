"""Work on one conversation happens in order, once per message, and is never cut off."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from rasa_bridge.channel.events import Turn
from rasa_bridge.channel.replies import Offered

_KEPT_REPLIES = 30
_IDLE_SECONDS = 1_800.0
"""Unused for so long, a conversation is read from the store again when somebody comes back."""


@dataclass
class Conversation:
    """What is held in memory of one conversation; the tracker store holds the rest."""

    id: str
    order: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Fair: whoever came first is served first, without polling."""
    work: OrderedDict[str, asyncio.Task[Any]] = field(default_factory=OrderedDict)
    """Message id -> its processing, running or done."""
    read: bool = False
    """The store was read since this process started."""
    sent: set[str] = field(default_factory=set)
    """Ids of the messages that are in the store."""
    asked: set[str] = field(default_factory=set)
    """Questions that were asked in this conversation."""
    last: Turn | None = None
    offered: tuple[Offered, ...] = ()
    """The buttons that count: those of the last turn."""
    ended: bool = False
    used_at: float = 0.0
    """When a request for it came last, by the clock of `Conversations`."""

    @property
    def pending(self) -> str | None:
        """The question that is open."""
        return self.last.slots.get("triage_question") if self.last else None

    @property
    def waiting(self) -> int:
        """How many messages are not answered yet."""
        return sum(not task.done() for task in self.work.values())

    def once(self, message_id: str, process: Callable[[], Awaitable[Any]]) -> asyncio.Task[Any]:
        """Return the processing of a message, started now unless it already was.

        A processing that failed is forgotten, so that a retry tries again. The task belongs
        to the conversation, not to the request: a client that hangs up does not stop it.
        """
        if message_id in self.work:
            return self.work[message_id]
        task = asyncio.ensure_future(self._in_order(process))
        self.work[message_id] = task
        task.add_done_callback(lambda done: self._done(message_id, done))
        return task

    async def _in_order(self, process: Callable[[], Awaitable[Any]]) -> Any:
        async with self.order:
            return await process()

    def _done(self, message_id: str, task: asyncio.Task[Any]) -> None:
        failed = task.cancelled() or task.exception() is not None
        if failed and self.work.get(message_id) is task:
            del self.work[message_id]
        finished = [key for key, other in self.work.items() if other.done()]
        for key in finished[:-_KEPT_REPLIES]:
            del self.work[key]


class Conversations:
    """The conversations held in memory, those unused for long let go."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._held: OrderedDict[str, Conversation] = OrderedDict()
        self._ended: OrderedDict[str, None] = OrderedDict()

    def get(self, conversation_id: str) -> Conversation | None:
        """Return the conversation; None where it was deleted by its patient."""
        if conversation_id in self._ended:
            return None
        conversation = self._held.pop(conversation_id, None) or Conversation(conversation_id)
        self._held[conversation_id] = conversation
        conversation.used_at = self._clock()
        self.let_go()
        return conversation

    def end(self, conversation: Conversation) -> None:
        """Forget a deleted conversation and remember only that its token is void."""
        conversation.ended = True
        self._held.pop(conversation.id, None)
        self._ended[conversation.id] = None
        while len(self._ended) > self._most:
            self._ended.popitem(last=False)

    def let_go(self) -> None:
        """Let go of those nobody used for long; where too many are held, of the longest unused."""
        idle_since = self._clock() - _IDLE_SECONDS
        for key, conversation in list(self._held.items()):
            if len(self._held) <= self._most and conversation.used_at > idle_since:
                return
            if not conversation.waiting and not conversation.order.locked():
                del self._held[key]
