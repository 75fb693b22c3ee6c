"""Finds phrases: ordered words and families, with a few other words in between."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from triage.perceive.families import MOST_IGNORED, Families, Lexed, Node, Symbol, Target, insert
from triage.perceive.tokens import Break, Token

MOST_BETWEEN = 2
"""Other words that may stand between two words of a phrase."""
_MOST_IN_ALL = 3
NOT_MEANT = "not_when"
"""Kind of a phrase that says what is not meant: loose, it would hide a report beside it."""
_HIDING = frozenset({NOT_MEANT, "idiom"})
_MOST_NOT_MEANT = 1
"""Other words that may stand in all between the words of such a phrase."""
HINT = "hint"
"""Value of a phrase that only may mean its symptom."""
_NONE_AFTER = frozenset({"no", "without", "zero"})
"""Nothing may stand after one of these: "no appetite", but not "no change in appetite".

After a comma they deny something else, and no phrase goes on past them.
"""
NEGATORS = frozenset({"no", "not", "without", "dont", "doesnt", "havent", "hasnt", "never"})
"""A phrase that begins with one of these does not go on past a comma."""
_TOO_MUCH = 100
"""More than any phrase may spend."""
_PAUSES = {Break.SOFT: 1, Break.HARD: _TOO_MUCH}
"""What a break costs a phrase that goes on past it."""


class Match(NamedTuple):
    """A phrase found: what it stands for and the indices of its words."""

    target: Target
    words: frozenset[int]
    start: int
    """Index of the first word."""
    end: int
    """Index after the last word."""

    @classmethod
    def of(cls, target: Target, words: Collection[int]) -> Match:
        """Return the match of these words, in any order."""
        return cls(target, frozenset(words), min(words), max(words) + 1)


@dataclass(frozen=True)
class _Read(Lexed):
    """A message as the index walks over it."""

    here: Sequence[Mapping[Symbol, int]]
    """For each word the symbols that start there, with the index after each."""
    cost: Sequence[int]
    """For each word what a phrase that began before all words would have spent to reach it."""
    ends: Sequence[int]
    """For each word the index after the last one that a phrase may go on with from there."""
    ahead: Sequence[Collection[Symbol]]
    """For each word the symbols that start up to there: no phrase goes on with another."""
    little: Sequence[bool]
    """For each word whether it is one that phrases leave out (of, my, is)."""


_Found = dict[tuple[Target, tuple[int, ...]], None]
"""What was found with the indices of its words, each once and in order."""


class PhraseIndex:
    """All phrases of the tables, found in one walk over a message."""

    def __init__(self, families: Families, skipped: Collection[str] = ()) -> None:
        """Start empty.

        Args:
            families: the word families that phrases name.
            skipped: further words of a message that cost nothing between two words of a phrase.
        """
        self._families = families
        self._skipped = families.ignored | frozenset(skipped)
        self._root = Node()
        self._literals: set[Symbol] = set()

    def add(self, phrase: str, target: Target) -> None:
        """Add a phrase of the tables."""
        symbols = self._families.significant(phrase)
        self._literals.update(symbols)
        insert(self._root, symbols, target)

    def words(self) -> Iterator[str]:
        """Yield the stems and exact words of all phrases and families."""
        for symbol in self._literals | self._families.literals:
            if not symbol.startswith("{"):
                yield symbol.removeprefix("=")

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """Return every phrase in the message, each word set of one target once."""
        read = self._read(tokens)
        found: _Found = {}
        begins = self._root.then
        for start, symbols in enumerate(read.here):
            for symbol, end in symbols.items():
                node = begins.get(symbol)
                if node is None:
                    continue
                if not node.then.keys().isdisjoint(read.ahead[end]):
                    _walk(node, range(start, end), read, found)
                elif node.targets:
                    _keep(node.targets, tuple(range(start, end)), 0, read, found)
        return [Match(target, frozenset(taken), taken[0], taken[-1] + 1) for target, taken in found]

    def _read(self, tokens: Sequence[Token]) -> _Read:
        skip = [token.word in self._skipped for token in tokens]
        forms = [(token.stem, f"={token.word}") for token in tokens]
        lexed = Lexed(tokens, skip, forms)
        literals, at = self._literals, self._families.at
        here = [
            {form: index + 1 for form in forms[index] if form in literals} | at(lexed, index)
            for index in range(len(tokens))
        ]
        cost, passed = _spent(tokens, skip)
        ends = _ends(tokens, cost, passed)
        ahead = [set().union(*here[index:end]) for index, end in enumerate(ends)]
        little = [token.word in self._families.ignored for token in tokens]
        return _Read(tokens, skip, forms, here, cost, ends, ahead, little)


def _spent(tokens: Sequence[Token], skip: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Return the running sums of what lies before each word: its cost, and words without one."""
    cost: list[int] = []
    passed: list[int] = []
    spent = free = 0
    for token, left_out in zip(tokens, skip, strict=True):
        spent += _PAUSES.get(token.before, 0)
        cost.append(spent)
        passed.append(free)
        if token.before is Break.SOFT and token.word in _NONE_AFTER:
            spent += _TOO_MUCH
        elif left_out:
            free += 1
        else:
            spent += 1
    return cost, passed


