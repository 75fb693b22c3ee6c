"""Word families: one name for the many ways to say a thing, found word by word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from triage.perceive.stem import stem
from triage.perceive.text import normalize
from triage.perceive.tokens import Break, Token, tokenize

MOST_IGNORED = 5
"""Ignored words in a row, so that one step looks at a bounded number of words."""

_MARKS = 2048
"""Different marks of symbols."""
_PARTS = (Break.SOFT, Break.HARD)
"""Breaks that part two words of a family's member."""
Symbol = str
"""A word's stem, `=word` for exactly this word, or `{family}`."""


class Target(NamedTuple):
    """What a phrase stands for: a kind and a name, such as a symptom's id."""

    kind: str
    name: str
    value: str = ""


class Node:
    """A step of an index: what the symbols so far stand for, and which may follow."""

    __slots__ = ("marks", "targets", "then")

    def __init__(self) -> None:
        self.then: dict[Symbol, Node] = {}
        self.targets: list[Target] = []
        self.marks = 0
        """The marks of all symbols that may follow."""


@dataclass(frozen=True)
class Lexed:
    """The words of a message as phrases are matched with them."""

    tokens: Sequence[Token]
    skip: Sequence[bool]
    """For each word whether it costs nothing between two words of a phrase."""
    forms: Sequence[tuple[Symbol, Symbol]]
    """For each word its stem and the symbol for exactly this word."""
    near: Sequence[int]
    """For each word, and for the end, the marks of what a family's member may go on with there."""


def mark(symbol: Symbol) -> int:
    """Return the bit of a symbol: two sets of symbols without a common bit have nothing in common.

    Few symbols share one, and one `and` of two numbers spares most looks into a set.
    """
    return 1 << crc32(symbol.encode()) % _MARKS


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
        self._root = Node()
        self.marks: dict[Symbol, int] = {}
        """Every symbol of the members with its mark."""
        for name, members in families.items():
            for member in members:
                for symbols in self.expand(member):
                    insert(self._root, symbols, Target("family", f"{{{name}}}"))
                    self.marks.update((symbol, mark(symbol)) for symbol in symbols)

    @property
    def openings(self) -> KeysView[Symbol]:
        """The symbols that the members of families begin with."""
        return self._root.then.keys()

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

    def lex(self, tokens: Sequence[Token], skipped: Collection[str]) -> Lexed:
        """Return a message as phrases are matched with it; `skipped` words cost nothing."""
        skip = [token.word in skipped for token in tokens]
        forms = [(token.stem, f"={token.word}") for token in tokens]
        near = [0]
        marks = self.marks
        for (stemmed, exact), left_out in zip(reversed(forms), reversed(skip), strict=True):
            here = marks.get(stemmed, 0) | marks.get(exact, 0)
            near.append(here | near[-1] if left_out else here)
        return Lexed(tokens, skip, forms, near[::-1])

    def add(self, read: Lexed, start: int, found: dict[Symbol, int]) -> None:
        """Add the families with a member that starts here -> index after its longest one.

        Ignored words are stepped over.

        Args:
            read: the message.
            start: index of the word.
            found: what is added to.
        """
        begins = self._root.then
        edge: list[tuple[dict[Symbol, Node], int]] = []
        for form in read.forms[start]:
            node = begins.get(form)
            if node:
                _reached(node, start + 1, read, found, edge)
        tokens, forms, skip = read.tokens, read.forms, read.skip
        while edge:
            then, position = edge.pop()
            for index in range(position, min(position + MOST_IGNORED, len(tokens))):
                if tokens[index].before in _PARTS:
                    break
                for form in forms[index]:
                    if form in then:
                        _reached(then[form], index + 1, read, found, edge)
                if not skip[index]:
                    break


def _reached(
    node: Node,
    end: int,
    read: Lexed,
    found: dict[Symbol, int],
    edge: list[tuple[dict[Symbol, Node], int]],
) -> None:
    """Note the families that end here, and that longer members go on."""
    for target in node.targets:
        if found.get(target.name, 0) < end:
            found[target.name] = end
    if node.marks & read.near[end]:
        edge.append((node.then, end))


def insert(root: Node, symbols: Sequence[Symbol], target: Target) -> None:
    """Add symbols that stand for something."""
    node = root
    for symbol in symbols:
        node.marks |= mark(symbol)
        node = node.then.setdefault(symbol, Node())
    if target not in node.targets:
        node.targets.append(target)
