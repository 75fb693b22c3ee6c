"""How far the words around a finding are looked at: so many of them, and past no break."""

from __future__ import annotations

from collections.abc import Sequence

from triage.perceive.tokens import Break, Token


def reach_back(start: int, tokens: Sequence[Token], most: int, parts: Break = Break.LINE) -> int:
    """Return the first word that is looked at before a word.

    Args:
        start: the word.
        tokens: the words of the message.
        most: words before it that are looked at.
        parts: the weakest break that ends it; by default it is that of a sentence.
    """
    farthest = max(0, start - most)
    while start > farthest and tokens[start].before < parts:
        start -= 1
    return start


def reach_ahead(end: int, tokens: Sequence[Token], most: int, parts: Break = Break.LINE) -> int:
    """Return the word after the last that is looked at from here on.

    Args:
        end: the first word.
        tokens: the words of the message.
        most: words that are looked at.
        parts: the weakest break that ends it; by default it is that of a sentence.
    """
    farthest = min(len(tokens), end + most)
    while end < farthest and tokens[end].before < parts:
        end += 1
    return end
