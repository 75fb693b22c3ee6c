"""A message as the rules of scope look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from triage.perceive.clauses import Layout
from triage.perceive.denial import Denials
from triage.perceive.phrases import Match
from triage.perceive.tense import Tense, Tenses
from triage.perceive.tokens import Break, Token

NEAR = 5
"""Words that a cue of reach `near` looks at."""
FARTHEST = 40
"""Words beyond which no cue is looked at, so that a long text costs no more for each word."""
PERSON = frozenset({"i", "im", "ive", "me", "my", "he", "she", "him", "her", "his", "us", "we"})


@dataclass
class Context:
    """The words of a message, its clauses, tenses and findings."""

    tokens: Sequence[Token]
    layout: Layout
    tenses: Tenses
    findings: Sequence[Match]
    doses: frozenset[str]
    """Words for a treatment: "two months ago" next to one dates the treatment."""
    puzzling: frozenset[str] = frozenset()
    """Symptoms that in the first person may only mean not to understand something."""
    denials: Denials = field(init=False)
    filled: frozenset[int] = field(init=False)
    """Clauses that begin a finding."""
    _told: dict[tuple[int, int], Tense] = field(default_factory=dict)
    """First word and end of a finding -> how it is told."""

    def __post_init__(self) -> None:
        self.denials = Denials(self.tokens, self.layout, self.tenses.words)
        self.filled = frozenset(self.layout.clause[m.start] for m in self.findings)

    def word(self, index: int) -> str:
        """Return the word here, empty before the first and after the last."""
        said = self.tenses.said
        return said[index] if 0 <= index < len(said) else ""

    def soft_breaks(self, start: int, end: int) -> bool:
        """Tell whether a comma or the like stands after `start` and up to `end`."""
        return any(token.before is Break.SOFT for token in self.tokens[start + 1 : end + 1])

    def tense(self, match: Match) -> Tense:
        """Return how a finding is told."""
        span = match.start, match.end
        found = self._told.get(span)
        if found is None:
            found = self._told[span] = self.tenses.of(match, self.layout)
        return found
