"""The chat as a channel of Rasa: named in credentials.yml, mounted at /chat/."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic

from rasa_bridge.channel.answering import CHANNEL
from rasa_bridge.channel.desk import Desk
from rasa_bridge.channel.pages import load_pages
from rasa_bridge.channel.routes import add_routes, refuse, to_chat
from rasa_bridge.channel.security import SecurityHeaders
from rasa_bridge.channel.settings import Settings
from rasa_bridge.channel.tokens import Tokens, secret_from_environment
from rasa_bridge.clinic import Clinic, load_clinic

_HOUR = 3_600


class ChatChannel(InputChannel):
    """The patient's window at /chat/ of the Rasa server."""

    def __init__(self, settings: Settings, clinic: Clinic) -> None:
        self._settings = settings
        self._clinic = clinic

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel; responses may be written for it."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> ChatChannel:
        """Make the channel from its block of credentials.yml.

        Raises:
            SettingsError, ClinicError: with what is wrong and what is allowed.
        """
        return cls(Settings.of(credentials), load_clinic())

    def url_prefix(self) -> str:
        """Return where the chat is found; absolute, so not below /webhooks/."""
        return f"/{CHANNEL}"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes, and what to do when the server starts."""
        desk = Desk(
            settings=self._settings,
            clinic=self._clinic,
            tokens=Tokens(secret_from_environment(), self._settings.session_hours * _HOUR),
            pages=load_pages(self._clinic, self._settings),
        )
        blueprint = Blueprint("chat")
        add_routes(blueprint, desk)

        @blueprint.listener("before_server_start")
        async def take_over(app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
            # Rasa's hello page, Sanic's error pages and its size limit belong to the whole app.
            app.config.REQUEST_MAX_SIZE = self._settings.body_bytes
            app.register_middleware(to_chat, "request")
            app.register_middleware(SecurityHeaders(self._settings.allowed_origins), "response")
            app.error_handler.add(Exception, refuse(desk))

        @blueprint.listener("after_server_start")
        async def open_desk(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
            desk.open(app.ctx.agent, on_new_message)
            work = (desk.keep_tidy(app.ctx.agent), desk.keep_forgetting())
            app.ctx.chat_tidying = [loop.create_task(task) for task in work]

        @blueprint.listener("before_server_stop")
        async def stop_tidying(app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
            for task in app.ctx.chat_tidying:
                task.cancel()

        return blueprint
