"""The words that deny, and whether one stands between the words of a phrase."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from triage.perceive.tokens import Token

NEGATORS = frozenset({"no", "not", "without", "dont", "doesnt", "havent", "hasnt", "never"})
"""A phrase that begins with one of these goes on past no comma and into no new clause."""
UNABLE = frozenset({"cant", "cannot", "couldnt", "wont", "unable"})
"""A phrase that begins with one of these goes on into no new clause: "cannot sleep but can eat"."""
_DENYING = NEGATORS | UNABLE | {"isnt", "arent", "wasnt", "werent", "didnt", "aint"}
"""Words that turn round what they are said of."""


def denied_inside(words: Collection[int], tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase leaves out a "not": "it stopped" in "it has not stopped".

    Args:
        words: the indices of its words.
        tokens: the words of the message.
    """
    span = range(min(words), max(words))
    return len(words) <= len(span) and any(
        tokens[index].word in _DENYING for index in span if index not in words
    )
