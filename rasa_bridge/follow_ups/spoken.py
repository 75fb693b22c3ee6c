"""The words and buttons of what is said about the last answer, taken from that answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rasa_bridge.follow_ups import resolve
from rasa_bridge.intents import UTTER_ANSWER, answered_by, response_to
from triage.tables import Source
from triage.turn.intents import ANSWER

SLOTS = ("answer_title", "answer_simple", "answer_sources", "answer_checked")
WITH_ITS_BUTTONS = resolve.ON_LAST | {resolve.NO_MORE}
"""Responses under which the buttons of the last answer stand."""
Responses = Mapping[str, Sequence[Mapping[str, Any]]]


def follow_ups(responses: Responses) -> dict[str, tuple[str, ...]]:
    """Return for each answer the answers its buttons lead to, in their order."""
    return {answer: led_to(said) for answer, said in _answers(responses)}


def texts(responses: Responses) -> dict[str, str]:
    """Return for each answer all that is written in it."""
    return {
        answer: " ".join(
            str(text)
            for each in said
            for text in (each.get("text", ""), *_title_and_simple(each.get("metadata") or {}))
        )
        for answer, said in _answers(responses)
    }


def titles(responses: Responses) -> dict[str, str]:
    """Return for each answer its title."""
    return {
        answer: _title_and_simple(said[0].get("metadata") or {})[0]
        for answer, said in _answers(responses)
    }


def led_to(said: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the answers that the buttons of a response lead to, in their order."""
    return tuple(
        button["payload"].removeprefix("/")
        for button in (next(iter(said), {}).get("buttons") or ())
        if button["payload"].startswith(f"/{ANSWER}")
    )


def words(answer: str, responses: Responses, sources: Mapping[str, Source]) -> dict[str, str]:
    """Return the words for the placeholders about an answer: `SLOTS` -> words.

    Empty where there is no such answer.
    """
    metadata = _said(answer, responses).get("metadata")
    if not metadata:
        return {}
    cited = [sources[name] for name in metadata["sources"] if name in sources]
    found = "; ".join(f"{source.title} ({source.where})" for source in cited)
    return {
        "answer_title": str(metadata["title"]).strip(),
        "answer_simple": str(metadata["simple"]).strip(),
        "answer_sources": found,
        "answer_checked": str(metadata["checked"]),
    }


def buttons(answer: str, responses: Responses) -> list[dict[str, str]]:
    """Return the buttons of an answer."""
    return [dict(button) for button in _said(answer, responses).get("buttons") or ()]


def _said(answer: str, responses: Responses) -> Mapping[str, Any]:
    return next(iter(responses.get(response_to(answer)) or ()), {})


def _answers(responses: Responses) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    """Yield each answer, by its intent, with the variations of its text."""
    for name, said in responses.items():
        if name.startswith(UTTER_ANSWER) and said:
            yield answered_by(name), said


def _title_and_simple(metadata: Mapping[str, Any]) -> tuple[str, str]:
    return str(metadata.get("title", "")), str(metadata.get("simple", ""))
