"""The nearest topics as buttons, where no answer can be trusted but some are near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT_RANKING_KEY

from rasa_bridge.intents import response_to
from triage.turn.intents import ANSWER

RESPONSE = "utter_near_topics"
MOST = 3
_LEAST_LIKELY = 0.05
"""A topic less likely than this is not near."""


def near_buttons(
    tracker: DialogueStateTracker, responses: Mapping[str, Sequence[Mapping[str, Any]]]
) -> list[dict[str, str]]:
    """Return up to `MOST` buttons for the answers nearest to the latest message.

    Args:
        tracker: its latest message carries the ranking of the answer finder.
        responses: those of the domain; an answer's `title` stands in its metadata.
    """
    buttons = []
    for name, confidence in guesses_of(tracker.latest_message):
        said = responses.get(response_to(name)) or [{}]
        title = (said[0].get("metadata") or {}).get("title")
        if title and name.startswith(ANSWER) and confidence >= _LEAST_LIKELY:
            buttons.append({"title": str(title), "payload": f"/{name}"})
    return buttons[:MOST]


def guesses_of(message: UserUttered | None) -> tuple[tuple[str, float], ...]:
    """Return the intents a message was taken for, each with its likelihood, the likeliest first."""
    ranking = (message.parse_data or {}).get(INTENT_RANKING_KEY) or [] if message else []
    return tuple(
        (str(each.get("name") or ""), float(each.get("confidence") or 0)) for each in ranking
    )
