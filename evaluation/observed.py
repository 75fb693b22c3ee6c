"""What a bot did with one first message: the engine alone, or the whole bot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Protocol

from triage.levels import Level, highest
from triage.model import Finding
from triage.perceive import perceive
from triage.tables import Tables
from triage.turn import Conversation, Message, advance

BODY_AREA = "body_area"
PICKERS = frozenset({BODY_AREA})
"""Questions that only offer a list of body areas and the danger signs."""


@dataclass(frozen=True)
class Observed:
    """The first reply to one message."""

    level: Level | None
    """The level set."""
    advice: Level | None
    """The level of the advice shown, set or not."""
    question: str | None
    """The pending question's id."""
    findings: tuple[Finding, ...]
    """What was understood."""

    @property
    def reported(self) -> frozenset[str]:
        """Symptoms that count as present."""
        return frozenset(f.symptom for f in self.findings if f.status.counts)

    @property
    def shown(self) -> Level | None:
        """The level set, or where none is, the one whose advice is shown."""
        return self.level or self.advice

    @property
    def picker(self) -> bool:
        """Whether only the body-area picker with the danger signs was shown."""
        return self.level is None and self.question in PICKERS

    @property
    def triage_question(self) -> bool:
        """Whether a question about a symptom is open."""
        return self.question is not None and self.question not in PICKERS

    def asks_about(self, symptoms: Iterable[str]) -> bool:
        """Tell whether a question is open because of one of these symptoms."""
        return self.triage_question and bool(self.reported & set(symptoms))


class Bot(Protocol):
    """Something that answers one first message."""

    def observe(self, text: str) -> Observed:
        """Return what the first reply to this message is."""


@dataclass(frozen=True)
class EngineBot:
    """The engine alone: no classifier, no second net."""

    tables: Tables

    def observe(self, text: str) -> Observed:
        """Return what the engine does with the message."""
        now = datetime.now(timezone.utc)
        turn = advance(Conversation(), Message(text), now, self.tables)
        return Observed(
            level=turn.state.level,
            advice=highest(turn.decision.advice_level, turn.state.level),
            question=turn.question,
            findings=perceive(text, self.tables).findings,
        )


def from_slots(slots: Mapping[str, object], text: str, tables: Tables) -> Observed:
    """Return what a whole bot did, read from its public slots."""

    def level(name: str) -> Level | None:
        value = slots.get(name)
        return Level.of(str(value)) if value else None

    question = slots.get("triage_question")
    return Observed(
        level=level("triage_level"),
        advice=highest(level("triage_advice"), level("triage_level")),
        question=str(question) if question else None,
        findings=perceive(text, tables).findings,
    )
