"""Is the bot fit to serve? Only when a red flag is triaged as one through the whole pipeline."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time

from rasa.core.channels.channel import UserMessage

from rasa_bridge.channel.answering import CHANNEL, Agent, Handler, Output
from rasa_bridge.channel.erase import NotErasedError, erase
from rasa_bridge.channel.events import turns
from triage.levels import Level

RED_FLAG = "I can't breathe and my chest hurts badly"
_ANSWER_WITHIN_SECONDS = 10.0
_GOOD_FOR_SECONDS = 15.0

logger = logging.getLogger(__name__)


class Health:
    """Asks the bot a red flag; a good answer is believed for a few seconds."""

    def __init__(self, agent: Agent, handler: Handler) -> None:
        self._agent = agent
        self._handler = handler
        self._good_until = 0.0
        self._asking = asyncio.Lock()

    async def ready(self) -> bool:
        """Return whether the red flag was answered as an emergency."""
        async with self._asking:
            if time.monotonic() < self._good_until:
                return True
            try:
                good = await asyncio.wait_for(self._ask(), _ANSWER_WITHIN_SECONDS)
            except Exception as error:  # noqa: BLE001 - whatever it is, the bot is not fit
                logger.error("The health check failed: %s", type(error).__name__)  # noqa: TRY400
                good = False
            if good:
                self._good_until = time.monotonic() + _GOOD_FOR_SECONDS
            return good

    async def _ask(self) -> bool:
        conversation = f"chat-health-{secrets.token_hex(8)}"
        output = Output()
        message = UserMessage(RED_FLAG, output, conversation, input_channel=CHANNEL)
        try:
            await self._handler(message)
            tracker = await self._agent.tracker_store.retrieve(conversation)
            last = turns(tracker.events)[-1] if tracker else None
        finally:
            await self._forget(conversation)
        level = last.slots.get("triage_level") if last else None
        return level == Level.EMERGENCY.id and bool(last and last.said)

    async def _forget(self, conversation: str) -> None:
        try:
            await erase(self._agent.tracker_store, conversation)
        except NotErasedError as error:
            logger.warning("The health check's own conversation stays: %s", error)
