"""The words that go into the placeholders of the messages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from triage.model import Decision
from triage.tables import Tables
from triage.turn.noted import listed, names, noted_words
from triage.turn.screens import DANGER_RULE, DANGER_WHY
from triage.turn.state import Conversation, Told

_MOST_WHY_WORDS = 20
_WATCH_FOR = "trouble breathing, chest pain, fainting, confusion, bleeding or a high fever"
_THERAPY = "immunotherapy for cancer"


def words_for(
    state: Conversation,
    decision: Decision,
    why: Sequence[Told],
    now: datetime,
    tables: Tables,
) -> Mapping[str, str]:
    """Return the words for every placeholder; none is ever empty.

    Args:
        state: the conversation after the message.
        decision: what the rules say of its case.
        why: the rules to give as the reason, the most important first.
        now: the time of the message.
        tables: the clinical tables.
    """
    noted = noted_words(state, tables)
    present = listed(names(state.case.present, tables)) or noted
    return {
        "triage_noted": noted,
        "triage_because": _because(why) or f"you told me about {present}",
        "triage_about": present,
        "triage_watch_for": _watch_for(state, tables),
        "triage_asked_about": listed(names(state.wondered, tables)) or "any of this",
        "triage_when": _how_long_ago(state.advice_at, now),
        "therapy_words": _therapies(state.case.therapies, tables),
    }


def told(decision: Decision, state: Conversation) -> tuple[Told, ...]:
    """Return the true rules as they are told, the highest level first."""
    fired = tuple(Told(rule.id, rule.why) for rule in decision.rules)
    if any(rule.id == DANGER_RULE for rule in state.rules):
        return (Told(DANGER_RULE, DANGER_WHY), *fired)
    return fired


def _because(why: Sequence[Told]) -> str:
    """Join as many reasons as fit, always the first; none that repeats another."""
    said: list[str] = []
    for rule in why:
        longer = " and ".join([*said, rule.why])
        fits = not said or len(longer.split()) <= _MOST_WHY_WORDS
        if fits and not any(_repeats(rule.why, reason) for reason in said):
            said.append(rule.why)
    return " and ".join(said)


def _repeats(one: str, other: str) -> bool:
    """Tell whether half of the shorter reason stands in the other one."""
    first, second = set(one.lower().split()), set(other.lower().split())
    return 2 * len(first & second) >= min(len(first), len(second))


def _watch_for(state: Conversation, tables: Tables) -> str:
    lines = (tables.symptoms[name].watch_for for name in state.case.present)
    return next((line.rstrip(".") for line in lines if line), _WATCH_FOR)


def _therapies(therapies: Iterable[str], tables: Tables) -> str:
    return listed([tables.therapies[name].name for name in therapies]) or _THERAPY


def _how_long_ago(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return "earlier"
    hours = round((now - moment) / timedelta(hours=1))
    if hours < 2:
        return "about an hour ago"
    if hours < 48:
        return f"about {hours} hours ago"
    return f"{round(hours / 24)} days ago"
