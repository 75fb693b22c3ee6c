"""Word families: one name for the many ways to say a thing, found word by word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from triage.perceive.index import Node, Symbol, Target, insert, mark
from triage.perceive.stem import stem
from triage.perceive.text import normalize
from triage.perceive.tokens import Break, Token, tokenize

MOST_IGNORED = 5
"""Ignored words in a row, so that one step looks at a bounded number of words."""

_PARTS = (Break.SOFT, Break.HARD)
"""Breaks that part two words of a family's member."""


@dataclass(frozen=True)
class Lexed:
    """The words of a message as phrases are matched with them."""

    tokens: Sequence[Token]
    skip: Sequence[bool]
    """For each word whether it costs nothing between two words of a phrase."""
    forms: Sequence[tuple[Symbol, ...]]
    """For each word its stem, the symbol for exactly this word, and that for it with an 's."""
    near: Sequence[int]
    """For each word, and for the end, the marks of what a family's member may go on with there."""


def plain_words(phrase: str) -> list[str]:
    """Return the words of a phrase of the tables as a message's words would be read."""
    return [token.word for token in tokenize(normalize(phrase)).tokens]


def _elements(phrase: str) -> Iterator[tuple[Symbol, str]]:
    """Yield each symbol of a phrase with its plain word; no word for families and exact words.

    `=mum's` is met only where the 's was written.
    """
    for piece in phrase.split():
        if piece.startswith("{") or (piece.startswith("=") and piece.endswith("'s")):
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

    def begun_by(self, form: Symbol) -> Node | None:
        """Return where a word leads that a family's member begins with."""
        return self._root.then.get(form)

    def longer(self, begun: Iterable[Node], read: Lexed, start: int) -> dict[Symbol, int]:
        """Return the families with a member of more words that starts here -> how many it takes.

        Ignored words are stepped over.

        Args:
            begun: where the first word led.
            read: the message.
            start: index of the first word.
        """
        tokens, forms, skip, near = read.tokens, read.forms, read.skip, read.near
        found: dict[Symbol, int] = {}
        edge = [(node, start + 1) for node in begun]
        while edge:
            node, position = edge.pop()
            if not node.marks & near[position]:
                continue
            then = node.then
            for index in range(position, min(position + MOST_IGNORED, len(tokens))):
                if tokens[index].before in _PARTS:
                    break
                for form in forms[index]:
                    if form in then:
                        edge.append((then[form], index + 1))
                        for target in then[form].targets:
                            length = index + 1 - start
                            found[target.name] = max(length, found.get(target.name, 0))
                if not skip[index]:
                    break
        return found
