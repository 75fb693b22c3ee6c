"""What a person sent: typed words, a button, or the name of an intent."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from triage.turn.intents import BUTTON

_PAYLOAD = re.compile(r"/+\s*([A-Za-z_]+)\s*(\{.*\})?\s*", re.DOTALL)
_LEADING_SLASHES = re.compile(r"^[\s/]+")


@dataclass(frozen=True)
class Button:
    """A choice that names its question."""

    question: str
    value: str
    """`yes`, `no`, a choice id, a number, or `dont_know`."""


@dataclass(frozen=True)
class Message:
    """One message of the person.

    `intent` is what a classifier believes. It is the second net: it is looked at only where
    the words themselves were not understood.
    """

    text: str = ""
    button: Button | None = None
    undo: str = ""
    """The question whose answer the person takes back, to be asked again."""
    intent: str = ""
    chosen: bool = False
    """The intent was sent as such, by a button, and is no classifier's belief."""


def read_message(text: str | None, intent: str | None = None) -> Message:
    """Return the message that a host received.

    Args:
        text: as received; `/answer{"question": …, "value": …}` is a button,
            `/undo{"question": …}` a step back, `/name` an intent.
        intent: what the host's classifier believes, where it has one.

    A payload that names no question or carries anything else is read as typed words, so that
    nothing dangerous can hide in one.
    """
    received = text or ""
    payload = _PAYLOAD.fullmatch(received.strip())
    if payload is None:
        return Message(_LEADING_SLASHES.sub("", received), intent=intent or "")
    name, entities = payload.groups()
    button = _button(entities) if name == BUTTON else None
    if button is not None:
        return Message(button=button, intent=BUTTON, chosen=True)
    question = _question(entities) if name == "undo" else None
    if question is not None:
        return Message(undo=question, intent=BUTTON, chosen=True)
    words = received.replace("_", " ")
    return Message(_LEADING_SLASHES.sub("", words), intent=name, chosen=entities is None)


def _question(entities: str | None) -> str | None:
    try:
        fields = json.loads(entities or "")
    except ValueError:
        return None
    only_question = isinstance(fields, dict) and set(fields) == {"question"}
    return fields["question"] if only_question and isinstance(fields["question"], str) else None


def _button(entities: str | None) -> Button | None:
    try:
        fields = json.loads(entities or "")
    except ValueError:
        return None
    if not isinstance(fields, dict) or set(fields) != {"question", "value"}:
        return None
    question, value = fields["question"], fields["value"]
    if isinstance(question, str) and isinstance(value, str | int | float):
        return Button(question, str(value).lower() if isinstance(value, bool) else str(value))
    return None
