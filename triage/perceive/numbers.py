"""Numbers in digits and in words: 38,5 - a hundred and two - ninety one - a dozen - twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from triage.perceive.tokens import Break, Token

_THOUSANDS = 3
_HUNDRED = 100


class Quantity(NamedTuple):
    """A number of the message."""

    value: float
    start: int
    end: int
    """Indices of its first word and after its last."""
    digits: bool
    """Written in digits, or as a plain number word; not `a few` or `twice`."""


@dataclass(frozen=True)
class NumberWords:
    """The number words of clinical/language.yml."""

    ones: Mapping[str, float]
    tens: Mapping[str, float]
    counts: Mapping[str, float]

    @cached_property
    def opening(self) -> frozenset[str]:
        """Every word a number may begin with."""
        return frozenset({*self.ones, *self.tens, *self.counts, "hundred", "a", "an"})


def quantities(tokens: Sequence[Token], words: NumberWords) -> list[Quantity]:
    """Return the numbers of a message in order."""
    found: list[Quantity] = []
    opening, after = words.opening, 0
    for index, token in enumerate(tokens):
        may_be = index >= after and (token.word in opening or token.word[0].isdigit())
        quantity = _at(tokens, index, words) if may_be else None
        if quantity:
            found.append(quantity)
            after = quantity.end
    return found


def _at(tokens: Sequence[Token], index: int, words: NumberWords) -> Quantity | None:
    token = tokens[index]
    if token.is_number:
        value, end = _point(tokens, index + 1, _digits(token.word), words)
        return Quantity(value, index, end, digits=True)
    if token.word in words.counts:
        return Quantity(words.counts[token.word], index, index + 1, digits=False)
    return _spelled(tokens, index, words)


def _digits(word: str) -> float:
    """Read 38.5 and 38,5 alike; a comma before three digits parts thousands."""
    whole, comma, rest = word.partition(",")
    if comma:
        word = whole + rest if len(rest) == _THOUSANDS else f"{whole}.{rest}"
    return float(word[:15])


def _spelled(tokens: Sequence[Token], index: int, words: NumberWords) -> Quantity | None:
    """Read number words: [a|one] hundred [and] two, ninety one point five, one oh one."""
    value, end = _below_hundred(tokens, index, words)
    word = tokens[index].word
    following = tokens[end] if end < len(tokens) else None
    if following and following.word == "hundred" and (value is not None or word in {"a", "an"}):
        value = (value or 1) * _HUNDRED
        end += 1
        start = end + 1 if end < len(tokens) and tokens[end].word == "and" else end
        rest, after = _below_hundred(tokens, start, words)
        if rest is not None:
            value, end = value + rest, after
    elif word == "hundred":
        rest, after = _below_hundred(tokens, index + 1, words)
        value, end = (_HUNDRED + (rest or 0), after if rest is not None else index + 1)
    elif following and following.word in {"oh", "o"} and value is not None:
        rest, after = _below_hundred(tokens, end + 1, words)
        if rest is not None:
            value, end = value * _HUNDRED + rest, after
    if value is None:
        return None
    value, end = _point(tokens, end, value, words)
    return Quantity(float(value), index, end, digits=True)


def _below_hundred(
    tokens: Sequence[Token], index: int, words: NumberWords
) -> tuple[float | None, int]:
    """Return a number below a hundred in words, and the index after it."""
    if index >= len(tokens):
        return None, index
    word = tokens[index].word
    if word in words.tens:
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        ones = words.ones.get(following.word) if following else None
        if following and ones and ones < 10 and following.before is Break.NONE:
            return words.tens[word] + ones, index + 2
        return words.tens[word], index + 1
    if word in words.ones:
        return words.ones[word], index + 1
    return None, index if word not in {"a", "an"} else index + 1


def _point(
    tokens: Sequence[Token], end: int, value: float, words: NumberWords
) -> tuple[float, int]:
    if end + 1 < len(tokens) and tokens[end].word == "point":
        tenth = tokens[end + 1]
        digit = words.ones.get(tenth.word)
        if digit is None and tenth.is_number:
            digit = _digits(tenth.word)
        if digit is not None and digit < 10:
            return value + digit / 10, end + 2
    return value, end
