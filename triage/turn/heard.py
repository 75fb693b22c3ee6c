"""One message, understood: typed or tapped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from triage.model import Answer, Finding


@dataclass(frozen=True)
class Heard:
    """One message, understood."""

    findings: tuple[Finding, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    """Questions the person says they cannot answer."""
    screen: str | None = None
    """The reply to the pending screen: one of the values that `SCREENS` has for it."""
    danger: bool = False
    """A yes to the danger signs, even where another question is open by now."""
    area: str = ""
    """The body area that was tapped."""
    tapped: str = ""
    """The symptom that was tapped; it is among the findings too."""
    therapies: tuple[str, ...] = ()
    carer: bool = False
    flags: frozenset[str] = frozenset()
    stale: bool = False
    """A button whose question was not asked here, or whose value it does not take."""
    digression: bool = False
    """Something the host can answer, not an attempt at the pending question."""
    asks: bool = False
    """The person asks something."""
    topic: bool = False
    """The host's classifier has an answer, and nothing was reported beside the question."""
    adds: bool = False
    """It may add to the symptoms asked about by asking: "what about chest pain?"."""
    intent: str = ""

    @property
    def tells(self) -> bool:
        """Whether it says how the person is: a symptom or an answer."""
        return bool(self.findings or self.answers or self.unknown)

    @property
    def clinical(self) -> bool:
        """Whether anything was said that can change the case."""
        return self.tells or bool(self.therapies)

    @property
    def reports(self) -> bool:
        """Whether a symptom is named that counts."""
        return any(finding.status.counts for finding in self.findings)
