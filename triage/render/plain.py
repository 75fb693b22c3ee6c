"""Says a rule's expression in plain words, for a page a nurse reads."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from triage.expression import SPECIAL_NAMES
from triage.expression.nodes import (
    Answered,
    Constant,
    Count,
    Has,
    IsNone,
    Junction,
    Node,
    Not,
    On,
    is_one_of,
)
from triage.tables import Tables

_RELATIONS: dict[Callable[..., Any], str] = {
    operator.ge: "{} or more",
    operator.gt: "more than {}",
    operator.le: "{} or less",
    operator.lt: "less than {}",
    operator.eq: "{}",
    operator.ne: "not {}",
}


def in_plain_words(node: Node, tables: Tables) -> str:
    """Return the expression as words, such as ``pain score: 8 or more, or fainting``."""
    return _say(node, tables, top=True)


def _say(node: Node, tables: Tables, *, top: bool = False) -> str:  # noqa: PLR0911 one a node
    match node:
        case Constant(truth):
            return "in every other case" if truth else "never"
        case Junction(parts, settling):
            joined = (" OR " if settling else " AND ").join(_say(part, tables) for part in parts)
            return joined if top else f"({joined})"
        case Not(part):
            return f"NOT {_say(part, tables)}"
        case Has(symptom):
            return tables.symptoms[symptom].name
        case On(therapy):
            return f"treatment: {tables.therapies[therapy].name}"
        case Count(symptoms, compare, number):
            names = ", ".join(tables.symptoms[name].name for name in symptoms)
            return f"{_RELATIONS[compare].format(number)} of: {names}"
        case IsNone(question):
            return f"{_short(question)}: not known"
        case Answered():
            return _answered(node, tables)
    raise TypeError(f"no words for {type(node).__name__}")


def _answered(node: Answered, tables: Tables) -> str:
    if node.name in SPECIAL_NAMES:
        told = {
            "level": "level so far",
            "n_same_day_systems": "body systems with a same-day problem",
        }
        return f"{told[node.name]}: {_RELATIONS[node.compare].format(_number(node.against))}"
    question = tables.questions[node.name]
    if node.compare is is_one_of and isinstance(node.against, tuple):
        values = " or ".join(question.in_words(value) for value in node.against)
        return f"{_short(node.name)}: {values}"
    if isinstance(node.against, tuple):
        raise TypeError(f"{node.name} is compared with several values")
    against = question.in_words(node.against)
    return f"{_short(node.name)}: {_RELATIONS[node.compare].format(against)}"


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value).replace("_", " ")


def _short(question: str) -> str:
    return question.replace("_", " ")
