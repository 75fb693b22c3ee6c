"""Figures of speech: a strong word whose everyday cause stands beside it, or that is only play.

"The fees nearly gave me a heart attack", "my head is exploding with forms", "blind to the small
print", "we collapsed laughing", "he fainted for the camera".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from triage.perceive.around import reach_ahead, reach_back
from triage.perceive.phrases import Match
from triage.perceive.tokens import Break, Token

_MAKES = frozenset({"made", "make", "makes", "making"})
_DOES = (
    (frozenset({"gave", "give", "gives", "giving", "given"}), ("given", "given_lightly", "made")),
    (_MAKES, ("made",)),
    (frozenset({"has", "have", "is", "are"}), ("with", "seated")),
)
"""What a cause does, and the ways to say so."""
_BETWEEN = frozenset(
    {"me", "us", "him", "her", "you", "everyone", "a", "an", "the", "nearly", "almost", "such",
     "real", "about", "to", "have", "mini", "bit", "of", "physically", "proper", "total", "feel"}
)  # fmt: skip
"""Words from what a cause does to what it does: "gave me nearly a"."""
_JOINS = (
    (frozenset({"with", "from", "over", "about", "by", "under"}), ("with",)),
    (frozenset({"at"}), ("at",)),
    (frozenset({"to"}), ("to",)),
    (frozenset({"waiting", "opening", "watching", "reading", "before"}), ("nervous",)),
    (frozenset({"after"}), ("worn",)),
    (frozenset({"looking", "searching", "hunting", "staring", "squinting"}), ("looking",)),
    (frozenset({"when", "as"}), ("when", "when_paying", "when_startled", "nervous")),
)
"""What joins a finding to its cause, and the ways to say so."""
_PARTS = frozenset(
    {"says", "said", "say", "told", "tells", "that", "drug", "treatment", "tablets", "pills",
     "injection", "dose", "he", "she", "which", "confirmed", "showed", "explains", "chest"}
)  # fmt: skip
"""Between a cause and a finding these tell of something else: "the form says the drug gave …"."""
_LASTS = frozenset(
    {"since", "still", "days", "hours", "weeks", "now", "again", "keeps", "ever", "yesterday",
     "today", "tonight", "worse", "then", "couldnt", "wouldnt", "wont", "wake", "woken",
     "unconscious", "floor", "ambulance", "hospital", "pain", "blood", "blue"}
)  # fmt: skip
"""In the same sentence these make it real: "and my head has been exploding since"."""
_LAUGHS = frozenset(
    {"laughed", "laughing", "laugh", "laughs", "laughter", "giggled", "giggling", "cackled",
     "howled"}
)  # fmt: skip
_FITS = frozenset({"stitches", "hysterics", "giggles"})
_IN_FITS = frozenset(("in", word) for word in _FITS)
_SO_MUCH = frozenset({"till", "until", "til", "hard", "much"})
_FROM_LAUGHING = frozenset({"for", "with", "of"})
_FELL = frozenset({"collapsed", "collapse", "collapsing", "died", "dying"})
_GRAVE = frozenset({"passed", "fainted", "unconscious", "blood", "blacked", "fit", "seizure"})
"""What comes of laughing is told of no joke: "laughed so hard I passed out"."""
_REACH = 6
"""Words between a figure and its cause: "when the postman brought the letter"."""
_BEHIND = 9
"""Words of its sentence before and after a figure: "since", "ambulance", "for the camera"."""


@dataclass(frozen=True)
class Way:
    """One way to say it."""

    words: frozenset[str]
    """Words of a finding that are said so."""
    causes: frozenset[str]
    """Everyday things they are said of."""


@dataclass(frozen=True)
class Figures:
    """The sections `figures`, `causes` and `pretended` of clinical/language.yml."""

    ways: Mapping[str, Way]
    pretended: frozenset[tuple[str, ...]]
    """What makes it play: "for the camera"."""

    @classmethod
    def of(
        cls,
        figures: Mapping[str, Mapping[str, Sequence[str]]],
        causes: Mapping[str, Sequence[str]],
        pretended: Sequence[str],
    ) -> Figures:
        """Build from the table's sections."""
        ways = {
            name: Way(
                frozenset(way["words"]),
                frozenset(word for group in way["causes"] for word in causes[group]),
            )
            for name, way in figures.items()
        }
        return cls(ways, frozenset(tuple(phrase.split()) for phrase in pretended))

    def may_play(self, words: set[str]) -> bool:
        """Tell whether a message of these words may tell of play or laughter."""
        laughs = not _LAUGHS.isdisjoint(words) or not _FITS.isdisjoint(words)
        return laughs or any(words.issuperset(phrase) for phrase in self.pretended)

    def is_one(self, match: Match, tokens: Sequence[Token], *, playful: bool) -> bool:
        """Tell whether what names a symptom is a figure of speech here.

        Args:
            match: the finding.
            tokens: the words of the message.
            playful: the message may tell of play or laughter.
        """
        said = {tokens[index].word for index in match.words}
        if not playful and said.isdisjoint(self._figurative):
            return False
        before, after = _around(match, tokens)
        if self._is_play(before, after):
            return True
        real = not _LASTS.isdisjoint([*before, *after])
        if real or _laughed(said, before, after):
            return not real
        if said.isdisjoint(self._figurative):
            return False
        until = reach_ahead(match.end, tokens, 1 + _REACH, Break.SOFT)
        following = [token.word for token in tokens[match.end : until]]
        return self._by_a_cause(said, before) or self._before_its_cause(said, following)

    def _by_a_cause(self, said: set[str], before: Sequence[str]) -> bool:
        """Tell whether a cause does it: "the price gave me palpitations"."""
        last = len(before) - 1
        while last >= 0 and before[last] in _BETWEEN:
            last -= 1
        done = before[last] if last > 0 else ""
        ways = next((ways for verbs, ways in _DOES if done in verbs), ())
        near = before[:last][-_REACH:]
        if _PARTS.isdisjoint(near) and any(self._is_said(way, said, near) for way in ways):
            return True
        # "these bills make me sick": the verb is part of the finding
        own = not _MAKES.isdisjoint(said) and _PARTS.isdisjoint(before[-_REACH:])
        return own and self._is_said("made", said, before[-_REACH:])

    def _before_its_cause(self, said: set[str], after: Sequence[str]) -> bool:
        """Tell whether its cause follows: "exploding with forms", "blind to the small print"."""
        joins = after[0] if after else ""
        ways = next((ways for words, ways in _JOINS if joins in words), ())
        return any(self._is_said(way, said, after[1 : 1 + _REACH]) for way in ways)

    def _is_said(self, way: str, said: set[str], near: Sequence[str]) -> bool:
        """Tell whether a finding's words and one of the words near are said so."""
        words = said & self.ways[way].words
        if not words or ("attack" in words and "heart" not in said):
            return False
        return not self.ways[way].causes.isdisjoint(near)

    def _is_play(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Tell whether it is only played: "fainted for the camera", "pretended to faint"."""
        near = after[: _REACH + 2]
        ends = [index + 1 for index, word in enumerate(near) if word in self._played]
        played = any(
            tuple(near[end - n : end]) in self.pretended for end in ends for n in (1, 2, 3)
        )
        return played or tuple(before[-2:]) in self.pretended

    @cached_property
    def _figurative(self) -> frozenset[str]:
        """All words that are said of causes."""
        return frozenset(word for way in self.ways.values() for word in way.words)

    @cached_property
    def _played(self) -> frozenset[str]:
        """The last words of what makes it play."""
        return frozenset(phrase[-1] for phrase in self.pretended)


def _laughed(said: set[str], before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether it only tells how much somebody laughed: "laughed till my ribs hurt"."""
    first, second = (*after[:2], "", "")[:2]
    if not _FELL.isdisjoint(said):
        return first in _LAUGHS or (first == "in" and second in _FITS)
    if not _GRAVE.isdisjoint(said):
        return False
    if (first in _FROM_LAUGHING and second in _LAUGHS) or (first == "in" and second in _FITS):
        return True
    if any(words in _IN_FITS for words in pairwise(before)):
        return True
    until = next((i for i in reversed(range(len(before))) if before[i] in _SO_MUCH), 0)
    return not _LAUGHS.isdisjoint(before[:until])


def _around(match: Match, tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
    """Return the words of its sentence before and after a finding, some of them."""
    first, last = reach_back(match.start, tokens, _BEHIND), reach_ahead(match.end, tokens, _BEHIND)
    before = [token.word for token in tokens[first : match.start]]
    return before, [token.word for token in tokens[match.end : last]]
