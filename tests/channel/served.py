"""The real channel in the real server of Rasa, on a free port, with a bot of choice."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from rasa.core.channels.channel import register
from rasa.core.run import _create_app_without_api
from sanic import Sanic

from rasa_bridge.channel import ChatChannel, Settings
from rasa_bridge.clinic import Clinic
from tests.channel.fake_bot import FakeBot

CLINIC = Clinic(
    clinic_name="Test Clinic",
    emergency_number="112",
    care_team_phone="+1 555 0100",
    crisis_line="988",
    callback_minutes="20",
)

_rewritten: list[bool] = []


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def texts(self) -> list[str]:
        """The texts of the bot's messages."""
        return [message["text"] for message in self.json["messages"]]

    def button(self, title: str) -> str:
        """Return the id of the button of this title."""
        for message in self.json["messages"]:
            for offered in message.get("buttons", ()):
                if offered["title"] == title:
                    return str(offered["id"])
        raise AssertionError(f"no button {title}")


@dataclass
class Client:
    """A small client for a chat on this port."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        token: str = "",
        headers: dict[str, str] | None = None,
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = f"Bearer {token}"
        content = body if isinstance(body, bytes) else None
        if body is not None and content is None:
            content = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        connection.request(method, path, content, sent)
        got = connection.getresponse()
        answer = Answer(got.status, {k.lower(): v for k, v in got.getheaders()}, got.read())
        connection.close()
        return answer

    def session(self) -> str:
        return str(self.ask("POST", "/chat/session").json["session"])

    def say(self, token: str, text: str, message_id: str) -> Answer:
        return self.ask("POST", "/chat/messages", {"text": text, "id": message_id}, token)

    def tap(self, token: str, button: str, message_id: str) -> Answer:
        return self.ask("POST", "/chat/messages", {"button": button, "id": message_id}, token)

    def history(self, token: str, after: str = "") -> list[dict[str, Any]]:
        return list(self.ask("GET", f"/chat/messages?after={after}", token=token).json["messages"])


@dataclass
class Served(Client):
    """A running server with its bot, and a client for it."""

    bot: FakeBot
    loop: asyncio.AbstractEventLoop

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run something in the server's own loop."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout=20)


@contextmanager
def served(
    bot: FakeBot, settings: Settings | None = None, cors: tuple[str, ...] = ()
) -> Iterator[Served]:
    """Serve the channel for the length of a `with` block."""
    Sanic._app_registry.clear()
    app = _create_app_without_api(list(cors))
    settings = settings or Settings(allowed_origins=cors)
    register([ChatChannel(settings, CLINIC)], app, route="/webhooks/")
    app.ctx.agent = bot
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    loop = asyncio.new_event_loop()
    started: list[Any] = []
    ready = threading.Event()

    async def start() -> None:
        server = await app.create_server(
            sock=listening, return_asyncio_server=True, access_log=False
        )
        await server.startup()
        await server.before_start()
        await server.after_start()
        started.append(server)
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(start())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    with _rewritten_once():
        thread.start()
        assert ready.wait(20), "the server did not start"
    try:
        yield Served(port, bot, loop)
    finally:
        asyncio.run_coroutine_threadsafe(_stop(started[0]), loop).result(timeout=20)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(20)
        loop.close()
        listening.close()


@contextmanager
def _rewritten_once() -> Iterator[None]:
    """Sanic rewrites its own methods at start and can do so only once in a process."""
    if _rewritten:
        with patch("sanic.app.TouchUp.run"):
            yield
    else:
        yield
        _rewritten.append(True)


async def _stop(server: Any) -> None:
    await server.before_stop()
    server.server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
