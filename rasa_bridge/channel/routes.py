"""The API at /chat/: HTTP on one side, the chat on the other."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from sanic import Blueprint
from sanic.exceptions import MethodNotSupported, NotFound, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, empty, raw, redirect
from sanic.response import json as json_response

from rasa_bridge.channel.address import client_address
from rasa_bridge.channel.bodies import read_body
from rasa_bridge.channel.conversations import Conversation
from rasa_bridge.channel.desk import Desk
from rasa_bridge.channel.pages import Page
from rasa_bridge.channel.refusals import RefusalError
from rasa_bridge.channel.requests import read_sent

logger = logging.getLogger(__name__)

Route = Callable[[Request], Awaitable[HTTPResponse]]


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Put every route of the chat on its blueprint."""

    @blueprint.post("/session")
    async def new_session(request: Request) -> HTTPResponse:
        token = desk.chat.new_session(_address(request, desk))
        return json_response({"session": token}, status=201)

    @blueprint.post("/messages", stream=True)
    async def send(request: Request) -> HTTPResponse:
        # Read to its end before anything is refused, or the client could not read the refusal.
        body = await read_body(request.stream, desk.settings.body_bytes)
        conversation = _conversation(request, desk)
        sent = read_sent(body.message(), whole=body.whole)
        reply = await desk.chat.send(conversation, sent, _address(request, desk))
        return json_response(reply, ensure_ascii=False)

    @blueprint.get("/messages")
    async def history(request: Request) -> HTTPResponse:
        after = request.args.get("after", "")
        return json_response(await desk.chat.history(_conversation(request, desk), after))

    @blueprint.delete("/session")
    async def delete(request: Request) -> HTTPResponse:
        await desk.chat.delete(_conversation(request, desk))
        return empty()

    @blueprint.get("/health")
    async def health(request: Request) -> HTTPResponse:
        if not await desk.health.ready():
            raise RefusalError("not_ready")
        return json_response({"status": "ready"})

    for path, page in desk.pages.items():
        blueprint.add_route(_serve(page), f"/{path}", methods=("GET", "HEAD"), name=path or "host")


async def to_chat(request: Request) -> HTTPResponse | None:
    """Send whoever opens the bare address to the chat, as a request middleware."""
    # Relative, so that it also holds behind a proxy that serves the bot below a path.
    return redirect("chat/") if request.path in {"/", "/chat"} else None


def refuse(desk: Desk) -> Callable[[Request, Exception], HTTPResponse]:
    """Return the handler that turns every exception into a sentence and the numbers."""

    def handler(request: Request, error: Exception) -> HTTPResponse:
        refusal = error if isinstance(error, RefusalError) else RefusalError(_code(error))
        headers = {}
        if refusal.retry_after:
            headers["Retry-After"] = str(max(1, round(refusal.retry_after)))
        if refusal.status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        if isinstance(error, MethodNotSupported):
            headers.update(error.headers)
        return json_response(refusal.body(desk.clinic), refusal.status, headers)

    return handler


def _code(error: Exception) -> str:
    for kind, code in (
        (NotFound, "not_found"),
        (MethodNotSupported, "wrong_method"),
        (PayloadTooLarge, "too_long"),
    ):
        if isinstance(error, kind):
            return code
    if isinstance(error, SanicException) and error.status_code < 500:
        return "bad_request"
    logger.error("A request failed: %s", type(error).__name__)
    return "failed"


def _conversation(request: Request, desk: Desk) -> Conversation:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise RefusalError("no_session")
    return desk.chat.conversation(token.strip())


def _address(request: Request, desk: Desk) -> str:
    forwarded = ",".join(request.headers.getall("x-forwarded-for", []))
    return client_address(request.ip, forwarded, desk.settings.proxies)


def _serve(page: Page) -> Route:
    async def serve(request: Request) -> HTTPResponse:
        headers = {"ETag": page.etag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == page.etag:
            return empty(304, headers)
        return raw(page.content, headers=headers, content_type=page.content_type)

    return serve
