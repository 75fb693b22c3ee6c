"""What the answers mention: "do I need insurance?" is told by an answer that speaks of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from triage.perceive.stem import stem
from triage.perceive.text import normalize
from triage.perceive.tokens import tokenize

_MOST = 12
"""A word that more answers mention says little about which is meant."""
_RARE = 3
"""A word that so few answers mention is enough by itself."""
_SURELY_NEAR = 2
"""In so many answers any one word is enough: they are what is talked about."""
_SAYS_NOTHING = frozenset(
    map(
        stem,
        {
            *("why", "where", "whose", "need", "use", "used", "happen", "mean", "go", "come"),
            *("take", "give", "given", "make", "say", "tell", "keep", "only", "always", "ask"),
        },
    )
)
"""Words of a question that need not stand in its answer."""


class Mentions:
    """The words of every answer."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        """Index the words.

        Args:
            texts: answer -> all that is written in it.
        """
        self._stems = {
            answer: {token.stem for token in tokenize(normalize(text)).tokens}
            for answer, text in (texts or {}).items()
        }
        self._in = Counter(word for stems in self._stems.values() for word in stems)

    def first(self, answers: Iterable[str], stems: Collection[str]) -> str:
        """Return the first answer that mentions all that is asked, "" where none does.

        Args:
            answers: those that come into question, the likeliest first.
            stems: of the words that name something.
        """
        asked = set(stems) - _SAYS_NOTHING
        if not asked or min(self._in[word] for word in asked) > _MOST:
            return ""
        weak = len(asked) == 1 and self._in[min(asked)] > _RARE
        told = (each for place, each in enumerate(answers) if place < _SURELY_NEAR or not weak)
        return next((each for each in told if asked <= self._stems.get(each, set())), "")
