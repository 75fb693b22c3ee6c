"""Finds phrases: ordered words and families, with a few other words in between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from triage.perceive.families import (
    MOST_IGNORED,
    Families,
    Lexed,
    Node,
    Symbol,
    Target,
    insert,
    mark,
)
from triage.perceive.negators import NEGATORS, UNABLE
from triage.perceive.tokens import Break, Token

MOST_BETWEEN = 2
"""Other words that may stand between two words of a phrase."""
_MOST_IN_ALL = 3
NOT_MEANT = "not_when"
"""Kind of a phrase that says what is not meant: loose, it would hide a report beside it."""
_HIDING = frozenset({NOT_MEANT, "idiom"})
_MOST_NOT_MEANT = 1
"""Other words that may stand in all between the words of such a phrase."""
_APART = frozenset({"and", "or", "but"})
"""Words that such a phrase never leaves out: of "a sore mouth and dry skin" no mouth is dry."""
HINT = "hint"
"""Value of a phrase that only may mean its symptom."""
_NONE_AFTER = frozenset({"no", "without", "zero"})
"""Nothing may stand after one of these: "no appetite", but not "no change in appetite".

After a comma they deny something else, and no phrase goes on past them.
"""
_NOWHERE = frozenset[int]()
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
    spent: Sequence[int]
    """For each word what a phrase that began before all words would have spent before it."""
    cost: Sequence[int]
    """The same with what the break before the word costs."""
    ends: Sequence[int]
    """For each word the index after the last one that a phrase may go on with from there."""
    ahead: Sequence[int]
    """For each word the marks of all symbols that start up to there: no phrase goes on with others.
    """
    little: Sequence[bool]
    """For each word whether it is one that phrases leave out (of, my, is)."""
    begins: frozenset[int]
    """Indices of the words that begin a clause."""
    pauses: frozenset[int]
    """Indices of the words after a comma."""


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
        self._marks: dict[Symbol, int] = {}
        """Every symbol of the phrases with its mark."""

    def add(self, phrase: str, target: Target) -> None:
        """Add a phrase of the tables."""
        symbols = self._families.significant(phrase)
        self._marks.update((symbol, mark(symbol)) for symbol in symbols)
        insert(self._root, symbols, target)

    def words(self) -> Iterator[str]:
        """Yield the stems and exact words of all phrases and families."""
        for symbol in self._marks.keys() | self._families.marks.keys():
            if not symbol.startswith("{"):
                yield symbol.removeprefix("=")

    def find(self, tokens: Sequence[Token], clauses: Collection[int] = ()) -> list[Match]:
        """Return every phrase in the message, each word set of one target once.

        Args:
            tokens: the words of the message.
            clauses: indices of the words that begin a clause; no denial goes on past them.
        """
        read = self._read(tokens, clauses)
        found: _Found = {}
        begins = self._root.then
        for start, symbols in enumerate(read.here):
            for symbol, end in symbols.items():
                node = begins.get(symbol)
                if node is None:
                    continue
                if node.marks & read.ahead[end]:
                    _walk(node, range(start, end), read, found)
                elif node.targets:
                    _keep(node.targets, tuple(range(start, end)), 0, read, found)
        return [Match(target, frozenset(taken), taken[0], taken[-1] + 1) for target, taken in found]

    def _read(self, tokens: Sequence[Token], clauses: Collection[int]) -> _Read:
        lexed = self._families.lex(tokens, self._skipped)
        here = [self._here(lexed, index) for index in range(len(tokens))]
        marks = [self._marked(symbols) for symbols in here]
        spent, cost, ends = _reaches(tokens, lexed.skip)
        ahead = [reduce(or_, marks[index:end], 0) for index, end in enumerate(ends)]
        little = [token.word in self._families.ignored for token in tokens]
        pauses = frozenset(i for i, token in enumerate(tokens) if token.before is Break.SOFT)
        return _Read(
            **vars(lexed),
            here=here,
            spent=spent,
            cost=cost,
            ends=ends,
            ahead=ahead,
            little=little,
            begins=frozenset(clauses),
            pauses=pauses,
        )

    def _marked(self, symbols: Iterable[Symbol]) -> int:
        """Return the marks of symbols; those that no phrase names have none."""
        marks = 0
        for symbol in symbols:
            marks |= self._marks.get(symbol, 0)
        return marks

    def _here(self, lexed: Lexed, index: int) -> dict[Symbol, int]:
        """Return the symbols that start at a word, with the index after each."""
        forms, known = lexed.forms[index], self._marks
        found = {form: index + 1 for form in forms if form in known}
        if not self._families.openings.isdisjoint(forms):
            self._families.add(lexed, index, found)
        return found


def _reaches(
    tokens: Sequence[Token], skip: Sequence[bool]
) -> tuple[list[int], list[int], list[int]]:
    """Return `spent`, `cost` and `ends` of a message."""
    before: list[int] = []
    cost: list[int] = []
    passed: list[int] = []
    spent = free = 0
    for token, left_out in zip(tokens, skip, strict=True):
        before.append(spent)
        passed.append(free)
        if token.before:
            spent += _PAUSES.get(token.before, 0)
        cost.append(spent)
        if token.before is Break.SOFT and token.word in _NONE_AFTER:
            spent += _TOO_MUCH
        elif left_out:
            free += 1
        else:
            spent += 1
    ends = [
        min(bisect_right(cost, paid + MOST_BETWEEN), bisect_right(passed, free + MOST_IGNORED))
        for paid, free in zip(before, passed, strict=True)
    ]
    return before, cost, [*ends, len(tokens)]


def _walk(begun: Node, first: range, read: _Read, found: _Found) -> None:
    """Add the phrases that go on from a node of the index.

    Args:
        begun: where the first symbol led.
        first: indices of the words of the first symbol.
        read: the message.
        found: what is added to.
    """
    here, cost = read.here, read.cost
    word = read.tokens[first.start].word
    pauses = read.pauses if word in NEGATORS else _NOWHERE
    begins = read.begins if word in NEGATORS or word in UNABLE else _NOWHERE
    edge: list[tuple[Node, int, int, tuple[int, ...]]] = [(begun, first.stop, 0, tuple(first))]
    while edge:
        node, position, spent, taken = edge.pop()
        if node.targets:
            _keep(node.targets, taken, spent, read, found)
        if not node.marks & read.ahead[position]:
            continue
        then = node.then
        paid = read.spent[position] - spent
        for index in _reach(read, position, spent, pauses, begins):
            for symbol, end in here[index].items():
                if symbol in then:
                    words = (*taken, *range(index, end))
                    edge.append((then[symbol], end, cost[index] - paid, words))


def _keep(
    targets: Sequence[Target], taken: tuple[int, ...], spent: int, read: _Read, found: _Found
) -> None:
    """Add what a phrase stands for; one that hides a symptom only where it stands together."""
    for target in targets:
        if target.kind not in _HIDING or _is_tight(target, taken, spent, read):
            found[target, taken] = None


def _reach(
    read: _Read, position: int, spent: int, pauses: frozenset[int], begins: frozenset[int]
) -> range:
    """Return the indices of the words a phrase may go on with.

    Args:
        read: the message.
        position: index after the phrase's last word so far.
        spent: other words that it has left out so far.
        pauses: indices of words that it does not go on to.
        begins: indices of words that it does not leave out.
    """
    last = read.tokens[position - 1].word
    most = 0 if last in _NONE_AFTER else min(MOST_BETWEEN, _MOST_IN_ALL - spent)
    end = bisect_right(read.cost, read.spent[position] + most, position, read.ends[position])
    if pauses:
        end = next((index for index in range(position, end) if index in pauses), end)
    if begins:
        end = next((index + 1 for index in range(position, end) if index in begins), end)
    return range(position, end)


def _is_tight(target: Target, taken: Sequence[int], spent: int, read: _Read) -> bool:
    """Tell whether a phrase that hides a symptom stands close together.

    A little word goes with the word before it: "tired of", but not "tired to get out of bed".
    """
    if target.kind == NOT_MEANT:
        left_out = (i for i in range(taken[0], taken[-1]) if i not in taken)
        if spent > _MOST_NOT_MEANT or any(read.tokens[i].word in _APART for i in left_out):
            return False
    return all(after == before + 1 or not read.little[after] for before, after in pairwise(taken))
