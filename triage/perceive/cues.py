"""Finds ConText cues: the words that negate, date, question or move a finding to somebody else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from triage.perceive.families import plain_words
from triage.perceive.tokens import Break, Token


@dataclass(frozen=True)
class CueKind:
    """What a cue does, how far and in which direction.

    category: negated; ended, well_now (over), past, recent, current; resumed (it was denied or
        over, and is there now); conditional, quoted, asked, wondered, doubt, puzzled (may mean
        not to understand); other, animal, thing (not the person's); pseudo (looks like a cue, is
        none). Frames have categories of their own.
    direction: forward, backward or both.
    reach: next (the very next word), near (a few words), items (a list, in doubt past its first
        bare comma), clause, sentence, or reply (it ends a statement and answers what somebody
        asked before it: "she asked about chest pain and I said no").
    """

    category: str
    direction: str
    reach: str


class Cue(NamedTuple):
    """One cue in a message."""

    kind: CueKind
    start: int
    end: int
    words: str


NUMBER, OLD_YEAR = "#", "@year"
"""In a cue: any number ("# years ago"), and a year from 1900 to 2025 ("in @year")."""
_YEAR = re.compile(r"19\d\d|20[01]\d|202[0-5]")


def _spelled_out(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of each cue a phrase stands for: "is/are fine" is two cues."""
    choices = [[_cue_words(choice) for choice in piece.split("/")] for piece in phrase.split()]
    for chosen in product(*choices):
        yield tuple(word for words in chosen for word in words)


def _cue_words(choice: str) -> list[str]:
    """Return the words of one choice; an underscore joins words, alone it stands for none."""
    if choice in {NUMBER, OLD_YEAR}:
        return [choice]
    return [word for piece in choice.split("_") for word in plain_words(piece)]


def _of_digits(word: str) -> str:
    """Return the sign a cue writes for a number in digits, the word itself where it has none."""
    if _YEAR.fullmatch(word):
        return OLD_YEAR
    return NUMBER if word.isdigit() else word


_AND_THEN = frozenset({"but", "and", "so", "until", "till", "just", "today", "now", "because"})
"""Words that begin something new after an answer: "I said no but …"."""


def _closes(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether nothing of the same statement follows."""
    return (
        end == len(tokens) or tokens[end].before is not Break.NONE or tokens[end].word in _AND_THEN
    )


class _Node:
    """Where the words of cues have led so far."""

    __slots__ = ("kind", "phrase", "then")

    def __init__(self) -> None:
        self.then: dict[str, _Node] = {}
        self.kind: CueKind | None = None
        self.phrase = ""


class CueIndex:
    """All cues of clinical/language.yml; the longest one wins where they overlap."""

    def __init__(self, groups: Iterable[Mapping[str, Any]], numbers: Collection[str]) -> None:
        """Take the cues.

        Args:
            groups: the `cues` of clinical/language.yml.
            numbers: words that stand for a number, such as `six`.
        """
        self._numbers = frozenset(numbers)
        self._kinds: dict[tuple[str, ...], CueKind] = {}
        for group in groups:
            kind = CueKind(group["category"], group["direction"], group["reach"])
            for phrase in group["cues"]:
                for words in _spelled_out(phrase):
                    self._kinds.setdefault(words, kind)
        self._root = _Node()
        for words, kind in self._kinds.items():
            node = self._root
            for word in words:
                node = node.then.setdefault(word, _Node())
            node.kind, node.phrase = kind, " ".join(words)

    def words(self, category: str | None = None) -> set[str]:
        """Return every word that the cues, or those of one category, are made of."""
        return {
            word
            for words, kind in self._kinds.items()
            if category in {None, kind.category}
            for word in words
        }

    def single(self, category: str) -> frozenset[str]:
        """Return the cues of one category that are one word."""
        return frozenset(
            words[0]
            for words, kind in self._kinds.items()
            if len(words) == 1 and kind.category == category
        )

    def find(self, tokens: Sequence[Token], taken: Collection[int]) -> list[Cue]:
        """Return the cues of a message, without those made of words that name a symptom.

        Args:
            tokens: the words of the message.
            taken: indices of words that are part of a symptom ("no" in "no appetite").
        """
        said = [token.word for token in tokens]
        numbers = self._numbers
        shapes = [
            _of_digits(word) if word[0].isdigit() else NUMBER if word in numbers else word
            for word in said
        ]
        found: list[Cue] = []
        after = 0
        for index in self._beginnings(said, shapes):
            cue = self._longest(tokens, shapes, taken, index) if index >= after else None
            if cue:
                # "there is no" denies, and of "there is no relief" the end is no denial.
                inner = (
                    self._longest(tokens, shapes, taken, place)
                    for place in range(index + 1, cue.end)
                    if cue.kind.category == "negated"
                )
                pseudo = (c for c in inner if c and c.end > cue.end)
                cue = next((c for c in pseudo if c.kind.category == "pseudo"), cue)
                found.append(cue)
                after = cue.end
        return found

    def _beginnings(self, said: Sequence[str], shapes: Sequence[str]) -> Iterator[int]:
        """Yield where the first word of a cue stands, and the second after it."""
        begins = self._root.then
        following = zip(said, shapes, [*said[1:], ""], [*shapes[1:], ""], strict=False)
        for index, (word, shape, next_word, next_shape) in enumerate(following):
            for first in (word,) if word == shape else (word, shape):
                node = begins.get(first)
                if node and (node.kind or next_word in node.then or next_shape in node.then):
                    yield index
                    break

    def _longest(
        self, tokens: Sequence[Token], shapes: Sequence[str], taken: Collection[int], start: int
    ) -> Cue | None:
        """Return the longest cue that starts here and is free of words that name a symptom."""
        found: Cue | None = None
        edge = [(self._root, start)]
        while edge:
            node, end = edge.pop()
            kind, then = node.kind, node.then
            longer = found is None or end > found.end
            if kind and longer and (kind.reach != "reply" or _closes(tokens, end)):
                found = Cue(kind, start, end, node.phrase)
            if not then or end == len(tokens) or end in taken:
                continue
            token, shape = tokens[end], shapes[end]
            if end > start and token.before is Break.HARD:
                continue
            if shape in then:
                edge.append((then[shape], end + 1))
            if token.word != shape and token.word in then:
                edge.append((then[token.word], end + 1))
        return found
