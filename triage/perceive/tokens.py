"""Words with their place in the text and the breaks between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from triage.perceive.stem import stem
from triage.perceive.text import PlainText

_PIECES = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,]\d+)?)|[^\w\s]+|_+|\s{2,}|[^\S ]")
"""A word or number, in a group; else signs or white space, but for the single space."""
_KEPT_S = frozenset(
    {"it", "he", "she", "that", "what", "there", "who", "let", "here", "how", "where", "when"}
)
_ENDINGS = {"ll": "will", "re": "are", "d": "would"}
_PAUSE = re.compile(r"\.{2,}|…")


class Break(IntEnum):
    """What stands before a word."""

    NONE = 0
    SOFT = 1
    """A comma, dash, bracket, colon, slash or a pause of dots."""
    LINE = 2
    """The end of a line: one of a list, or wherever the screen was full."""
    HARD = 3
    """The end of a sentence or a paragraph."""


@dataclass(slots=True)
class Token:
    """One word or number of the message."""

    word: str
    """Lower case, apostrophes gone, spelling corrected."""
    start: int
    end: int
    """Offsets in the normalized text."""
    before: Break
    opening: bool = False
    """Written with a capital although the word before it was not: a sentence may start here."""
    asked: bool = False
    """A question mark stands right before this word."""
    owns: bool = False
    """An 's was written, which the word has lost: "niece's baby", "Dave's at work"."""

    @property
    def stem(self) -> str:
        """The word without its inflection."""
        return stem(self.word)

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.word[0].isdigit()


@dataclass(frozen=True)
class Words:
    """The tokens of a message, and whether it ends in a question mark."""

    tokens: list[Token]
    ends_asking: bool


def tokenize(plain: PlainText) -> Words:
    """Return the words of a text in order, in time linear in its length."""
    tokens: list[Token] = []
    before, asked = Break.NONE, False
    original, offsets = plain.original, plain.offsets
    shouting = original.isupper()
    last_capital = True
    for match in _PIECES.finditer(plain.text):
        piece = match[1]
        start, end = match.span()
        if piece is None:
            if tokens:
                before = max(before, _break(match[0], plain.text, end))
            asked = asked or "?" in match[0]
            continue
        capital = original[start if offsets is None else offsets[start]].isupper()
        opening = capital and not last_capital and not shouting
        word, owns = _without_apostrophe(piece) if "'" in piece else (piece, False)
        tokens.append(Token(word, start, end, before, opening, asked and bool(tokens), owns))
        before, asked, last_capital = Break.NONE, False, capital
    return Words(tokens, asked)


def _without_apostrophe(piece: str) -> tuple[str, bool]:
    """Return a piece without its apostrophe: can't -> cant, mum's -> mum, i'll -> iwill.

    And whether it has lost an s.
    """
    base, _, ending = piece.rpartition("'")
    base = base.replace("'", "")
    if ending in _ENDINGS:
        return base + _ENDINGS[ending], False
    owns = ending == "s" and base not in _KEPT_S
    return base if owns else base + ending, owns


def _break(piece: str, text: str, end: int) -> Break:
    """Tell how strong a break this run of signs or white space is."""
    if piece.isspace():
        lines = piece.count("\n")
        return (Break.NONE, Break.LINE)[lines] if lines < 2 else Break.HARD
    if _PAUSE.search(piece):
        return Break.HARD if "?" in piece or "!" in piece else Break.SOFT
    if any(sign in ".!?;" for sign in piece):
        return Break.HARD
    if piece in {"-", "'", "’"} and end < len(text) and text[end].isalnum():
        spaced = end - len(piece) > 0 and text[end - len(piece) - 1].isspace()
        return Break.SOFT if spaced else Break.NONE
    return Break.SOFT if any(sign in ',:-()[]/+&"*~–—•|=' for sign in piece) else Break.NONE
