"""What a reply is chosen from, and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from triage.levels import Level
from triage.model import Decision
from triage.turn.doubt import waits
from triage.turn.events import Events
from triage.turn.say import Answering, Say
from triage.turn.state import Conversation


@dataclass(frozen=True)
class Situation:
    """What a reply is chosen from."""

    state: Conversation
    level: Level | None
    """The level of the case."""
    decision: Decision
    events: Events

    @property
    def waits(self) -> bool:
        """Whether a question about what was reported is open."""
        return waits(self.state)


@dataclass(frozen=True)
class Reply:
    """The first messages, and the state once they are said."""

    state: Conversation
    say: tuple[Say, ...]
    answer: Answering = Answering.QUESTIONS
