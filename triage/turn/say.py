"""What one turn says: which messages, in which order, and the words that fill them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from triage.model import Decision
from triage.turn.screens import PICKER, SCREENS
from triage.turn.state import Conversation


@dataclass(frozen=True)
class Say:
    """One message of the bot, by the name of its text: `urgent`, `ask_stool_blood`."""

    text: str


class Answering(str, Enum):
    """Whether the host may answer the message as well, between head and tail."""

    NONE = "none"
    QUESTIONS = "questions"
    """Only a question the person asked beside what they reported."""
    ANY = "any"
    """Whatever it was: small talk, a question, something not understood."""


@dataclass(frozen=True)
class Turn:
    """The outcome of one message."""

    state: Conversation
    decision: Decision
    head: tuple[Say, ...]
    """Said first: the level, or what was noted."""
    answer: Answering
    tail: tuple[Say, ...]
    """Said last: the pending question again, or a reminder of the advice."""
    words: Mapping[str, str]
    """Name of a placeholder -> the words for it. Every placeholder of this module is here."""

    @property
    def question(self) -> str | None:
        """The open question about symptoms; None for those of the conversation itself.

        It is one of the tables, a list of the picker, or whether a sign is there now.
        """
        pending = self.state.pending
        own = pending in SCREENS and pending not in PICKER
        return None if own and pending != self.decision.next_question else pending

    @property
    def say(self) -> tuple[Say, ...]:
        """Everything the turn says by itself, in order."""
        return (*self.head, *self.tail)
