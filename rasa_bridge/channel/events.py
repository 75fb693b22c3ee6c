"""A stored conversation read back as turns: what the patient sent and what was answered.

The tracker store is the only memory. What the window shows after a reload, after a
restart of the bot, or on a retry is therefore what was said, not a second copy of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.events import (
    AllSlotsReset,
    BotUttered,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)

from triage.questions import MOST_ONCE_URGENT, MOST_QUESTIONS
from triage.turn.screens import PICKER

_URGENT_LEVELS = ("urgent", "emergency")
_PUBLIC = ("triage_level", "triage_rules", "triage_because", "triage_noted", "triage_question")


@dataclass(frozen=True)
class Said:
    """One message of the bot."""

    id: str
    text: str
    at: float
    """Seconds since 1970."""
    buttons: tuple[tuple[str, str], ...] = ()
    """(title, payload) of each button."""


@dataclass(frozen=True)
class Turn:
    """One message of the patient and what the bot said to it."""

    id: str
    sent_id: str
    """The id the patient's window gave the message."""
    text: str
    """As handed to the bot: words, or a button's payload."""
    at: float
    said: tuple[Said, ...]
    slots: Mapping[str, Any]
    """The public slots when the turn ended."""
    noted_before: Any = None
    """What was noted when the turn began."""
    asked: tuple[str, ...] = ()
    """Questions asked so far in this triage, the pending one last."""
    most: int = MOST_QUESTIONS
    """At most so many questions in this triage."""


@dataclass
class _Reader:
    """State while the events are read in order."""

    turns: list[Turn] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    user: UserUttered | None = None
    user_id: str = ""
    slots: dict[str, Any] = field(default_factory=dict)
    noted_before: Any = None
    asked: tuple[str, ...] = ()
    most: int = MOST_QUESTIONS
    urgent: bool = False
    """The level was urgent while questions were open: `most` has been lowered."""
    last_id: int = 0

    def read(self, event: Event) -> None:
        """Take in one event."""
        if isinstance(event, UserUttered):
            self.close()
            self.user = event
            self.noted_before = self.slots.get("triage_noted")
            self.user_id = self._next_id(event)
        elif isinstance(event, BotUttered):
            self._heard(event)
        elif isinstance(event, SlotSet):
            if event.key in _PUBLIC:
                self.slots[event.key] = event.value
        elif isinstance(event, (Restarted, SessionStarted, AllSlotsReset)):
            self.slots.clear()
            self.asked = ()

    def close(self) -> None:
        """End the turn that is open."""
        if self.user is not None:
            self._count_question()
            self.turns.append(
                Turn(
                    id=self.user_id,
                    sent_id=self.user.message_id or "",
                    text=self.user.text or "",
                    at=self.user.timestamp,
                    said=tuple(self.said),
                    slots=dict(self.slots),
                    noted_before=self.noted_before,
                    asked=self.asked,
                    most=max(self.most, len(self.asked)),
                )
            )
        self.user = None
        self.said = []

    def _heard(self, event: BotUttered) -> None:
        if event.text:
            buttons = event.data.get("buttons") or ()
            pairs = ((str(b.get("title", "")), str(b.get("payload", ""))) for b in buttons)
            said_id = self._next_id(event)
            self.said.append(Said(said_id, event.text, event.timestamp, tuple(pairs)))

    def _count_question(self) -> None:
        question = self.slots.get("triage_question")
        if not question:
            self.asked, self.most, self.urgent = (), MOST_QUESTIONS, False
            return
        if self.slots.get("triage_level") in _URGENT_LEVELS and not self.urgent:
            self.urgent = True
            self.most = min(self.most, len(self.asked) + MOST_ONCE_URGENT)
        if question in PICKER and not self.asked:
            # Its two lists come on top of the questions.
            self.most += len(PICKER)
        if question in self.asked:
            # Gone back to, or asked again after a digression: its number stays.
            self.asked = self.asked[: self.asked.index(question) + 1]
        else:
            self.asked = (*self.asked, question)

    def _next_id(self, event: Event) -> str:
        """Return an id that grows with time and is the same whenever it is read."""
        self.last_id = max(self.last_id + 1, int(event.timestamp * 1_000_000))
        return f"{self.last_id:016d}"


def turns(events: Iterable[Event]) -> list[Turn]:
    """Return the turns of a conversation, from all its events or its last session's."""
    reader = _Reader()
    for event in events:
        reader.read(event)
    reader.close()
    return reader.turns
