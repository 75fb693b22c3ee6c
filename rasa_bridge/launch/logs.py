"""Logging that never holds what a patient wrote, at any level.

Rasa puts user text into log messages, into warnings and into the text of exceptions.
No list of the places is ever complete, so it is turned round: once patients can write,
only messages of our own loggers are shown, which by the rule of the house hold no user
text. Of anybody else's, the place and the kind of error remain.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

from rasa_bridge.launch.environment import OUR_PACKAGES

_TRAINING_STEPS = "rasa.engine.training.hooks"


def configure(*, private: bool, stream: TextIO | None = None) -> None:
    """Sends every log line and every warning of this process through one handler.

    Args:
        private: True as soon as patients can write. False only before that, while a
            model is trained or loaded, where the full text of an error helps.
        stream: Where the lines go; the error stream by default.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(PrivateFormatter(private=private))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.captureWarnings(capture=True)
    for package in OUR_PACKAGES:
        logging.getLogger(package).setLevel(logging.INFO)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, _to_standard_logging],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def show_training_steps() -> None:
    """Lets one line through for each component that Rasa starts to train."""
    steps = logging.getLogger(_TRAINING_STEPS)
    steps.setLevel(logging.INFO)
    steps.addFilter(lambda record: record.getMessage().startswith("Starting"))


class PrivateFormatter(logging.Formatter):
    """Formats a record; in private mode without any text that is not our own."""

    def __init__(self, *, private: bool) -> None:
        super().__init__()
        self._private = private

    def format(self, record: logging.LogRecord) -> str:
        """One line, followed by the traceback where there is one."""
        line = f"{record.levelname.lower()}: {record.name}: {self._message(record)}"
        if record.exc_info and record.exc_info[1] is not None:
            line = f"{line}\n{self._error(record.exc_info[1])}"
        return line

    def _message(self, record: logging.LogRecord) -> str:
        if not self._private or record.name.split(".")[0] in OUR_PACKAGES:
            return record.getMessage()
        # A structlog event is a constant in Rasa's source, such as "processor.message.parse".
        place = getattr(record, "event", f"{record.module}, line {record.lineno}")
        return f"{place} (text withheld)"

    def _error(self, error: BaseException) -> str:
        if not self._private:
            return "".join(traceback.format_exception(error)).rstrip()
        return "\n".join(_without_messages(error))


def _without_messages(error: BaseException | None) -> list[str]:
    """The tracebacks of an error and of what caused it, with types in place of messages."""
    if error is None:
        return []
    return [
        *_without_messages(error.__cause__ or error.__context__),
        *_frames(error.__traceback__),
        f"{type(error).__name__} (text withheld)",
    ]


def _frames(trace: TracebackType | None) -> list[str]:
    return [line.rstrip() for line in traceback.format_tb(trace)]


def _to_standard_logging(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> tuple[tuple[str], dict[str, Any]]:
    """Drops the fields, where user text travels, and hands the event on."""
    shown = event.get("event_info", event["event"])
    extra = {"event": str(event["event"])}
    return (str(shown),), {"exc_info": event.get("exc_info"), "extra": extra}
