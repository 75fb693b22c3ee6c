"""Checks of the responses: each one can be said, in every channel, with every word filled in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from rasa_bridge.check.content import Content, Place, Variation
from rasa_bridge.intents import WITHOUT_EXAMPLES
from rasa_bridge.placeholders import placeholders
from triage.tables import Problem, Tables, did_you_mean
from triage.turn.screens import SCREENS

_INTENT = re.compile(r"/(\w+)")
_ANSWER = re.compile(r"/answer{(\{.*\})}")


def text_problems(content: Content, tables: Tables) -> Iterator[Problem]:
    """Yield responses that would be silent, unfilled, or whose buttons lead nowhere."""
    by_name: dict[str, list[Variation]] = {}
    for variation in content.variations:
        by_name.setdefault(variation.response, []).append(variation)
        yield from _placeholder_problems(variation, content.slots)
        for position, button in enumerate(variation.fields.get("buttons") or []):
            place = Place(variation.place.marked, (*variation.place.where, "buttons", position))
            yield from _button_problems(place, button, content, tables)
    for name, variations in by_name.items():
        plain = [v for v in variations if "channel" not in v.fields and "condition" not in v.fields]
        if not any(str(v.fields.get("text") or "").strip() for v in plain):
            yield variations[0].place.problem(
                f"`{name}` has no text without a channel and a condition: it could be silent."
            )


def _placeholder_problems(variation: Variation, slots: set[str]) -> Iterator[Problem]:
    for name in placeholders([variation.fields]):
        if name not in slots:
            known = ", ".join(sorted(slots))
            yield variation.place.problem(
                f"`{{{name}}}` is not filled in.{did_you_mean(name, slots)} "
                f"Placeholders are: {known}."
            )


def _button_problems(
    place: Place, button: Mapping[str, Any], content: Content, tables: Tables
) -> Iterator[Problem]:
    if not str(button.get("title") or "").strip():
        yield place.problem("the button has no title.")
    payload = str(button.get("payload") or "")
    answer = _ANSWER.fullmatch(payload)
    if answer is not None:
        yield from _answer_problems(place, answer.group(1), tables)
        return
    intent = _INTENT.fullmatch(payload)
    known = content.intents.keys() | WITHOUT_EXAMPLES
    if intent is None:
        yield place.problem(f"`{payload}` is not a payload; write /intent.")
    elif intent.group(1) not in known:
        near = did_you_mean(intent.group(1), known)
        yield place.problem(f"the button leads to `{intent.group(1)}`, which is no intent.{near}")


def _answer_problems(place: Place, written: str, tables: Tables) -> Iterator[Problem]:
    try:
        fields = json.loads(written)
        question, value = fields["question"], fields["value"]
    except (ValueError, KeyError, TypeError):
        yield place.problem("the button's answer needs a question and a value.")
        return
    if question in SCREENS:
        if value not in SCREENS[question]:
            allowed = ", ".join(SCREENS[question])
            yield place.problem(f"`{value}` is not an answer to `{question}`: {allowed}.")
    elif question not in tables.questions:
        near = did_you_mean(question, [*tables.questions, *SCREENS])
        yield place.problem(f"`{question}` is not a question.{near}")
