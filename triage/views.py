"""What a rule may look at: a case, and what may still be asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from triage.model import Answer, Case

DEFAULT_THERAPY = "ici"
"""A therapy not named acts as a checkpoint drug."""


@dataclass(frozen=True)
class CaseView:
    """A case as rules see it: a therapy that was not named is a checkpoint drug."""

    case: Case
    present: frozenset[str]
    specials: tuple[Answer | None, Answer | None] = (None, None)
    """Values of `level` and `n_same_day_systems`."""
    askable: frozenset[str] = frozenset()
    """Questions (and `therapy`) that may still be asked."""

    def has(self, symptom: str) -> bool:
        """Whether the symptom counts as present."""
        return symptom in self.present

    def on(self, therapy: str) -> bool:
        """Whether the person has had the therapy."""
        return therapy in (self.case.therapies or (DEFAULT_THERAPY,))

    def answer(self, question: str) -> Answer | None:
        """The answer given, None where there is none."""
        return self.case.answers.get(question)

    def special(self, name: str) -> Answer | None:
        """The value of `level` or `n_same_day_systems`."""
        return self.specials[0] if name == "level" else self.specials[1]

    def is_open(self, question: str) -> bool:
        """Whether the question (or `therapy`) may still be answered."""
        return question in self.askable

    @cached_property
    def known(self) -> frozenset[str]:
        """The symptoms present and the questions answered or open."""
        return self.present.union(self.case.answers, self.askable)
