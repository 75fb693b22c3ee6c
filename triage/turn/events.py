"""What a message did, for the words that follow."""

from __future__ import annotations

from dataclasses import dataclass

from triage.turn.heard import Heard


@dataclass(frozen=True)
class Events:
    """What happened in one turn before anything is said."""

    heard: Heard
    after_break: bool = False
    restarted: bool = False
    undone: bool = False
    """An answer was taken back."""
    other_person: bool = False
    carer_came: bool = False
    reported: bool = False
    """The case changed, or a question was answered or given up."""
    took_back: bool = False
    unusable: bool = False
    """The reply did not answer the question that was open."""
    gave_up: bool = False
    screen: str | None = None
    """The screen that was answered."""
