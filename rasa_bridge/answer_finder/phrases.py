"""Phrases of one or more words, found in a list of stems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from triage.perceive.text import normalize
from triage.perceive.tokens import tokenize

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A phrase found at `start` (index of its first word) up to before `end`."""

    name: str
    start: int
    end: int


class Phrases:
    """Phrases of one or more words, each with the name of what it means."""

    def __init__(self, named: Mapping[str, Iterable[str]]) -> None:
        """Index them by their first stem.

        Args:
            named: name -> its phrases. Of a phrase in two names, the later counts too.
        """
        self._by_first: dict[str, list[tuple[Stems, str]]] = {}
        self.words: set[str] = set()
        for name, phrases in named.items():
            for phrase in phrases:
                tokens = tokenize(normalize(phrase)).tokens
                stems = tuple(token.stem for token in tokens)
                self.words.update(token.word for token in tokens)
                if stems:
                    self._by_first.setdefault(stems[0], []).append((stems, name))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def find_all(self, stems: Sequence[str]) -> list[Match]:
        """Return every phrase in the words, overlapping ones too."""
        return [
            Match(name, start, start + len(phrase))
            for start, first in enumerate(stems)
            for phrase, name in self._by_first.get(first, ())
            if tuple(stems[start : start + len(phrase)]) == phrase
        ]

    def find_longest(self, stems: Sequence[str]) -> list[Match]:
        """Return the phrases from left to right, the longest at each place, none overlapping."""
        found: list[Match] = []
        for match in self.find_all(stems):
            if not found or match.start >= found[-1].end:
                found.append(match)
        return found


def expanded(words: Iterable[object], known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the words of a family; `<name>` among them stands for all of that name."""
    for word in map(str, words):
        if word.startswith("<"):
            yield from known[word.strip("<>")]
        else:
            yield word
