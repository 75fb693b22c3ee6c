"""What is remembered of a conversation's answers, kept in one slot."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

MOST_TOLD = 30
"""Answers remembered, so that "tell me more" does not repeat one."""


@dataclass(frozen=True)
class Memory:
    """What was answered so far, and what the latest message is taken for."""

    message: str = ""
    """Key of the message it was brought up to date with."""
    intent: str = ""
    """What that message means."""
    response: str = ""
    """What is said in place of what the rules say for the intent; "" for nothing else."""
    answer: str = ""
    """The answer given last, by its intent."""
    answered: str = ""
    """Key of the latest message that got an answer, or a word on the last one."""
    topic: str = ""
    """The answer that the latest questions, which named nothing, were about."""
    aspect: str = ""
    """The side of a treatment it was about."""
    treatment: str = ""
    """The class of treatment talked about last."""
    named: tuple[str, ...] = ()
    """The classes of treatment that were named, each once, the latest last."""
    offered: tuple[str, ...] = ()
    """The answers on the things that were listed last, in their order."""
    told: tuple[str, ...] = ()
    """Answers given, the latest last."""
    misses: int = 0
    """Messages in a row that were not understood."""

    def dumps(self) -> str:
        """Return it as JSON text."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def loads(cls, text: str) -> Memory:
        """Read it back; what an older version did not remember is empty.

        Raises:
            ValueError, TypeError, AttributeError: the text is no memory.
        """
        fields = json.loads(text)
        lists = {name: tuple(each) for name, each in fields.items() if isinstance(each, list)}
        return cls(**{**fields, **lists})

    @property
    def fresh(self) -> bool:
        """Whether the message before this one got an answer."""
        return bool(self.answer) and self.answered == self.message

    def with_answer(self, answer: str) -> tuple[str, ...]:
        """Return the answers given once this one is, each once."""
        return _with_latest(self.told, answer)

    def with_name(self, treatment: str) -> tuple[str, ...]:
        """Return the classes named once this one is; "" for none."""
        return _with_latest(self.named, treatment) if treatment else self.named


def _with_latest(known: tuple[str, ...], latest: str) -> tuple[str, ...]:
    return (*(each for each in known if each != latest), latest)[-MOST_TOLD:]
