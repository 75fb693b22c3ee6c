"""A conversation without any host, for tests: message by message."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from triage.tables import load
from triage.turn import Button, Conversation, Message, Turn, advance
from triage.turn.storage import from_json, to_json

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.utc)
TABLES = load()


class Sitting:
    """One conversation; its state is stored and read back between two messages."""

    def __init__(self) -> None:
        self.state = Conversation()
        self.now = NOW

    def say(self, text: str = "", intent: str = "", minutes: float = 1) -> Turn:
        """Type a message, so many minutes after the one before."""
        return self._take(Message(text, intent=intent), minutes)

    def press(self, question: str, value: str) -> Turn:
        """Press a button."""
        return self._take(Message(button=Button(question, value), chosen=True), 1)

    def _take(self, message: Message, minutes: float) -> Turn:
        self.now += timedelta(minutes=minutes)
        turn = advance(self.state, message, self.now, TABLES)
        self.state = from_json(to_json(turn.state), TABLES)
        return turn


def said(turn: Turn) -> list[str]:
    """Return the names of the texts a turn says."""
    return [say.text for say in turn.say]
