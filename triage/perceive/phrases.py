"""Finds phrases: ordered words and families, with a few other words in between."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from triage.perceive.stem import stem
from triage.perceive.text import normalize
from triage.perceive.tokens import Break, Token, tokenize

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
_MOST_IGNORED = 5
"""Ignored words in a row, so that one step looks at a bounded number of words."""
_FARTHEST = MOST_BETWEEN + _MOST_IGNORED + 1
"""Lexed from the end of a phrase so far to the end of the last word it may go on with."""

_PARTS = (Break.SOFT, Break.HARD)
"""Breaks that part two words of a family's member."""

Symbol = str
"""A word's stem, `=word` for exactly this word, or `{family}`."""


class Target(NamedTuple):
    """What a phrase stands for: a kind and a name, such as a symptom's id."""

    kind: str
    name: str
    value: str = ""


@dataclass(frozen=True)
class Match:
    """A phrase found: what it stands for and the indices of its words."""

    target: Target
    words: frozenset[int]

    @cached_property
    def start(self) -> int:
        """Index of the first word."""
        return min(self.words)

    @cached_property
    def end(self) -> int:
        """Index after the last word."""
        return max(self.words) + 1


class _Node:
    __slots__ = ("targets", "then")

    def __init__(self) -> None:
        self.then: dict[Symbol, _Node] = {}
        self.targets: list[Target] = []


@dataclass(frozen=True)
class Lexed:
    """The words of a message as phrases are matched with them."""

    tokens: Sequence[Token]
    skip: Sequence[bool]
    """For each word whether it costs nothing between two words of a phrase."""
    forms: Sequence[tuple[Symbol, Symbol]]
    """For each word its stem and the symbol for exactly this word."""


@dataclass(frozen=True)
class _Read(Lexed):
    """A message as the index walks over it."""

    here: Sequence[Sequence[tuple[Symbol, int]]]
    """For each word the symbols that start there, with the index after each."""
    ahead: Sequence[Collection[Symbol]]
    """For each word all symbols that start there or soon after: no phrase goes on with another."""
    little: Sequence[bool]
    """For each word whether it is one that phrases leave out (of, my, is)."""


def plain_words(phrase: str) -> list[str]:
    """Return the words of a phrase of the tables as a message's words would be read."""
    return [token.word for token in tokenize(normalize(phrase)).tokens]


def _elements(phrase: str) -> Iterator[tuple[Symbol, str]]:
    """Yield each symbol of a phrase with its plain word; no word for families and exact words."""
    for piece in phrase.split():
        if piece.startswith("{"):
            yield piece, ""
        elif piece.startswith("="):
            yield from ((f"={word}", "") for word in plain_words(piece[1:]))
        else:
            yield from ((stem(word), word) for word in plain_words(piece))


class Families:
    """Word families: one name for the many ways to say a thing."""

    def __init__(self, families: Mapping[str, Sequence[str]], ignored: Collection[str]) -> None:
        self.ignored = frozenset(ignored)
        self._members = families
        self._root = _Node()
        self.literals: set[Symbol] = set()
        for name, members in families.items():
            for member in members:
                for symbols in self.expand(member):
                    _insert(self._root, symbols, Target("family", f"{{{name}}}"))
                    self.literals.update(symbols)

    def significant(self, phrase: str) -> tuple[Symbol, ...]:
        """Return a phrase's symbols without ignored words.

        A phrase of several words is never reduced to one that tells something: "the runs" keeps
        its "the".
        """
        elements = tuple(_elements(phrase))
        kept = tuple(symbol for symbol, word in elements if word not in self.ignored)
        telling = [symbol for symbol in kept if symbol.removeprefix("=") not in self.ignored]
        return kept if len(telling) > 1 else tuple(symbol for symbol, _ in elements)

    def expand(self, member: str, depth: int = 0) -> Iterator[tuple[Symbol, ...]]:
        """Yield a member's symbols with the families inside it spelled out."""
        symbols = self.significant(member)
        for position, symbol in enumerate(symbols):
            if symbol.startswith("{") and depth < 3:
                for inner in self._members[symbol[1:-1]]:
                    text = " ".join((*symbols[:position], inner, *symbols[position + 1 :]))
                    yield from self.expand(text, depth + 1)
                return
        yield symbols

    def at(self, read: Lexed, start: int) -> dict[Symbol, int]:
        """Return the families with a member that starts here -> index after its longest one.

        Ignored words are stepped over.
        """
        begins = self._root.then
        edge = [(begins[form], start + 1) for form in read.forms[start] if form in begins]
        found: dict[Symbol, int] = {}
        tokens, forms, skip = read.tokens, read.forms, read.skip
        while edge:
            node, position = edge.pop()
            for target in node.targets:
                found[target.name] = max(position, found.get(target.name, 0))
            then = node.then
            if not then:
                continue
            for index in range(position, min(position + _MOST_IGNORED, len(tokens))):
                if tokens[index].before in _PARTS:
                    break
                edge.extend((then[form], index + 1) for form in forms[index] if form in then)
                if not skip[index]:
                    break
        return found


