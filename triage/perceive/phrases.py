"""Finds phrases: ordered words and families, with a few other words in between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from triage.perceive.families import MOST_IGNORED, Families
from triage.perceive.index import Node, Target, insert
from triage.perceive.lexer import FARTHEST_STEP, MOST_BETWEEN, Lexer, Read
from triage.perceive.negators import NEGATORS, UNABLE
from triage.perceive.tokens import Token

_MOST_IN_ALL = 3
NOT_MEANT = "not_when"
"""Kind of a phrase that says what is not meant: loose, it would hide a report beside it."""
_MOST_LEFT_OUT = {NOT_MEANT: 1, "idiom": 0}
"""Other words that may stand in all between the words of such a phrase."""
_APART = frozenset({"and", "or", "but"})
"""Words that such a phrase never leaves out: of "a sore mouth and dry skin" no mouth is dry."""
HINT = "hint"
"""Value of a phrase that only may mean its symptom."""
_NOWHERE = frozenset[int]()


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
        self._root = Node()
        self._lexer = Lexer(families, skipped, self._root.then)

    def add(self, phrase: str, target: Target) -> None:
        """Add a phrase of the tables."""
        insert(self._root, self._lexer.symbols(phrase), target)

    def words(self) -> Iterator[str]:
        """Yield the stems and exact words of all phrases and families."""
        return self._lexer.known()

    def find(self, tokens: Sequence[Token], clauses: Collection[int] = ()) -> list[Match]:
        """Return every phrase in the message, each word set of one target once.

        Args:
            tokens: the words of the message.
            clauses: indices of the words that begin a clause; no denial goes on past them.
        """
        read = self._lexer.read(tokens, clauses)
        found: _Found = {}
        for start, opened in enumerate(read.opens):
            for node, length in opened:
                end = start + length
                if node.marks & read.ahead[end]:
                    _walk(node, range(start, end), read, found)
                elif node.targets:
                    _keep(node.targets, tuple(range(start, end)), 0, read, found)
        return [Match(target, frozenset(taken), taken[0], taken[-1] + 1) for target, taken in found]


def _walk(begun: Node, first: range, read: Read, found: _Found) -> None:
    """Add the phrases that go on from a node of the index.

    Args:
        begun: where the first symbol led.
        first: indices of the words of the first symbol.
        read: the message.
        found: what is added to.
    """
    here, cost, ahead = read.here, read.cost, read.ahead
    stops: _Stops | None = None
    edge: list[tuple[Node, int, int, tuple[int, ...]]] = [(begun, first.stop, 0, tuple(first))]
    while edge:
        node, position, spent, taken = edge.pop()
        if node.targets:
            _keep(node.targets, taken, spent, read, found)
        if not node.marks & ahead[position]:
            continue
        then = node.then
        for index in range(position, _reach(read, position, spent)):
            symbols = here[index]
            for symbol in symbols:
                if symbol not in then:
                    continue
                stops = stops or _Stops.of(read, first.start)
                if stops is not _GOES_ON and stops.between(position, index):
                    break
                end = index + symbols[symbol]
                left = spent + cost[index] - read.spent[position]
                edge.append((then[symbol], end, left, (*taken, *range(index, end))))


class _Stops(NamedTuple):
    """Where a phrase ends that denies or is denied: "no blood, just loose stools"."""

    pauses: frozenset[int] = _NOWHERE
    """Words that it does not go on to."""
    begins: frozenset[int] = _NOWHERE
    """Words that it does not leave out."""

    @classmethod
    def of(cls, read: Read, start: int) -> _Stops:
        """Return where the phrase ends whose first word stands here."""
        word = read.tokens[start].word
        denies, unable = word in NEGATORS, word in UNABLE
        denied = start in read.alone
        if not (denies or denied or unable):
            return _GOES_ON
        return cls(
            read.pauses if denies or denied else _NOWHERE,
            read.begins if denies or unable else _NOWHERE,
        )

    def between(self, position: int, index: int) -> bool:
        """Tell whether a phrase ends between the word after its last one and this word."""
        parted = self.pauses and any(i in self.pauses for i in range(position, index + 1))
        begun = self.begins and any(i in self.begins for i in range(position, index))
        return bool(parted or begun)


_GOES_ON = _Stops()
"""What neither denies nor is denied."""


def _keep(
    targets: Sequence[Target], taken: tuple[int, ...], spent: int, read: Read, found: _Found
) -> None:
    """Add what a phrase stands for; one that hides a symptom only where it stands together."""
    for target in targets:
        if target.kind not in _MOST_LEFT_OUT or _is_tight(target, taken, spent, read):
            found[target, taken] = None


def _reach(read: Read, position: int, spent: int) -> int:
    """Return the index after the last word a phrase may go on with.

    Args:
        read: the message.
        position: index after the phrase's last word so far.
        spent: other words that it has left out so far.
    """
    most = 0 if position in read.alone else min(MOST_BETWEEN, _MOST_IN_ALL - spent)
    end = min(len(read.cost), position + FARTHEST_STEP)
    end = bisect_right(read.cost, read.spent[position] + most, position, end)
    return bisect_right(read.passed, read.passed[position] + MOST_IGNORED, position, end)


def _is_tight(target: Target, taken: Sequence[int], spent: int, read: Read) -> bool:
    """Tell whether a phrase that hides a symptom stands close together.

    A little word goes with the word before it: "tired of", but not "tired to get out of bed".
    """
    left_out = (i for i in range(taken[0], taken[-1]) if i not in taken)
    if spent > _MOST_LEFT_OUT[target.kind] or any(read.tokens[i].word in _APART for i in left_out):
        return False
    return all(after == before + 1 or not read.little[after] for before, after in pairwise(taken))
