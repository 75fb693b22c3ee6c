"""An index of ordered symbols: what each sequence stands for, and quickly which may go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

Symbol = str
"""A word's stem, `=word` for exactly this word, or `{family}`."""
_MARKS = 2048
"""Different marks of symbols."""


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


def mark(symbol: Symbol) -> int:
    """Return the bit of a symbol: two sets of symbols without a common bit have nothing in common.

    Few symbols share one, and one `and` of two numbers spares most looks into a set.
    """
    return 1 << crc32(symbol.encode()) % _MARKS


def insert(root: Node, symbols: Sequence[Symbol], target: Target) -> None:
    """Add symbols that stand for something."""
    node = root
    for symbol in symbols:
        node.marks |= mark(symbol)
        node = node.then.setdefault(symbol, Node())
    if target not in node.targets:
        node.targets.append(target)
