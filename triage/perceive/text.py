"""Turns what a person typed into plain lower-case letters, and knows where each came from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһԛԝвнкмтαεορτυνικ",
    "aeopcyxijsdhqwbhkmtaeoptuvik",
)
"""Cyrillic and Greek letters that look like Latin ones."""
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc`\u00b4\u2032", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
        **dict.fromkeys("\u2010\u2011\u2013\u2014\u2212", "-"),
    }
)
"""Curly quotes and long dashes -> the plain ones, letter by letter."""
_INVISIBLE = frozenset({"Cf", "Mn", "Cc", "Cs", "Co", "Cn"})


@dataclass(frozen=True)
class PlainText:
    """Normalized text and the way back to the original."""

    text: str
    original: str
    offsets: tuple[int, ...] | None
    """Position in `original` of each letter of `text`; None where they are the same."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original offsets of text[start:end]."""
        if self.offsets is None or start >= end:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def normalize(original: str) -> PlainText:
    """Return the text in lower case, with look-alike and invisible characters resolved.

    NFKC for every character, accents and zero-width characters dropped, curly quotes made
    straight, Cyrillic and Greek look-alikes made Latin. Works in time linear in the length.
    """
    straight = original.translate(_SIGNS)
    if straight.isascii():
        return PlainText(straight.lower(), original, None)
    letters: list[str] = []
    offsets: list[int] = []
    for position, character in enumerate(original):
        for letter in _resolve(character):
            letters.append(letter)
            offsets.append(position)
    return PlainText("".join(letters), original, tuple(offsets))


def _resolve(character: str) -> str:
    """Return the plain letters that one character stands for; none for an invisible one."""
    if character in "\n\r\t":
        return character
    if character.isascii():
        return character.lower()
    plain = character.translate(_SIGNS)
    decomposed = unicodedata.normalize("NFKD", plain).lower().translate(_LOOKALIKES)
    return "".join(
        letter for letter in decomposed if unicodedata.category(letter) not in _INVISIBLE
    )
