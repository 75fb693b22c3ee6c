"""What a conversation remembers between two messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from triage.levels import Level
from triage.model import Case, Status


@dataclass(frozen=True)
class Told:
    """A rule the person was told about."""

    id: str
    why: str


@dataclass(frozen=True)
class Conversation:
    """The state of one conversation; of one person at a time, see `case`."""

    case: Case = field(default_factory=Case)
    about: str = "self"
    """`carer` where somebody speaks for the patient."""
    told: Level | None = None
    """The highest level whose whole message was shown for this case."""
    rules: tuple[Told, ...] = ()
    """The rules told for this case."""
    level: Level | None = None
    """The highest level of the whole conversation; only starting again clears it."""
    advice: Level | None = None
    """The level of the advice shown last, and when. They outlive a break and a fresh start."""
    advice_at: datetime | None = None
    pending: str | None = None
    """The question that waits for an answer: one of the tables', or one of `screens`."""
    unusable: Mapping[str, int] = field(default_factory=dict)
    """Question -> how many replies to it could not be used."""
    screened: bool = False
    """The danger signs were asked about: a late yes to them still counts."""
    wondered: tuple[str, ...] = ()
    """Symptoms that were asked about or are past: does the person have them now?"""
    offered: tuple[str, ...] = ()
    """Lists of the picker shown in this case: `body_area` and areas, the one shown last at the
    end."""
    tapped: str = ""
    """The symptom tapped last."""
    last_turn_at: datetime | None = None

    def with_finding(self, symptom: str, status: Status) -> Conversation:
        """Return the conversation with one finding set."""
        findings = {**self.case.findings, symptom: status}
        return replace(self, case=replace(self.case, findings=findings))

    def with_pending_done(self) -> Conversation:
        """Return the conversation with its pending question among those that are done with."""
        if self.pending is None:
            return self
        case = replace(self.case, asked=(*self.case.asked, self.pending))
        return replace(self, case=case, pending=None)

    def with_new_case(self) -> Conversation:
        """Return the conversation with an empty case; level and advice stay."""
        return Conversation(
            level=self.level,
            advice=self.advice,
            advice_at=self.advice_at,
            screened=self.screened,
            last_turn_at=self.last_turn_at,
        )
