"""Everything the routes work with, put together once the bot is loaded."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass

from rasa_bridge.channel.answering import Agent, Answerer, Handler
from rasa_bridge.channel.erase import can_erase
from rasa_bridge.channel.health import Health
from rasa_bridge.channel.pages import Page
from rasa_bridge.channel.refusals import RefusalError
from rasa_bridge.channel.replies import Writer
from rasa_bridge.channel.retention import erase_untouched
from rasa_bridge.channel.service import Chat
from rasa_bridge.channel.settings import Settings, SettingsError
from rasa_bridge.channel.store_watch import StoreWatch
from rasa_bridge.channel.tokens import Tokens
from rasa_bridge.clinic import Clinic
from rasa_bridge.stored_tables import tables_in_use

_DAY = 86_400.0
_TIDY_EVERY_SECONDS = _DAY
_FORGET_EVERY_SECONDS = 60.0

logger = logging.getLogger(__name__)


@dataclass
class Desk:
    """What serves the requests."""

    settings: Settings
    clinic: Clinic
    tokens: Tokens
    pages: dict[str, Page]
    _chat: Chat | None = None
    _health: Health | None = None

    @property
    def chat(self) -> Chat:
        """The chat; a refusal while the bot is still being loaded."""
        if self._chat is None:
            raise RefusalError("not_ready")
        return self._chat

    @property
    def health(self) -> Health:
        """The health check; a refusal while the bot is still being loaded."""
        if self._health is None:
            raise RefusalError("not_ready")
        return self._health

    def open(self, agent: Agent, handler: Handler) -> None:
        """Start serving with this agent, by the tables of its model.

        Raises:
            SettingsError: conversations could not be deleted from the agent's tracker store.
        """
        if not can_erase(agent.tracker_store):
            raise SettingsError(
                "endpoints.yml: no way to delete a conversation from this tracker_store is known. "
                "Allowed: SQL, redis, mongod, dynamo, or none (in memory)."
            )
        watch = StoreWatch()
        watch.attach(agent.tracker_store)
        writer = Writer(tables_in_use(), self.clinic, self.tokens.sign)
        answerer = Answerer(agent, handler, writer, watch)
        self._chat = Chat(self.settings, self.tokens, writer, answerer, agent)
        self._health = Health(agent, handler)

    async def keep_forgetting(self) -> None:
        """Let go, every minute, of what memory holds of people who left; never ends."""
        while True:
            await asyncio.sleep(_FORGET_EVERY_SECONDS)
            self.chat.let_go()

    async def keep_tidy(self, agent: Agent) -> None:
        """Erase what nobody touched for long, now and every day; never ends."""
        while True:
            try:
                before = time.time() - self.settings.keep_days * _DAY
                erased = await erase_untouched(agent.tracker_store, before)
                if erased:
                    logger.info("Erased %d conversations that were left long ago.", erased)
            except Exception as error:  # noqa: BLE001 - tomorrow the store may be well again
                # Neither traceback nor text: a store's error may quote what a patient wrote.
                logger.error("Old conversations were not erased: %s", type(error).__name__)  # noqa: TRY400
            await asyncio.sleep(_TIDY_EVERY_SECONDS)
