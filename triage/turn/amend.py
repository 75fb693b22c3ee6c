"""A number put right after it was given: "sorry, I meant 99.2"."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from triage.model import Answer
from triage.perceive import perceive
from triage.tables import Tables
from triage.turn.state import Conversation

_GROUPS = frozenset({"correction", "amended"})
"""Speech groups of a person who puts something right."""
_MOST_WORDS = 8
"""A longer message tells of something else too."""


def amended(
    state: Conversation, text: str, flags: Collection[str], tables: Tables
) -> Mapping[str, Answer]:
    """Return the number given last as it is now, by its question; nothing where none is meant.

    Args:
        state: the conversation before the message.
        text: the message; nothing else was understood in it.
        flags: the speech groups heard in it.
        tables: the clinical tables.
    """
    if _GROUPS.isdisjoint(flags) or len(text.split()) > _MOST_WORDS:
        return {}
    given = [name for name in state.case.answers if name in tables.questions]
    last = next((n for n in reversed(given) if tables.questions[n].type == "number"), None)
    if last is None:
        return {}
    answers = perceive(text, tables, (), last).answers
    return {last: answers[last]} if last in answers else {}
