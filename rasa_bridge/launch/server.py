"""The process in which Rasa runs: behind HTTP, or at the keyboard."""

from __future__ import annotations

import logging
import uuid
from asyncio import AbstractEventLoop
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from rasa_bridge.launch import environment, logs, ports
from rasa_bridge.launch.project import LaunchError

if TYPE_CHECKING:
    from questionary import Question
    from rasa.core.utils import AvailableEndpoints
    from sanic import Sanic

_ENDPOINTS = "endpoints.yml"
_CREDENTIALS = "credentials.yml"
_LEAVE = "/stop"


def serve(model: Path, actions_port: int, host: str, port: int) -> None:
    """Serves the channels of `credentials.yml` until the process is told to stop.

    Rasa's own HTTP interface stays off: it reads out and changes conversations.
    """
    _serve(model, actions_port, host, port, channel=None)


def converse(model: Path, actions_port: int) -> None:
    """`rasa shell` with exactly this model and the project's endpoints."""
    _leave_on_interrupt()
    _serve(model, actions_port, ports.LOOPBACK, ports.find_free(), channel="cmdline")


def _serve(model: Path, actions_port: int, host: str, port: int, channel: str | None) -> None:
    if not model.is_file():
        # Rasa would silently take the newest model of the folder.
        raise LaunchError(f"The model {model} is not there.")
    environment.prepare()
    logs.configure(private=False)
    from rasa.core import run  # noqa: PLC0415
    from rasa.core.utils import AvailableEndpoints  # noqa: PLC0415
    from rasa.shared.exceptions import RasaException  # noqa: PLC0415
    from rasa.utils.endpoints import EndpointConfig  # noqa: PLC0415

    try:
        endpoints = AvailableEndpoints.read_endpoints(_ENDPOINTS)
        endpoints.action = EndpointConfig(url=f"http://{ports.LOOPBACK}:{actions_port}/webhook")
        app = run.configure_app(
            run.create_http_input_channels(channel, _CREDENTIALS),
            cors=_allowed_origins(Path(_CREDENTIALS)),
            enable_api=False,
            port=port,
            endpoints=endpoints,
            conversation_id=uuid.uuid4().hex,
        )
    except RasaException as error:
        raise LaunchError(str(error)) from error

    async def load(running: Sanic, loop: AbstractEventLoop) -> None:
        running.ctx.agent = await _load(model, endpoints, loop)
        # From the next line on patients can write.
        logs.configure(private=True)

    # Its warnings are advice to a developer, such as not to serve in production mode.
    logging.getLogger("sanic.error").setLevel(logging.ERROR)
    app.register_listener(load, "before_server_start")
    app.register_listener(run.close_resources, "after_server_stop")
    app.run(host=host, port=port, workers=1, access_log=False)


def _leave_on_interrupt() -> None:
    """Makes Ctrl-C at a menu of buttons leave the shell; Rasa's own code fails there."""
    from rasa.cli import utils  # noqa: PLC0415

    chosen = utils.payload_from_button_question

    async def chosen_or_stop(question: Question) -> str:
        try:
            return str(await chosen(question))
        except AttributeError:  # questionary answers None where the person pressed Ctrl-C
            return _LEAVE

    utils.payload_from_button_question = chosen_or_stop


async def _load(model: Path, endpoints: AvailableEndpoints, loop: AbstractEventLoop) -> object:
    """The agent, ready to answer: Rasa itself would go on serving without a model."""
    from rasa.core.agent import load_agent  # noqa: PLC0415

    agent = await load_agent(model_path=str(model), endpoints=endpoints, loop=loop)
    if not agent.is_ready():
        raise LaunchError(f"The model {model.name} could not be loaded.")
    return agent


def _allowed_origins(credentials: Path) -> list[str]:
    """The web pages that may embed the bot, from all channels' `allowed_origins`.

    Rasa answers a browser's preflight question before any route of a channel can, so
    it has to know them too.
    """
    channels = yaml.safe_load(credentials.read_text(encoding="utf-8")) or {}
    return [
        origin
        for settings in channels.values()
        for origin in (settings or {}).get("allowed_origins", [])
    ]
