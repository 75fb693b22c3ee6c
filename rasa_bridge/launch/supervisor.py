"""`run` and `shell`: the bot and its action server, started and stopped as one."""

from __future__ import annotations

import os
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from rasa_bridge.clinic import clinic_path, load_clinic, placeholder_warning
from rasa_bridge.launch import models, ports
from rasa_bridge.launch.children import Child, Kept
from rasa_bridge.launch.private_folder import (
    SECRET_VARIABLE,
    make_private_folder,
    session_secret,
)
from rasa_bridge.launch.project import LaunchError

_POLL = 0.2  # seconds between two looks at the children
_READY_WITHIN = 300.0  # seconds; loading takes about 10 on two cores
_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _StopRequested(BaseException):
    """Somebody pressed Ctrl-C or asked the process to end."""


def run(root: Path, host: str, port: int) -> int:
    """Serves the bot until it is told to stop.

    Returns:
        The exit code: 0 after a stop that was asked for, 1 when the bot itself ended.

    Raises:
        LaunchError: When it cannot be started.
    """
    ports.require_free(host, port)
    return _supervise(root, _Server(host, port))


def shell(root: Path) -> int:
    """Talks to the bot in this terminal; returns the shell's exit code."""
    return _supervise(root, _Shell())


class _Server:
    """The bot behind HTTP."""

    in_terminal = False

    def __init__(self, host: str, port: int) -> None:
        self._probe = f"http://{ports.LOOPBACK if host == '0.0.0.0' else host}:{port}/"  # noqa: S104 - only compared
        self._address = f"http://localhost:{port}/chat/"
        self._options = ["--host", host, "--port", str(port)]
        self._ready = False
        self._deadline = time.monotonic() + _READY_WITHIN

    def arguments(self, model: Path, actions_port: int) -> list[str]:
        return _bot("serve", model, actions_port) + self._options

    def look(self) -> None:
        """Announces the bot once it answers; the server's own words come too early."""
        if self._ready:
            return
        if _answers(self._probe):
            self._ready = True
            _say(f"The bot is ready. Open {self._address} (Ctrl-C stops it).")
        elif time.monotonic() > self._deadline:
            raise LaunchError(f"The bot did not answer within {_READY_WITHIN:.0f} seconds.")

    def ended(self, code: int) -> int:
        _say(f"The bot stopped by itself (exit code {code}). Everything else is stopped too.")
        return 1


class _Shell:
    """The bot at the keyboard."""

    in_terminal = True

    def arguments(self, model: Path, actions_port: int) -> list[str]:
        return _bot("converse", model, actions_port)

    def look(self) -> None:
        """Nothing to do: the person sees when it is ready."""

    def ended(self, code: int) -> int:
        return code


def _supervise(root: Path, bot: _Server | _Shell) -> int:
    started: list[Child | Kept] = []
    try:
        with _stop_signals():
            _check_clinic()
            model = _ensure_model(root, started)
            make_private_folder(root)
            os.environ[SECRET_VARIABLE] = session_secret(root)
            actions_port = ports.find_free()
            actions = Kept(["-m", "actions", "--port", str(actions_port)])
            started.append(actions)
            main = Child(bot.arguments(model, actions_port), in_terminal=bot.in_terminal)
            started.append(main)
            if not bot.in_terminal:
                _say("Starting the bot. This takes some seconds.")
            while main.exit_code is None:
                bot.look()
                news = actions.look_after()
                if news:
                    _say(f"The action server {news}.")
                time.sleep(_POLL)
            return bot.ended(main.exit_code)
    except _StopRequested:
        if not bot.in_terminal:
            _say("Stopping.")
        return 0
    finally:
        for child in reversed(started):
            child.stop()


def _check_clinic() -> None:
    """Stops a start without the clinic's numbers; says loudly when they are not set."""
    warning = placeholder_warning(load_clinic(), clinic_path())
    if warning:
        _say(warning)


def _ensure_model(root: Path, started: list[Child | Kept]) -> Path:
    """The model of the present sources, trained in a child process when it is missing."""
    model = models.model_path(root)
    if not model.is_file():
        training = Child(["-m", "rasa_bridge", "train"])
        started.append(training)
        if training.wait() != 0 or not model.is_file():
            raise LaunchError("There is no model for the present files, so the bot is not started.")
    return model


def _bot(command: str, model: Path, actions_port: int) -> list[str]:
    return ["-m", "rasa_bridge", command, str(model), "--actions-port", str(actions_port)]


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as response:  # noqa: S310 - our own address
            return bool(response.status == 200)
    except urllib.error.HTTPError:
        return True  # it speaks HTTP, so it is up
    except OSError:
        return False


@contextmanager
def _stop_signals() -> Iterator[None]:
    """Turns the signals that end a program into an exception, once."""

    def request_stop(_number: int, _frame: FrameType | None) -> None:
        # A second Ctrl-C must not cut the orderly stop short.
        for number in _STOPPING:
            signal.signal(number, signal.SIG_IGN)
        raise _StopRequested

    before = {number: signal.signal(number, request_stop) for number in _STOPPING}
    try:
        yield
    finally:
        if all(signal.getsignal(number) is request_stop for number in _STOPPING):
            for number, handler in before.items():
                signal.signal(number, handler)


def _say(text: str) -> None:
    sys.stderr.write(f"bot: {text}\n")
    sys.stderr.flush()
