"""Trains the model of the present sources, and tries it before it may serve anybody."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
import tempfile
import time
from pathlib import Path

from rasa_bridge.launch import environment, logs, models
from rasa_bridge.launch.project import LaunchError

RED_FLAG = "I can't breathe"
_ENDPOINTS = "endpoints.yml"
_CONFIG = "config.yml"
_UNFINISHED = ".new-"


def train(root: Path) -> Path:
    """Makes sure that the model of the present sources exists.

    Args:
        root: The project folder, which must be the current one.

    Returns:
        The accepted model file.

    Raises:
        LaunchError: When training failed, or the new model missed the red flag. The
            models that were there stay as they are.
    """
    with models.training_lock(root):
        target = models.model_path(root)
        if target.is_file():
            _say(f"The model is up to date ({target.name}).")
            return target
        _say("Training the model. This takes a minute or two.")
        started = time.monotonic()
        _remove_unfinished(target.parent)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=_UNFINISHED) as folder:
            candidate = train_with(root, root / _CONFIG, Path(folder), target.name)
            _say(f'Trying the new model with "{RED_FLAG}".')
            _accept(root, candidate)
            if models.model_path(root) != target:
                raise LaunchError("Files changed during the training. Please start it again.")
            candidate.replace(target)
        models.prune(root, keep=target)
        _say(f"The model is ready ({target.name}, {time.monotonic() - started:.0f} s).")
        return target


def _remove_unfinished(folder: Path) -> None:
    """Removes what a training that was killed left; the lock says that none is running."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left)


def train_with(root: Path, config: Path, folder: Path, name: str) -> Path:
    """Trains from scratch into `folder` with one configuration; returns the model file.

    Forced: Rasa's cache has been seen to give models that do not load after a component
    was inserted, and it knows nothing of tables outside the training data.
    """
    environment.prepare()
    logs.configure(private=False)
    logs.show_training_steps()
    from rasa.model_training import train as rasa_train  # noqa: PLC0415

    # Rasa announces success with a path that is only temporary.
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            result = rasa_train(
                domain=str(root / "domain.yml"),
                config=str(config),
                training_files=[str(root / "data")],
                output=str(folder),
                force_training=True,
                fixed_model_name=name,
            )
    except SystemExit as stop:
        raise LaunchError(f"Training failed. {printed.getvalue().strip()}") from stop
    except Exception as error:
        raise LaunchError(f"Training failed. {_root_cause(error)}") from error
    if result.code or not result.model:
        raise LaunchError(f"Training failed. {printed.getvalue().strip()}")
    return Path(result.model)


def _accept(root: Path, candidate: Path) -> None:
    """Loads exactly this file and asks it one red flag.

    Raises:
        LaunchError: When it does not load, or the answer is not the emergency message.
    """
    from rasa_bridge.inprocess import InProcessBot  # noqa: PLC0415

    try:
        answer = InProcessBot(candidate, root / _ENDPOINTS).say(RED_FLAG, sender="model-trial")
    except Exception as error:
        raise LaunchError(f"The new model does not work. {_root_cause(error)}") from error
    level = answer.slots.get("triage_level")
    if level != "emergency" or not answer.text.strip():
        raise LaunchError(
            f'The new model was not accepted: "{RED_FLAG}" gave the level {level!r} and '
            f"{len(answer.text)} characters of reply, in place of the emergency message."
        )


def _root_cause(error: BaseException) -> str:
    """The message of the first error: Rasa wraps it in one about its graph."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error) or type(error).__name__


def _say(text: str) -> None:
    sys.stderr.write(f"train: {text}\n")
    sys.stderr.flush()
