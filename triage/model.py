"""The values that perceive, decide and say hand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from triage.levels import Level

Answer = bool | float | str
"""An answer's value: yes or no, a number in the question's unit, or a choice's id."""

_NOTHING: Mapping[str, Answer] = MappingProxyType({})


class Status(str, Enum):
    """How a symptom was mentioned (the ConText properties of a finding)."""

    PRESENT = "present"
    NEGATED = "negated"
    PAST = "past"
    HYPOTHETICAL = "hypothetical"
    OTHER = "other"
    UNCLEAR = "unclear"
    """Past tense with no sign that it is over, or a scope in doubt: to be asked about."""

    @property
    def counts(self) -> bool:
        """Whether a symptom mentioned so is triaged: present, or in doubt."""
        return self in (Status.PRESENT, Status.UNCLEAR)


@dataclass(frozen=True)
class Finding:
    """One mention of a symptom in one message."""

    symptom: str
    status: Status
    words: str
    """The person's own words that named it."""
    cue: str = ""
    """The ConText cue that set the status; empty where none was needed."""
    start: int = 0
    end: int = 0
    """Character offsets of `words` in the message."""


@dataclass(frozen=True)
class Perceived:
    """All that one message says."""

    findings: tuple[Finding, ...] = ()
    """At most one of each symptom."""
    answers: Mapping[str, Answer] = _NOTHING
    """Question id -> value, for answers the message holds."""
    therapies: tuple[str, ...] = ()
    unknown: bool = False
    """The person said that they do not know."""
    about: str = "self"
    """`self`, or `carer` where a relative or carer speaks for the patient."""
    flags: frozenset[str] = frozenset()
    """Speech groups of clinical/language.yml that were heard, such as `called`."""


@dataclass(frozen=True)
class Case:
    """What is known of one person so far: the input of `decide`."""

    findings: Mapping[str, Status] = MappingProxyType({})
    words: Mapping[str, str] = MappingProxyType({})
    answers: Mapping[str, Answer] = _NOTHING
    therapies: tuple[str, ...] = ()
    given_up: frozenset[str] = frozenset()
    """Questions that were asked and will not be answered."""
    asked: tuple[str, ...] = ()
    """Questions asked so far in this triage, in order."""
    asked_at_urgent: int | None = None
    """How many had been asked when the level became urgent; None while it has not."""
    level: Level | None = None
    """The level already told; the decision never falls below it."""

    @property
    def present(self) -> tuple[str, ...]:
        """Symptoms that count."""
        return tuple(name for name, status in self.findings.items() if status.counts)


@dataclass(frozen=True)
class Fired:
    """A rule that is true for the case, with what a reader needs to check it."""

    id: str
    level: Level
    why: str
    source: tuple[str, ...]
    basis: str


@dataclass(frozen=True)
class Decision:
    """What the rules say of a case."""

    level: Level | None
    """The level set so far; None while no rule is true and questions are open."""
    advice_level: Level | None
    """The level whose advice is shown now: the set one or an open symptom's default."""
    rules: tuple[Fired, ...] = ()
    """The rules that are true, the highest level first."""
    unresolved: tuple[str, ...] = ()
    """Questions whose answer can still change the level, most dangerous first."""
    next_question: str | None = None
    """The question to ask now; None at emergency or when the limit is reached."""
    settled: Mapping[str, Level] = field(default_factory=dict)
    """Symptom -> its own level, for the symptoms that are settled."""
    tables: str = ""
    """Hash of the clinical tables that decided."""
