"""What a window may send: one message, as words, a tapped button, or a step back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rasa_bridge.channel.refusals import RefusalError
from rasa_bridge.channel.typed import typed_text

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_KINDS = ("text", "button", "undo")


@dataclass(frozen=True)
class Sent:
    """One message from the window; exactly one of text, button and undo is not empty."""

    id: str
    """The window's own id: the same id is the same message, however often it comes."""
    text: str = ""
    """Words, already freed of anything that could make them a command."""
    button: str = ""
    undo: str = ""
    """The question to go back to."""
    whole: bool = True
    """Nothing of its words was lost on the way here."""


def read_sent(body: object, *, whole: bool = True) -> Sent:
    """Read the body of POST /chat/messages; not `whole` where its middle was dropped.

    Raises:
        RefusalError: `bad_request` for anything that is not one message with an id,
            `empty` for words that are none.
    """
    if not isinstance(body, dict):
        raise RefusalError("bad_request")
    given = [kind for kind in _KINDS if kind in body]
    if len(given) != 1 or set(body) != {given[0], "id"}:
        raise RefusalError("bad_request")
    values: dict[str, Any] = body
    message_id, content = values["id"], values[given[0]]
    if not isinstance(message_id, str) or not _ID.match(message_id):
        raise RefusalError("bad_request")
    if not isinstance(content, str):
        raise RefusalError("bad_request")
    if given[0] != "text":
        if not _ID.match(content):
            raise RefusalError("bad_request")
        return Sent(message_id, **{given[0]: content})
    text = typed_text(content)
    if not text:
        raise RefusalError("empty")
    return Sent(message_id, text=text, whole=whole)
