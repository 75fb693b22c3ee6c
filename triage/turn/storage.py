"""Writes the state of a conversation as JSON and reads it back, whatever has changed since."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from triage.levels import Level
from triage.model import Case, Status
from triage.tables import Tables, fits
from triage.turn.screens import BODY_AREA
from triage.turn.state import Conversation, Told


def to_json(conversation: Conversation) -> str:
    """Return the state as JSON text."""
    case = conversation.case
    state = {
        "findings": {name: status.value for name, status in case.findings.items()},
        "words": dict(case.words),
        "answers": dict(case.answers),
        "therapies": list(case.therapies),
        "given_up": sorted(case.given_up),
        "asked": list(case.asked),
        "asked_at_urgent": case.asked_at_urgent,
        "case_level": _level_id(case.level),
        "about": conversation.about,
        "told": _level_id(conversation.told),
        "rules": [[rule.id, rule.why] for rule in conversation.rules],
        "level": _level_id(conversation.level),
        "advice": _level_id(conversation.advice),
        "advice_at": _time_text(conversation.advice_at),
        "pending": conversation.pending,
        "unusable": dict(conversation.unusable),
        "screened": conversation.screened,
        "wondered": list(conversation.wondered),
        "offered": list(conversation.offered),
        "tapped": conversation.tapped,
        "last_turn_at": _time_text(conversation.last_turn_at),
    }
    return json.dumps(state, separators=(",", ":"))


def from_json(text: str, tables: Tables) -> Conversation:
    """Read a state back, without the symptoms, therapies and answers the tables no longer have.

    A pending question is kept even where it is gone: `advance` has to see that.

    Raises:
        ValueError, KeyError, TypeError: the text is not a state.
    """
    state = json.loads(text)
    case = Case(
        findings={
            name: Status(status)
            for name, status in state["findings"].items()
            if name in tables.symptoms
        },
        words={name: words for name, words in state["words"].items() if name in tables.symptoms},
        answers=_answers(state["answers"], tables),
        therapies=tuple(name for name in state["therapies"] if name in tables.therapies),
        given_up=frozenset(state["given_up"]),
        asked=tuple(state["asked"]),
        asked_at_urgent=state["asked_at_urgent"],
        level=_level(state["case_level"]),
    )
    return Conversation(
        case=case,
        about=state["about"],
        told=_level(state["told"]),
        rules=tuple(Told(name, why) for name, why in state["rules"]),
        level=_level(state["level"]),
        advice=_level(state["advice"]),
        advice_at=_time(state["advice_at"]),
        pending=state["pending"],
        unusable=state["unusable"],
        screened=state["screened"],
        wondered=tuple(name for name in state["wondered"] if name in tables.symptoms),
        offered=tuple(
            name
            for name in state.get("offered", ())
            if name == BODY_AREA or name in tables.picker.areas
        ),
        tapped=state.get("tapped", ""),
        last_turn_at=_time(state["last_turn_at"]),
    )


def _answers(given: dict[str, Any], tables: Tables) -> dict[str, bool | float | str]:
    """Keep the answers whose question still exists and still takes this value."""
    return {
        name: value
        for name, value in given.items()
        if name in tables.questions and fits(tables.questions[name], value)
    }


def _level_id(level: Level | None) -> str | None:
    return level.id if level is not None else None


def _level(level_id: str | None) -> Level | None:
    return Level.of(level_id) if level_id is not None else None


def _time_text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text is not None else None
