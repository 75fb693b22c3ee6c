"""The command line: `python -m rasa_bridge train|check|run|shell`."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from rasa_bridge.clinic import ClinicError
from rasa_bridge.launch import ports, supervisor
from rasa_bridge.launch.project import LaunchError, find_project


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code. What a person can mend is one sentence."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except (LaunchError, ClinicError) as error:
        sys.stderr.write(f"{options.command}: {error}\n")
        return 1


def _run(options: argparse.Namespace) -> int:
    root = find_project()
    if options.command == "run":
        return supervisor.run(root, options.host, options.port)
    if options.command == "shell":
        return supervisor.shell(root)
    if options.command == "check":
        from rasa_bridge.check import main as check  # noqa: PLC0415 - reads all tables

        return check(root)
    if options.command == "train":
        from rasa_bridge.launch.training import train  # noqa: PLC0415 - imports Rasa

        # Nearly all that a training makes lives to its end: the search for garbage takes a tenth
        # of the time and finds next to nothing.
        gc.disable()
        try:
            train(root)
        finally:
            gc.enable()
        return 0
    from rasa_bridge.launch import server  # noqa: PLC0415 - imports Rasa

    if options.command == "serve":
        server.serve(options.model, options.actions_port, options.host, options.port)
    else:
        server.converse(options.model, options.actions_port)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rasa_bridge")
    commands = parser.add_subparsers(dest="command", required=True)

    commands.add_parser("train", help="train the model, if its sources changed")
    commands.add_parser("check", help="check the training data and the texts")
    run = commands.add_parser("run", help="train if needed, then serve the bot")
    _add_address(run)
    commands.add_parser("shell", help="train if needed, then talk in this terminal")

    # The two processes that `run` and `shell` start; no need to call them by hand.
    serve = commands.add_parser("serve", help="serve one model file, nothing else")
    converse = commands.add_parser("converse", help="talk to one model file, nothing else")
    _add_address(serve)
    for command in (serve, converse):
        command.add_argument("model", type=Path)
        command.add_argument("--actions-port", type=int, required=True)
    return parser


def _add_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=5005)
    parser.add_argument("--host", default=ports.LOOPBACK, help="0.0.0.0 opens it to the network")
