"""What a message is judged by: its words, their families, the shape of the sentence, letters.

The shape is the sentence with every word of the body replaced by one sign, every problem by
another and every other word by a third: "my heart is doing somersaults" and "my bike is doing
well" differ in one sign. So a way of complaining is known again with words nobody listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from triage.perceive.stem import stem
from triage.perceive.text import normalize
from triage.perceive.tokens import tokenize
from triage.tables import Tables

PLACE, PROBLEM, HEALTH, PERSON, NUMBER, OTHER = "P", "X", "H", "W", "N", "_"
"""Signs of the shape: body place, problem, other word of health, person, number, any other."""
_DENIED = "=denied"
"""Stands for a problem said not to be there."""
_NO = frozenset({"no", "without", "zero", "nor"})
_LONGEST_SHAPE = 3
_LETTERS = (3, 4)
_EDGE = "^"
_FAMILY = re.compile(r"{(\w+)}")
_FUNCTION_WORDS = """
    i im ive me my it its is am are was a an the and or but so of in on at to for with from by as
    like have has had been be do does did can cant cannot could not no dont doesnt wont what why
    how who where when which if will would should you your we there theres this that all just keep
    keeps up down out off over after since than more too very now today still every
"""
"""Words that keep their own place in the shape."""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


@dataclass(frozen=True)
class Reading:
    """What was read from one message."""

    stems: tuple[str, ...]
    signs: tuple[str, ...]
    """One for each stem."""
    families: tuple[str, ...]

    def word_features(self) -> list[str]:
        """Return words, pairs of words, families and pieces of the shape, as often as they are."""
        words = (_EDGE, *self.stems, _EDGE)
        pairs = (f"{one} {other}" for one, other in pairwise(words))
        return [*self.stems, *pairs, *self.families, *_pieces((_EDGE, *self.signs, _EDGE))]

    def letter_features(self) -> list[str]:
        """Return the runs of letters, as often as they are."""
        return [run for word in self.stems if word != _DENIED for run in _runs(f" {word} ")]


class Reader:
    """Reads messages with the families of the clinical language table."""

    def __init__(self, families: Mapping[str, list[str]], signs: Mapping[str, str]) -> None:
        """Take stem -> names of its families, and stem -> its sign in the shape."""
        self._families, self._signs = families, signs

    @classmethod
    def of(cls, tables: Tables) -> Reader:
        """Return the reader of these tables.

        A family is one of places or of problems where a symptom's `problem_at_place` uses it so.
        """
        pairs = [
            p for symptom in tables.symptoms.values() for p in symptom.said_as.problem_at_place
        ]
        places = {name for p in pairs for word in p.place for name in _FAMILY.findall(word)}
        problems = {name for p in pairs for word in p.problem for name in _FAMILY.findall(word)}
        families: dict[str, list[str]] = {}
        signs: dict[str, str] = {}
        for kind, names in ((HEALTH, None), (PROBLEM, problems), (PLACE, places)):
            for name, words in tables.language["families"].items():
                if names is None or name in names:
                    for word in _single_words(words):
                        signs[word] = kind
                        families.setdefault(word, []).append(f"={name}")
        people = tables.language["people"]
        for word in _single_words([*people["relative"], *people["pronoun"]]):
            signs[word] = PERSON
        return cls({word: sorted(set(found)) for word, found in families.items()}, signs)

    def read(self, text: str) -> Reading:
        """Read one message."""
        stems = self._without_denied([stem(t.word) for t in tokenize(normalize(text)).tokens])
        families = (name for word in stems for name in self._families.get(word, ()))
        return Reading(tuple(stems), tuple(self._sign(word) for word in stems), tuple(families))

    def as_json(self) -> dict[str, Any]:
        """Return what it is made of."""
        return {"families": dict(self._families), "signs": dict(self._signs)}

    @classmethod
    def from_json(cls, read: Mapping[str, Any]) -> Reader:
        """Return the reader of what `as_json` gave."""
        return cls(read["families"], read["signs"])

    def _sign(self, word: str) -> str:
        if word == _DENIED or word in _FUNCTION:
            return word
        return NUMBER if word[0].isdigit() else self._signs.get(word, OTHER)

    def _without_denied(self, stems: list[str]) -> list[str]:
        """Return the words with "no pain" as one sign: it is no report of pain."""
        kept: list[str] = []
        for word in stems:
            if kept and kept[-1] in _NO and self._signs.get(word) == PROBLEM:
                kept[-1] = _DENIED
            else:
                kept.append(word)
        return kept


def _single_words(words: Iterable[str]) -> Iterator[str]:
    cleaned = (str(word).lstrip("=") for word in words)
    return (stem(word) for word in cleaned if word.isalpha() and len(word) > 1)


def _pieces(signs: tuple[str, ...]) -> Iterator[str]:
    for length in range(1, _LONGEST_SHAPE + 1):
        for start in range(len(signs) - length + 1):
            yield "~" + " ".join(signs[start : start + length])


def _runs(padded: str) -> Iterator[str]:
    for length in _LETTERS:
        for start in range(len(padded) - length + 1):
            yield padded[start : start + length]
