"""Where no answer can be trusted, the nearest topics are offered."""

from __future__ import annotations

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_bridge.near_topics import near_buttons
from tests.answers.answers import answers

RESPONSES = {
    f"utter_answer_{name}": [{"text": "x", "metadata": {"title": name.title()}}]
    for name in ("food", "sun", "hair", "work")
}


def _buttons(*ranking: tuple[str, float]) -> list[str]:
    parsed = {"intent_ranking": [{"name": n, "confidence": c} for n, c in ranking]}
    message = UserUttered("soup?", {"name": "near_topics"}, parse_data=parsed)
    tracker = DialogueStateTracker.from_events("a", [message], slots=Domain.empty().slots)
    return [button["payload"] for button in near_buttons(tracker, RESPONSES)]


def test_the_three_nearest_topics_are_offered_in_order() -> None:
    ranking = [("ask_food", 0.4), ("ask_sun", 0.2), ("ask_hair", 0.1), ("ask_work", 0.1)]

    assert _buttons(("near_topics", 0.7), *ranking) == ["/ask_food", "/ask_sun", "/ask_hair"]


def test_topics_that_are_not_near_and_small_talk_are_not_offered() -> None:
    assert _buttons(("ask_food", 0.4), ("greet", 0.3), ("ask_sun", 0.01)) == ["/ask_food"]


def test_a_message_of_a_story_without_a_ranking_offers_nothing() -> None:
    assert _buttons() == []


def test_every_answer_has_a_short_title_of_its_own() -> None:
    titles = [answer.said["metadata"].get("title", "") for answer in answers()]

    assert all(0 < len(title) <= 40 for title in titles)
    assert len(set(titles)) == len(titles)
