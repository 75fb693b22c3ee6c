"""Families of words in an order and at a distance: what a table of patterns looks for in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rasa_bridge.answer_finder.phrases import Phrases

NUMBER = "number"
"""The family of anything in digits."""
_BARE = "'"
"""Stands before a word of a pattern that is no family."""
_PIECE = re.compile(r"<(\w+)>|(\.{2,3})|([\w'-]+)")
_GAPS = {"..": 3, "...": 7}
"""Words that may stand between two pieces of a pattern; none where they stand side by side."""
Spans = Mapping[str, Sequence[tuple[int, int]]]
"""Name of a family -> where it was found: index of its first word, and of the word after it."""


@dataclass(frozen=True)
class Pattern:
    """Families in their order, and how many words may stand before each."""

    names: tuple[str, ...]
    gaps: tuple[int, ...]
    needed: frozenset[str]

    @classmethod
    def parse(cls, text: str) -> Pattern:
        """Read `<family> .. <family>`; a bare word stands for itself."""
        names: list[str] = []
        gaps: list[int] = []
        gap = 0
        for family, dots, word in _PIECE.findall(text):
            if dots:
                gap = _GAPS[dots]
                continue
            names.append(family or _BARE + word)
            gaps.append(gap)
            gap = 0
        return cls(tuple(names), tuple(gaps), frozenset(names))

    def stands_in(self, spans: Spans) -> bool:
        """Tell whether the families stand in the text in this order."""
        if not self.needed <= spans.keys():
            return False
        ends = {end for _, end in spans[self.names[0]]}
        for name, gap in zip(self.names[1:], self.gaps[1:], strict=True):
            ends = {
                end
                for start, end in spans[name]
                if any(before <= start <= before + gap for before in ends)
            }
        return bool(ends)


class Families:
    """The words of the families that are looked for, ready to be found in a text."""

    def __init__(self, families: Mapping[str, Sequence[str]], names: Iterable[str]) -> None:
        """Index the words.

        Args:
            families: name -> its words and phrases.
            names: those that are looked for, as they stand in patterns.
        """
        named_by: dict[str, list[str]] = {}
        for name in sorted(set(names) - {NUMBER}):
            for phrase in [name[1:]] if name.startswith(_BARE) else families[name]:
                named_by.setdefault(phrase, []).append(name)
        # A phrase of many families is looked for once.
        self._names = list(named_by.values())
        self._phrases = Phrases({str(place): [phrase] for place, phrase in enumerate(named_by)})

    def spans(self, stems: Sequence[str]) -> Spans:
        """Return where each family stands in a text, by the stems of its words."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for match in self._phrases.find_all(stems):
            for name in self._names[int(match.name)]:
                spans.setdefault(name, []).append((match.start, match.end))
        if numbers := [(at, at + 1) for at, word in enumerate(stems) if word[0].isdigit()]:
            spans[NUMBER] = numbers
        return spans


def parsed(texts: Iterable[str]) -> tuple[Pattern, ...]:
    """Return the patterns of their texts."""
    return tuple(map(Pattern.parse, texts))