def _ends(tokens: Sequence[Token], cost: Sequence[int], passed: Sequence[int]) -> list[int]:
    """Return for each word, and for the end of the message, how far a phrase may go on from it."""
    ends: list[int] = []
    end = 0
    for index, token in enumerate(tokens):
        most = cost[index] - _PAUSES.get(token.before, 0) + MOST_BETWEEN
        free = passed[index] + MOST_IGNORED
        while end < len(tokens) and cost[end] <= most and passed[end] <= free:
            end += 1
        ends.append(end)
    return [*ends, len(tokens)]


def _walk(begun: Node, first: range, read: _Read, found: _Found) -> None:
    """Add the phrases that go on from a node of the index.

    Args:
        begun: where the first symbol led.
        first: indices of the words of the first symbol.
        read: the message.
        found: what is added to.
    """
    here = read.here
    denies = read.tokens[first.start].word in NEGATORS
    edge: list[tuple[Node, int, int, tuple[int, ...]]] = [(begun, first.stop, 0, tuple(first))]
    while edge:
        node, position, spent, taken = edge.pop()
        if node.targets:
            _keep(node.targets, taken, spent, read, found)
        then = node.then
        if then.keys().isdisjoint(read.ahead[position]):
            continue
        most = min(MOST_BETWEEN, _MOST_IN_ALL - spent)
        for index, between in _reach(read, position, most, denies=denies):
            for symbol, end in here[index].items():
                if symbol in then:
                    words = (*taken, *range(index, end))
                    edge.append((then[symbol], end, spent + between, words))


def _keep(
    targets: Sequence[Target], taken: tuple[int, ...], spent: int, read: _Read, found: _Found
) -> None:
    """Add what a phrase stands for; one that hides a symptom only where it stands together."""
    for target in targets:
        if target.kind not in _HIDING or _is_tight(target, taken, spent, read):
            found[target, taken] = None


def _reach(read: _Read, position: int, most: int, *, denies: bool) -> Iterator[tuple[int, int]]:
    """Yield the words a phrase may go on with, and how many others stand before each.

    Args:
        read: the message.
        position: index after the phrase's last word so far.
        most: others that may stand before one.
        denies: whether the phrase begins with one of `NEGATORS`.
    """
    tokens, cost = read.tokens, read.cost
    if position == len(tokens):
        return
    if tokens[position - 1].word in _NONE_AFTER:
        most = 0
    spent = cost[position] - _PAUSES.get(tokens[position].before, 0)
    for index in range(position, read.ends[position]):
        between = cost[index] - spent
        if between > most or (denies and tokens[index].before is Break.SOFT):
            return
        yield index, between


def _is_tight(target: Target, taken: Sequence[int], spent: int, read: _Read) -> bool:
    """Tell whether a phrase that hides a symptom stands close together.

    A little word goes with the word before it: "tired of", but not "tired to get out of bed".
    """
    if target.kind == NOT_MEANT and spent > _MOST_NOT_MEANT:
        return False
    return all(after == before + 1 or not read.little[after] for before, after in pairwise(taken))
