"""The plan of one turn, kept with the state of the conversation in one slot."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from triage.turn import Answering, Turn, to_json

UTTER = "utter_"


@dataclass(frozen=True)
class Plan:
    """What a turn says, and for which message."""

    message: str
    """Key of the message it answers."""
    head: tuple[str, ...]
    """Names of responses."""
    answer: Answering
    tail: tuple[str, ...]
    state: str
    """The conversation after the message, as JSON."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Placeholder -> the words for it, whichever response needs them."""

    def dumps(self) -> str:
        """Return the plan as JSON text."""
        fields = {
            "message": self.message,
            "head": self.head,
            "answer": self.answer.value,
            "tail": self.tail,
            "state": self.state,
            "words": self.words,
        }
        return json.dumps(fields, separators=(",", ":"))

    @classmethod
    def loads(cls, text: str) -> Plan:
        """Read a plan back.

        Raises:
            ValueError, KeyError, TypeError: the text is not a plan.
        """
        fields = json.loads(text)
        return cls(
            message=fields["message"],
            head=tuple(fields["head"]),
            answer=Answering(fields["answer"]),
            tail=tuple(fields["tail"]),
            state=fields["state"],
            words=fields.get("words", {}),
        )

    @classmethod
    def of(cls, turn: Turn, message: str) -> Plan:
        """Return the plan of a turn."""
        return cls(
            message=message,
            head=tuple(UTTER + say.text for say in turn.head),
            answer=turn.answer,
            tail=tuple(UTTER + say.text for say in turn.tail),
            state=to_json(turn.state),
            words=dict(turn.words),
        )

    def position(self, done: list[str]) -> tuple[str | None, list[str]]:
        """Return what the plan says next, and what the host itself did so far.

        Args:
            done: names of the actions since the message, in order.

        Returns:
            The next response, or None where it is the host's turn to answer; and the host's
            own actions. Once the host is done, `after` continues.
        """
        if len(done) < len(self.head):
            return self.head[len(done)], []
        own = done[len(self.head) :]
        if self.tail and self.tail[0] in own:
            said = len(own) - own.index(self.tail[0])
            return (self.tail[said] if said < len(self.tail) else LISTEN), own
        return None, own

    @property
    def after(self) -> str:
        """Return what comes when the host has answered."""
        return self.tail[0] if self.tail else LISTEN


LISTEN = "action_listen"
