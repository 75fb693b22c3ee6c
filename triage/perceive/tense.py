"""Reads from the verbs whether a finding is told as now, as lately or as once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from triage.perceive.clauses import Layout
from triage.perceive.phrases import Match
from triage.perceive.tokens import Token

_WITH_A_BASE_FORM = frozenset(
    {"did", "didnt", "would", "iwould", "hewould", "shewould", "id", "hed", "shed"}
)
"""Before a verb these make it one of the past: "I did have", "I'd get"."""
_OTHERS = frozenset({"they", "you", "people", "nurses", "doctors"})
"""Who keeps doing something that the person does not have: "they keep asking"."""
_PERFECT = frozenset(
    {"havent", "hasnt", "have", "has", "ive", "weve", "hes", "shes", "youve", "theyve"}
)
"""Before another word these begin a present perfect: have had, has been, ive got."""


@dataclass(frozen=True)
class VerbWords:
    """The verbs that tell the time, from clinical/language.yml."""

    past: frozenset[str]
    """Simple past of the verbs people report with: had, was, felt ..."""
    present: frozenset[str]
    """Have, am, keep ... and perfect forms: been, gone."""
    onset: frozenset[str]
    """Started, developed, noticed: past in form, and still going on."""
    owners: frozenset[str]
    """I have, my, I'm ...: the person says it of themselves."""
    statements: frozenset[str]
    """Words that end a list of denied things: have, feel, now, still ..."""
    not_nouns: frozenset[str]
    """First words of a finding that cannot be one more item after `no`: cannot, short ..."""
    asking: frozenset[str]
    """Words of somebody's questions: asked, checklist, wonders ... What follows may be denied."""

    @classmethod
    def of(cls, language: Mapping[str, Sequence[str]]) -> VerbWords:
        """Build from the table's `verbs` section."""
        return cls(**{name: frozenset(words) for name, words in language.items()})


class Tense(NamedTuple):
    """How a finding is told."""

    simple_past: bool
    """A verb of the past and none of the present: it may be over."""
    present_now: bool
    """A verb of the present stands by it."""
    owned: bool
    """The person speaks of something they have, also inside a question."""
    verb: str = ""


@dataclass
class Tenses:
    """The tenses of one message."""

    tokens: Sequence[Token]
    words: VerbWords
    said: list[str] = field(init=False)
    """The words of the message."""

    def __post_init__(self) -> None:
        self.said = [token.word for token in self.tokens]

    def of(self, match: Match, layout: Layout) -> Tense:
        """Return how this finding is told in its clause."""
        start, end = layout.clause_span(layout.clause[match.start])
        said, verbs = self.said, self.words
        before = said[max(start, match.start - 25) : match.start]
        inside = said[match.start : match.end]
        after = said[match.end : min(end, match.end + 2)]
        spoken = before + inside
        past = [word for word in spoken + after[:1] if word in verbs.past]
        present = not verbs.present.isdisjoint(spoken) and any(
            word in verbs.present and before_it not in _WITH_A_BASE_FORM
            for before_it, word in zip(("", *spoken), spoken, strict=False)
        )
        perfect = not _PERFECT.isdisjoint(spoken[:-1])
        return Tense(
            simple_past=bool(past)
            and not present
            and not perfect
            and verbs.present.isdisjoint(after)
            and verbs.onset.isdisjoint(spoken),
            present_now=(present or perfect) and not past,
            owned=self._is_owned((*before[-7:], *inside))
            or before[-1:] in (["this"], ["these"])
            or "i" in (*before[-2:], *inside),
            verb=past[-1] if past else "",
        )

    def _is_owned(self, words: Sequence[str]) -> bool:
        """Tell whether the person says it of themselves: no "they keep asking about"."""
        owners = self.words.owners
        return not owners.isdisjoint(words) and any(
            word in owners and not (word == "keep" and before in _OTHERS)
            for before, word in zip(("", *words), words, strict=False)
        )

    def is_noun(self, first: Token, match: Match) -> bool:
        """Tell whether a finding can be one more item of a list of denied things."""
        word = first.word
        return not (word in self.words.not_nouns or (word.endswith("ing") and len(match.words) > 1))
