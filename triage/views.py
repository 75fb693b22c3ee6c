"""What a rule may look at: a case, and what may still be asked of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from triage.levels import Level
from triage.model import Answer, Case

DEFAULT_THERAPY = "ici"
"""A therapy not named acts as a checkpoint drug."""


@dataclass(frozen=True)
class CaseView:
    """A case as rules see it."""

    present: Collection[str]
    """The symptoms that count."""
    answers: Mapping[str, Answer]
    """Question -> the answer given; beside them `level` and `n_same_day_systems` where known."""
    therapies: Collection[str] = ()
    """What the person has had."""
    askable: frozenset[str] = frozenset()
    """Questions (and `therapy`) that may still be asked."""

    @classmethod
    def of(
        cls, case: Case, present: Collection[str], askable: frozenset[str] = frozenset()
    ) -> CaseView:
        """Return the view of a case: a therapy that was not named is a checkpoint drug."""
        return cls(present, case.answers, case.therapies or (DEFAULT_THERAPY,), askable)

    def at(self, level: Level | None, same_day_systems: int) -> CaseView:
        """Return the same with the level so far and how many body systems are at same_day."""
        known: dict[str, Answer] = {"level": level.id} if level else {}
        counted = {**self.answers, **known, "n_same_day_systems": float(same_day_systems)}
        return replace(self, answers=counted)

    @cached_property
    def known(self) -> frozenset[str]:
        """The symptoms present and the questions answered or open."""
        return self.askable.union(self.present, self.answers)
