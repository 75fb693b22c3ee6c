"""Nothing a patient writes reaches a log, whoever logs it and at whatever level."""

from __future__ import annotations

import io
import logging
import sys
import warnings
from collections.abc import Iterator

import pytest
import structlog

from rasa_bridge.launch import logs

SECRET = "my poo is black"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Private logging with every level of every logger switched on."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    configured = structlog.get_config()
    stream = io.StringIO()
    logs.configure(private=True, stream=stream)
    root.setLevel(logging.DEBUG)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level = before
    structlog.configure(**configured)


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error", "critical"])
def test_a_third_partys_message_is_withheld_at_every_level(log: io.StringIO, level: str) -> None:
    getattr(logging.getLogger("rasa.core.processor"), level)(f"Received '{SECRET}'")
    getattr(structlog.get_logger("rasa.nlu"), level)("nlu.parsed", user_text=SECRET, text=SECRET)
    getattr(structlog.get_logger("rasa.nlu"), level)("nlu.parsed", event_info=f"saw {SECRET}")
    assert SECRET not in log.getvalue()
    assert "rasa.core.processor" in log.getvalue()
    assert "nlu.parsed" in log.getvalue()


def test_an_error_is_shown_with_its_place_but_not_its_words(log: io.StringIO) -> None:
    def parse(text: str) -> None:
        try:
            int(text)
        except ValueError as error:
            raise RuntimeError(f"cannot read {text}") from error

    try:
        parse(SECRET)
    except RuntimeError:
        logging.getLogger("triage").exception("a turn failed")
        structlog.get_logger("rasa").exception("turn.failed", text=SECRET)
    shown = log.getvalue()
    assert SECRET not in shown
    assert shown.count("ValueError (text withheld)") == 2
    assert shown.count("RuntimeError (text withheld)") == 2
    assert "in parse" in shown
    assert "a turn failed" in shown


def test_a_warning_that_quotes_the_message_is_withheld(log: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(f"Failed to parse '/intent{SECRET}'", stacklevel=1)
    assert "py.warnings" in log.getvalue()
    assert SECRET not in log.getvalue()


def test_our_own_messages_are_shown(log: io.StringIO) -> None:
    logging.getLogger("rasa_bridge.policy").info("tables %s", "0123abcd")
    assert log.getvalue() == "info: rasa_bridge.policy: tables 0123abcd\n"


def test_before_patients_can_write_an_error_is_shown_whole() -> None:
    stream = io.StringIO()
    formatter = logs.PrivateFormatter(private=False)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    try:
        raise ValueError("line 14: `stools` is not a question")
    except ValueError:
        record = logging.LogRecord(
            "rasa.engine", logging.ERROR, __file__, 1, "no model", None, sys.exc_info()
        )
    handler.handle(record)
    assert "line 14: `stools` is not a question" in stream.getvalue()
