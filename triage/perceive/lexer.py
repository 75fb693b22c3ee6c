"""Reads a message's words as symbols: what each may begin, and how far a phrase may go on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

from triage.perceive.families import MOST_IGNORED, Families, Lexed
from triage.perceive.index import Node, Symbol, mark
from triage.perceive.tokens import Break, Token

MOST_BETWEEN = 2
"""Other words that may stand between two words of a phrase."""
NONE_AFTER = frozenset({"no", "without", "zero"})
"""Nothing may stand after one of these: "no appetite", but not "no change in appetite".

After a comma they deny something else, and no phrase goes on past them.
"""
_TOO_MUCH = 100
"""More than any phrase may spend."""
_PAUSES = {Break.SOFT: 1, Break.HARD: _TOO_MUCH}
"""What a break costs a phrase that goes on past it."""


class _Word(NamedTuple):
    """What a word of the tables may begin in any message."""

    symbols: Mapping[Symbol, int]
    """The symbols it is by itself, and that each takes one word."""
    marks: int
    """Their marks in phrases."""
    begun: tuple[Node, ...]
    """Where it leads as the first word of families' members."""
    goes_on: int
    """The marks of all that may follow there."""
    inner: int
    """Its own marks as a later word of a family's member."""


@dataclass(frozen=True)
class Read(Lexed):
    """A message as the index walks over it."""

    here: Sequence[Mapping[Symbol, int]]
    """For each word the symbols that start there, with the number of words each takes."""
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


class Lexer:
    """The symbols of all phrases, and what each word of a message begins."""

    def __init__(self, families: Families, skipped: Collection[str]) -> None:
        """Start without phrases.

        Args:
            families: the word families that phrases name.
            skipped: further words of a message that cost nothing between two words of a phrase.
        """
        self._families = families
        self._skipped = families.ignored | frozenset(skipped)
        self._marks: dict[Symbol, int] = {}
        """Every symbol of the phrases with its mark."""
        self._words: dict[tuple[Symbol, Symbol], _Word] = {}
        """Stem and exact word, empty where no phrase or family has it -> what it begins."""

    def symbols(self, phrase: str) -> tuple[Symbol, ...]:
        """Return the symbols of a phrase of the tables, and know them from then on."""
        symbols = self._families.significant(phrase)
        self._marks.update((symbol, mark(symbol)) for symbol in symbols)
        return symbols

    def known(self) -> Iterator[str]:
        """Yield the stems and exact words of all phrases and families."""
        for symbol in self._marks.keys() | self._families.marks.keys():
            if not symbol.startswith("{"):
                yield symbol.removeprefix("=")

    def read(self, tokens: Sequence[Token], clauses: Collection[int]) -> Read:
        """Return a message as the index walks over it.

        Args:
            tokens: the words of the message.
            clauses: indices of the words that begin a clause.
        """
        skip = [token.word in self._skipped for token in tokens]
        forms = [(token.stem, f"={token.word}") for token in tokens]
        words = [self._word(*pair) for pair in forms]
        near = [0]
        for word, left_out in zip(reversed(words), reversed(skip), strict=True):
            near.append(word.inner | near[-1] if left_out else word.inner)
        lexed = Lexed(tokens, skip, forms, near[::-1])
        here, marks = [], []
        for index, word in enumerate(words):
            symbols, marked = word.symbols, word.marks
            if word.goes_on & lexed.near[index + 1]:
                longer = self._families.longer(word.begun, lexed, index)
                symbols = {**symbols, **longer}
                marked |= _marked(longer, self._marks)
            here.append(symbols)
            marks.append(marked)
        spent, cost, ends = _reaches(tokens, skip)
        ahead = [reduce(or_, marks[index:end], 0) for index, end in enumerate(ends)]
        little = [token.word in self._families.ignored for token in tokens]
        pauses = frozenset(i for i, token in enumerate(tokens) if token.before is Break.SOFT)
        return Read(
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

    def _word(self, stemmed: Symbol, exact: Symbol) -> _Word:
        """Return what a word begins; of words that the tables do not have nothing is kept."""
        key = (
            stemmed if stemmed in self._marks or stemmed in self._families.marks else "",
            exact if exact in self._marks or exact in self._families.marks else "",
        )
        word = self._words.get(key)
        if word is None:
            word = self._words[key] = self._looked_up(key)
        return word

    def _looked_up(self, forms: Sequence[Symbol]) -> _Word:
        families = self._families
        begun = [node for form in forms if (node := families.begun_by(form))]
        names = [target.name for node in begun for target in node.targets]
        symbols = dict.fromkeys([form for form in forms if form in self._marks] + names, 1)
        goes_on = reduce(or_, (node.marks for node in begun), 0)
        inner = _marked(forms, families.marks)
        return _Word(symbols, _marked(symbols, self._marks), tuple(begun), goes_on, inner)


def _marked(symbols: Iterable[Symbol], marks: Mapping[Symbol, int]) -> int:
    """Return the marks of all these symbols; one that is not known has none."""
    return reduce(or_, (marks.get(symbol, 0) for symbol in symbols), 0)


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
        if token.before is Break.SOFT and token.word in NONE_AFTER:
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
