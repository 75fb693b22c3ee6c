"""Finds phrases: ordered words and families, with a few other words in between."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

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
_MOST_IGNORED = 5
"""Ignored words in a row, so that one step looks at a bounded number of words."""

Symbol = str
"""A word's stem, `=word` for exactly this word, or `{family}`."""


@dataclass(frozen=True)
class Target:
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
class _Read:
    """A message as the index walks over it."""

    tokens: Sequence[Token]
    skip: Sequence[bool]
    """For each word whether it costs nothing between two words of a phrase."""
    here: Sequence[Sequence[tuple[Symbol, int]]]
    """For each word the symbols that start there, with the index after each."""
    said: Collection[Symbol]
    """All symbols of the message: a node that waits for none of them leads nowhere."""
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

    def at(self, tokens: Sequence[Token], skip: Sequence[bool], start: int) -> dict[Symbol, int]:
        """Return the families with a member that starts here -> index after its longest one."""
        found: dict[Symbol, int] = {}
        edge = [(self._root, start)]
        while edge:
            node, position = edge.pop()
            for target in node.targets:
                found[target.name] = max(position, found.get(target.name, 0))
            edge.extend(_steps(node, tokens, skip, position, first=position == start))
        return found


def _steps(
    node: _Node, tokens: Sequence[Token], skip: Sequence[bool], position: int, *, first: bool
) -> Iterator[tuple[_Node, int]]:
    """Yield where a family's member can go on from here; ignored words are stepped over."""
    if not node.then:
        return
    for index in range(position, min(position + _MOST_IGNORED, len(tokens))):
        token = tokens[index]
        if not first and token.before not in {Break.NONE, Break.LINE}:
            return
        for symbol in (token.stem, f"={token.word}"):
            child = node.then.get(symbol)
            if child:
                yield child, index + 1
        if first or not skip[index]:
            return


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
        found: dict[tuple[Target, frozenset[int]], Match] = {}
        begins = self._root.then
        for start, symbols in enumerate(read.here):
            for symbol, end in symbols:
                node = begins.get(symbol)
                if node:
                    for target, words in _walk(node, range(start, end), read):
                        found.setdefault((target, words), Match(target, words))
        return list(found.values())

    def _read(self, tokens: Sequence[Token]) -> _Read:
        skip = [token.word in self._skipped for token in tokens]
        here = [self._symbols(tokens, skip, index) for index in range(len(tokens))]
        said = {symbol for symbols in here for symbol, _ in symbols}
        little = [token.word in self._families.ignored for token in tokens]
        return _Read(tokens, skip, here, said, little)

    def _symbols(
        self, tokens: Sequence[Token], skip: Sequence[bool], index: int
    ) -> list[tuple[Symbol, int]]:
        token = tokens[index]
        own = [(s, index + 1) for s in (token.stem, f"={token.word}") if s in self._literals]
        return own + list(self._families.at(tokens, skip, index).items())


def _walk(begun: _Node, first: range, read: _Read) -> Iterator[tuple[Target, frozenset[int]]]:
    """Yield the phrases that go on from a node of the index.

    Args:
        begun: where the first symbol led.
        first: indices of the words of the first symbol.
        read: the message.
    """
    edge: list[tuple[_Node, int, int, tuple[int, ...]]] = [(begun, first.stop, 0, tuple(first))]
    while edge:
        node, position, spent, taken = edge.pop()
        for target in node.targets:
            if target.kind not in _HIDING or _is_tight(target, taken, spent, read):
                yield target, frozenset(taken)
        then = node.then
        if then.keys().isdisjoint(read.said):
            continue
        between = ignored = 0
        direct = read.tokens[taken[-1]].word in _NONE_AFTER
        for index in range(position, len(read.tokens)):
            before = read.tokens[index].before
            if before is Break.HARD:
                break
            between += before is Break.SOFT
            if between > MOST_BETWEEN or spent + between > _MOST_IN_ALL:
                break
            for symbol, end in read.here[index]:
                child = then.get(symbol)
                if child:
                    edge.append((child, end, spent + between, (*taken, *range(index, end))))
            if before is Break.SOFT and read.tokens[index].word in _NONE_AFTER:
                break
            ignored += read.skip[index]
            between += not read.skip[index]
            if (direct and between) or ignored > _MOST_IGNORED:
                break


def _is_tight(target: Target, taken: Sequence[int], spent: int, read: _Read) -> bool:
    """Tell whether a phrase that hides a symptom stands close together.

    A little word goes with the word before it: "tired of", but not "tired to get out of bed".
    """
    if target.kind == NOT_MEANT and spent > _MOST_NOT_MEANT:
        return False
    return all(after == before + 1 or not read.little[after] for before, after in pairwise(taken))
