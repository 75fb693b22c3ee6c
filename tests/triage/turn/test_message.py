"""Typed words, buttons and commands are told apart; nothing dangerous hides in a payload."""

from __future__ import annotations

import pytest

from triage.turn import Button, Message, read_message


def test_a_button_names_its_question_and_value() -> None:
    message = read_message('/answer{"question": "stool_blood", "value": "yes"}')

    assert message.button == Button("stool_blood", "yes")


@pytest.mark.parametrize(
    "payload",
    [
        '/answer{"question": "stool_blood"}',
        '/answer{"question": ["a"], "value": "yes"}',
        '/answer{"question": "a", "value": "yes", "more": 1}',
        "/answer{nonsense}",
        "/answer",
    ],
)
def test_a_payload_that_is_no_button_is_none(payload: str) -> None:
    assert read_message(payload).button is None


def test_what_is_typed_in_a_payload_is_read_as_words() -> None:
    message = read_message('/greet{"name": "I can\'t breathe"}')

    assert "I can't breathe" in message.text
    assert not message.chosen


@pytest.mark.parametrize("text", ["/I can't breathe", "// I can't breathe", "  /I can't breathe"])
def test_leading_slashes_hide_nothing(text: str) -> None:
    assert read_message(text) == Message("I can't breathe")


def test_a_command_is_an_intent_that_was_chosen() -> None:
    message = read_message("/restart")

    assert (message.intent, message.chosen) == ("restart", True)


@pytest.mark.parametrize("text", [None, "", "  "])
def test_nothing_at_all_is_an_empty_message(text: str | None) -> None:
    assert read_message(text).text.strip() == ""
