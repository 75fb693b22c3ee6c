"""What "the first one" and "the last one you said" stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3}
_LAST = frozenset({"last", "final"})
_PLACE = "|".join((*_PLACES, *_LAST))
_THING = "ones?|topics?|options?|buttons?|treatments?|drugs?|types?|kinds?"
_ORDINAL = re.compile(
    rf"\b(?:the\s+(?P<place>{_PLACE})\b(?!\s+thing)(?:\s+(?:{_THING})\b)?"
    rf"|(?P<alone>{_PLACE})\s+(?:{_THING})\b)"
    r"(?:\s+(?:you|u|that you)\s+(?:just\s+)?(?:said|mentioned|listed|named|wrote|gave))?"
    r"(?:\s+(?:on|in|of)\s+(?:the|your|that)\s+list)?",
    re.IGNORECASE,
)
_ASKS_FOR_IT = re.compile(
    r"\b(?:tell|more|explain|go|back|info|information|interested|want|know|like|let|see|open|read)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ordinal:
    """One of several things, by its place."""

    place: int
    """Counted from 0; -1 for the last."""
    beside: str
    """What is asked about it, with "it" in its place: "side effects of it"."""

    def of(self, things: Sequence[str]) -> str:
        """Return the thing at this place, "" where there are fewer than two or not so many."""
        fits = len(things) > 1 and self.place < len(things)
        return things[self.place] if fits else ""


def ordinal_in(text: str) -> Ordinal | None:
    """Return the place named in a text, None where none or more than one is named."""
    found = list(_ORDINAL.finditer(text))
    if len(found) != 1:
        return None
    said = (found[0]["place"] or found[0]["alone"]).lower()
    beside = _ASKS_FOR_IT.sub(" ", _ORDINAL.sub(" it ", text))
    return Ordinal(-1 if said in _LAST else _PLACES[said], beside)
