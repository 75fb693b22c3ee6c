"""Reads a request's body of any size; of one too big to hold, its beginning and its end.

No limit may refuse a message with a red flag. People who paste a whole letter say what is wrong
before or after it, so these parts are kept, and the rest is read off the line and dropped: a
client that cannot send to the end would never see the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterable
from dataclasses import dataclass

from rasa_bridge.channel.refusals import RefusalError

MOST_DROPPED = 32
"""A request of more than so many times the limit is cut off."""

_ID = r'"id"\s*:\s*"([A-Za-z0-9_-]{1,64})"'
_HEAD = re.compile(rf'\s*\{{\s*(?:{_ID}\s*,\s*)?"text"\s*:\s*"')
_TAIL = re.compile(rf'"\s*(?:,\s*{_ID}\s*)?\}}\s*\Z')
_STRING = re.compile(r'(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*')


@dataclass(frozen=True)
class Body:
    """What was kept of a request's body."""

    head: bytes
    tail: bytes = b""
    """The end, of a body that was too big; the middle is lost."""

    @property
    def whole(self) -> bool:
        """Nothing was dropped."""
        return not self.tail

    def message(self) -> object:
        """Return what was sent; of a body that was too big, the message that is left of it.

        Raises:
            RefusalError: `bad_request` where it is not JSON, `too_big` where too little was kept
                to know what it is.
        """
        if self.whole:
            try:
                return json.loads(self.head)
            except (ValueError, RecursionError):
                raise RefusalError("bad_request") from None
        return _left_of(self.head.decode(errors="ignore"), self.tail.decode(errors="ignore"))


async def read_body(stream: AsyncIterable[bytes], most: int) -> Body:
    """Read a body to its end and keep at most `most` bytes of it.

    Raises:
        RefusalError: `too_big`, for a body that is not at its end after MOST_DROPPED times that.
    """
    half = max(1, most // 2)
    head, tail, read = bytearray(), bytearray(), 0
    async for data in stream:
        read += len(data)
        if read > most * MOST_DROPPED:
            raise RefusalError("too_big")
        if tail:
            tail += data
        else:
            head += data
            if read > most:
                tail = head[half:]
                del head[half:]
        del tail[:-half]
    return Body(bytes(head), bytes(tail))


def _left_of(head: str, tail: str) -> dict[str, str]:
    """Put the beginning and the end of a cut `{"text": …, "id": …}` together."""
    start, end = _HEAD.match(head), _TAIL.search(tail)
    if start is None or end is None or bool(start[1]) == bool(end[1]):
        raise RefusalError("too_big")
    beginning = _STRING.match(head, start.end())
    # The first word may have lost its first letters, or half of an escape.
    ending = _STRING.fullmatch(tail[: end.start()].partition(" ")[2])
    if beginning is None or ending is None:
        raise RefusalError("too_big")
    text = "\n\n".join(json.loads(f'"{part[0]}"', strict=False) for part in (beginning, ending))
    return {"text": text, "id": start[1] or end[1]}
