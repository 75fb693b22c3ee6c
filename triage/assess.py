"""Assesses messages in bulk: JSON Lines in, JSON Lines out.

In:  {"id", "text" or "turns": [...], "therapy"?, "answers"?: {question: value}}
Out: {"id", "level", "advice_level", "findings": [{"symptom", "status", "words"}], "rules": [id],
      "unresolved": [question], "next_question", "tables"}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from triage.levels import Level, highest
from triage.model import Answer, Case
from triage.tables import Tables, did_you_mean, fits
from triage.turn import Conversation, Message, Turn, advance

KEYS = ("id", "text", "turns", "therapy", "answers")
_AT = datetime(2000, 1, 1, tzinfo=timezone.utc)
"""All turns of a line are one sitting: no time passes between them."""


class RequestError(ValueError):
    """A line is not a request; the message says what is wrong with it."""


@dataclass(frozen=True)
class Request:
    """One line to assess."""

    id: object
    turns: tuple[str, ...]
    therapies: tuple[str, ...]
    answers: Mapping[str, Answer]


def assess_lines(lines: Iterable[str], tables: Tables) -> Iterator[tuple[str, str]]:
    """Yield (result, error) for each line that is not blank; one of the two is empty.

    A result is a line of JSON. An error names the line's number; the lines after it go on.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            result = assess(read_request(line, tables), tables)
        except RequestError as error:
            yield "", f"line {number}: {error}"
        else:
            yield json.dumps(result, ensure_ascii=False), ""


def read_request(line: str, tables: Tables) -> Request:
    """Read one line.

    Raises:
        RequestError: with what was found and what is allowed.
    """
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise RequestError(f"is not JSON ({error}).") from error
    if not isinstance(fields, dict):
        raise RequestError('is not an object such as {"id": 1, "text": "…"}.')
    for key in fields:
        if key not in KEYS:
            raise RequestError(
                f"`{key}` is not a key.{did_you_mean(key, KEYS)} Keys are: {', '.join(KEYS)}."
            )
    turns = fields["turns"] if "turns" in fields else [fields.get("text")]
    if not isinstance(turns, list) or not all(isinstance(text, str) for text in turns):
        raise RequestError("needs `text`, or `turns` as a list of texts.")
    therapy = fields.get("therapy")
    if therapy is not None and therapy not in tables.therapies:
        near = did_you_mean(str(therapy), tables.therapies)
        raise RequestError(
            f"`{therapy}` is not a therapy.{near} Therapies are: {', '.join(tables.therapies)}."
        )
    therapies = (therapy,) if therapy else ()
    return Request(fields.get("id"), tuple(turns), therapies, _answers(fields, tables))


def _answers(fields: Mapping[str, Any], tables: Tables) -> dict[str, Answer]:
    given = fields.get("answers") or {}
    if not isinstance(given, dict):
        raise RequestError("`answers` is not an object of question and value.")
    answers: dict[str, Answer] = {}
    for name, value in given.items():
        question = tables.questions.get(name)
        if question is None:
            raise RequestError(
                f"`{name}` is not a question.{did_you_mean(name, tables.questions)} "
                "Questions are listed in clinical/questions.yml."
            )
        number = isinstance(value, int) and not isinstance(value, bool)
        answers[name] = float(value) if number else value
        if not isinstance(value, bool | int | float | str) or not fits(question, answers[name]):
            raise RequestError(f"`{value}` is not an answer to `{name}`.")
    return answers


def assess(request: Request, tables: Tables) -> dict[str, Any]:
    """Return the assessment of one request as plain values."""
    turn = last_turn(request, tables)
    decision, case = turn.decision, turn.state.case
    level = highest(turn.state.level, decision.level)
    return {
        "id": request.id,
        "level": _id(level),
        "advice_level": _id(highest(level, decision.advice_level)),
        "findings": [
            {"symptom": name, "status": status.value, "words": case.words.get(name, "")}
            for name, status in case.findings.items()
        ],
        "rules": [rule.id for rule in decision.rules],
        "unresolved": list(decision.unresolved),
        "next_question": decision.next_question,
        "tables": decision.tables,
    }


def last_turn(request: Request, tables: Tables) -> Turn:
    """Return the last turn of a request's conversation."""
    state = Conversation(case=Case(answers=request.answers, therapies=request.therapies))
    turn = advance(state, Message(request.turns[0] if request.turns else ""), _AT, tables)
    for text in request.turns[1:]:
        turn = advance(turn.state, Message(text), _AT, tables)
    return turn


def _id(level: Level | None) -> str | None:
    return level.id if level else None