def _insert(root: _Node, symbols: Sequence[Symbol], target: Target) -> None:
    node = root
    for symbol in symbols:
        node = node.then.setdefault(symbol, _Node())
    if target not in node.targets:
        node.targets.append(target)


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
        self._root = _Node()
        self._literals: set[Symbol] = set()

    def add(self, phrase: str, target: Target) -> None:
        """Add a phrase of the tables."""
        symbols = self._families.significant(phrase)
        self._literals.update(symbols)
        _insert(self._root, symbols, target)

    def words(self) -> Iterator[str]:
        """Yield the stems and exact words of all phrases and families."""
        for symbol in self._literals | self._families.literals:
            if not symbol.startswith("{"):
                yield symbol.removeprefix("=")

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """Return every phrase in the message, each word set of one target once."""
        read = self._read(tokens)
        found: dict[tuple[Target, frozenset[int]], None] = {}
        begins = self._root.then
        for start, symbols in enumerate(read.here):
            for symbol, end in symbols:
                node = begins.get(symbol)
                if node and (node.targets or not node.then.keys().isdisjoint(read.ahead[end])):
                    found.update(dict.fromkeys(_walk(node, range(start, end), read)))
        return [Match(target, words) for target, words in found]

    def _read(self, tokens: Sequence[Token]) -> _Read:
        skip = [token.word in self._skipped for token in tokens]
        forms = [(token.stem, f"={token.word}") for token in tokens]
        lexed = Lexed(tokens, skip, forms)
        here = [
            [(form, index + 1) for form in forms[index] if form in self._literals]
            + list(self._families.at(lexed, index).items())
            for index in range(len(tokens))
        ]
        starts = [[symbol for symbol, _ in symbols] for symbols in here]
        ahead = [set().union(*starts[i : i + _FARTHEST]) for i in range(len(tokens) + 1)]
        little = [token.word in self._families.ignored for token in tokens]
        return _Read(tokens, skip, forms, here, ahead, little)


def _walk(begun: _Node, first: range, read: _Read) -> Iterator[tuple[Target, frozenset[int]]]:
    """Yield the phrases that go on from a node of the index.

    Args:
        begun: where the first symbol led.
        first: indices of the words of the first symbol.
        read: the message.
    """
    here = read.here
    edge: list[tuple[_Node, int, int, tuple[int, ...]]] = [(begun, first.stop, 0, tuple(first))]
    while edge:
        node, position, spent, taken = edge.pop()
        if node.targets:
            found = frozenset(taken)
            for target in node.targets:
                if target.kind not in _HIDING or _is_tight(target, taken, spent, read):
                    yield target, found
        then = node.then
        if then.keys().isdisjoint(read.ahead[position]):
            continue
        for index, between in _reach(read, first.start, position):
            if spent + between > _MOST_IN_ALL:
                break
            for symbol, end in here[index]:
                if symbol in then:
                    words = (*taken, *range(index, end))
                    edge.append((then[symbol], end, spent + between, words))


def _reach(read: _Read, begun: int, position: int) -> Iterator[tuple[int, int]]:
    """Yield the words a phrase may go on with, and how many others stand before each.

    Args:
        read: the message.
        begun: index of the phrase's first word.
        position: index after its last word so far.
    """
    between = ignored = 0
    direct = read.tokens[position - 1].word in _NONE_AFTER
    denies = read.tokens[begun].word in NEGATORS
    for index in range(position, len(read.tokens)):
        token = read.tokens[index]
        soft = token.before is Break.SOFT
        between += soft
        if token.before is Break.HARD or between > MOST_BETWEEN or (soft and denies):
            return
        yield index, between
        if soft and token.word in _NONE_AFTER:
            return
        ignored += read.skip[index]
        between += not read.skip[index]
        if (direct and between) or ignored > _MOST_IGNORED:
            return


def _is_tight(target: Target, taken: Sequence[int], spent: int, read: _Read) -> bool:
    """Tell whether a phrase that hides a symptom stands close together.

    A little word goes with the word before it: "tired of", but not "tired to get out of bed".
    """
    if target.kind == NOT_MEANT and spent > _MOST_NOT_MEANT:
        return False
    return all(after == before + 1 or not read.little[after] for before, after in pairwise(taken))
