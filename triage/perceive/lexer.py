"""Reads a message's words as symbols: what each may begin, and how far a phrase may go on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import NamedTuple

from triage.perceive.families import Families, Lexed
from triage.perceive.index import Node, Symbol, mark
from triage.perceive.stem import stem
from triage.perceive.tokens import Break, Token

MOST_BETWEEN = 2
"""Other words that may stand between two words of a phrase."""
FARTHEST_STEP = 8
"""Words among which a phrase's next word stands: two others, five that cost nothing, and it.

A power of two.
"""
NONE_AFTER = frozenset({"no", "without", "zero"})
"""Nothing may stand after one of these: "no appetite", but not "no change in appetite".

After a comma they deny something else, and no phrase goes on past them.
"""
_TOO_MUCH = 100
"""More than any phrase may spend."""
_PAUSES = {Break.SOFT: 1, Break.HARD: _TOO_MUCH}
"""What a break costs a phrase that goes on past it."""


class _Word(NamedTuple):
    """What a word is in any message."""

    forms: tuple[Symbol, ...]
    """Its stem and the symbol for exactly this word, empty where no phrase or family has it.

    Where an 's was written also the symbol for the word with it: `=mum's`.
    """
    left_out: bool = False
    """It costs nothing between two words of a phrase."""
    little: bool = False
    """Phrases leave it out (of, my, is)."""
    symbols: Mapping[Symbol, int] = MappingProxyType({})
    """The symbols it is by itself, and that each takes one word."""
    marks: int = 0
    """Their marks in phrases."""
    opens: Sequence[tuple[Node, int]] = ()
    """Where these lead as the first of a phrase, with the one word each takes."""
    begun: tuple[Node, ...] = ()
    """Where it leads as the first word of families' members."""
    goes_on: int = 0
    """The marks of all that may follow there."""
    inner: int = 0
    """Its own marks as a later word of a family's member."""


@dataclass(frozen=True)
class Read(Lexed):
    """A message as the index walks over it."""

    here: Sequence[Mapping[Symbol, int]]
    """For each word the symbols that start there, with the number of words each takes."""
    opens: Sequence[Sequence[tuple[Node, int]]]
    """For each word where these lead as the first of a phrase, with the words each takes."""
    spent: Sequence[int]
    """For each word what a phrase that began before all words would have spent before it."""
    cost: Sequence[int]
    """The same with what the break before the word costs."""
    passed: Sequence[int]
    """For each word how many words that cost nothing stand before it."""
    ahead: Sequence[int]
    """For each word, and for the end, the marks of all symbols that a phrase may go on with there:
    those of the next few words.
    """
    little: Sequence[bool]
    """For each word whether it is one that phrases leave out (of, my, is)."""
    begins: frozenset[int]
    """Indices of the words that begin a clause."""
    alone: frozenset[int]
    """Indices of the words after "no" and its like, which a phrase does not leave out."""
    pauses: frozenset[int]
    """Indices of the words after a comma."""


class Lexer:
    """The symbols of all phrases, and what each word of a message begins."""

    def __init__(
        self, families: Families, skipped: Collection[str], begins: Mapping[Symbol, Node]
    ) -> None:
        """Start without phrases.

        Args:
            families: the word families that phrases name.
            skipped: further words of a message that cost nothing between two words of a phrase.
            begins: where each first symbol of the phrases leads.
        """
        self._families = families
        self._skipped = families.ignored | frozenset(skipped)
        self._begins = begins
        self._marks: dict[Symbol, int] = {}
        """Every symbol of the phrases with its mark."""
        self._words: dict[str, _Word] = {}
        """Every word of the tables met so far; one with an 's by itself."""

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
        known = self._words
        words = [known.get(token.word) or self._word(token.word) for token in tokens]
        for index, token in enumerate(tokens):
            if token.owns:
                words[index] = self._owner(token.word)
        skip = [word.left_out for word in words]
        near = [0]
        for word in reversed(words):
            near.append(word.inner | near[-1] if word.left_out else word.inner)
        lexed = Lexed(tokens, skip, [word.forms for word in words], near[::-1])
        here, marks, opens = [], [], []
        for index, word in enumerate(words):
            symbols, marked, opened = word.symbols, word.marks, word.opens
            if word.goes_on & lexed.near[index + 1]:
                longer = self._families.longer(word.begun, lexed, index)
                symbols = {**symbols, **longer}
                marked |= _marked(longer, self._marks)
                opened = self._opened(symbols)
            here.append(symbols)
            marks.append(marked)
            opens.append(opened)
        spent, cost, passed = _costs(tokens, skip)
        pauses = frozenset(i for i, token in enumerate(tokens) if token.before is Break.SOFT)
        return Read(
            **vars(lexed),
            here=here,
            opens=opens,
            spent=spent,
            cost=cost,
            passed=passed,
            ahead=_ahead(marks),
            little=[word.little for word in words],
            begins=frozenset(clauses),
            alone=frozenset(i for i, token in enumerate(tokens, 1) if token.word in NONE_AFTER),
            pauses=pauses,
        )

    def _opened(self, symbols: Mapping[Symbol, int]) -> list[tuple[Node, int]]:
        """Return where symbols lead as the first of a phrase, with the words each takes."""
        return [(self._begins[s], taken) for s, taken in symbols.items() if s in self._begins]

    def _word(self, word: str) -> _Word:
        """Return what a word is; of words that the tables do not have nothing is kept."""
        return self._of(word, word, stem(word), f"={word}")

    def _owner(self, word: str) -> _Word:
        """Return what a word is that an 's stands after."""
        key = f"{word}'s"
        return self._words.get(key) or self._of(key, word, stem(word), f"={word}", f"={key}")

    def _of(self, key: str, word: str, *symbols: Symbol) -> _Word:
        families = self._families
        forms = tuple(s if s in self._marks or s in families.marks else "" for s in symbols)
        if not any(forms) and word not in self._skipped:
            return _UNKNOWN
        begun = [node for form in forms if (node := families.begun_by(form))]
        names = [target.name for node in begun for target in node.targets]
        known = dict.fromkeys([form for form in forms if form in self._marks] + names, 1)
        found = self._words[key] = _Word(
            forms,
            word in self._skipped,
            word in families.ignored,
            known,
            _marked(known, self._marks),
            self._opened(known),
            tuple(begun),
            reduce(or_, (node.marks for node in begun), 0),
            _marked(forms, families.marks),
        )
        return found


_UNKNOWN = _Word(("", ""))
"""What a word is that the tables do not have."""


def _marked(symbols: Iterable[Symbol], marks: Mapping[Symbol, int]) -> int:
    """Return the marks of all these symbols; one that is not known has none."""
    return reduce(or_, (marks.get(symbol, 0) for symbol in symbols), 0)


def _costs(tokens: Sequence[Token], skip: Sequence[bool]) -> tuple[list[int], list[int], list[int]]:
    """Return `spent`, `cost` and `passed` of a message."""
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
    return before, cost, passed


def _ahead(marks: Sequence[int]) -> list[int]:
    """Return for each word, and for the end, the marks of the `FARTHEST_STEP` words from there."""
    ahead = [*marks, 0]
    step = 1
    while step < FARTHEST_STEP:
        ahead = list(map(or_, ahead, [*ahead[step:], *[0] * step]))
        step *= 2
    return ahead
