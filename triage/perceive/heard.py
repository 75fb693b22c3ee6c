"""One message, taken apart as far as no question matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from triage.model import Status
from triage.perceive.clauses import Layout
from triage.perceive.phrases import Match
from triage.perceive.scope import Scopes
from triage.perceive.status import Reading
from triage.perceive.text import PlainText
from triage.perceive.tokens import Token


@dataclass(frozen=True)
class Heard:
    """One message, taken apart."""

    plain: PlainText
    tokens: Sequence[Token]
    layout: Layout
    matches: Sequence[Match]
    """Every phrase of the tables in it."""
    scopes: Scopes
    readings: Sequence[tuple[Match, Reading]]
    """The symptoms with their status."""

    @property
    def only_denies(self) -> bool:
        """Whether symptoms are named, and every one of them is denied."""
        found = [reading.status for _, reading in self.readings]
        return bool(found) and all(status is Status.NEGATED for status in found)

    @property
    def live(self) -> list[tuple[Match, Reading]]:
        """The symptoms that are there or may be."""
        return [(match, reading) for match, reading in self.readings if reading.status.counts]
