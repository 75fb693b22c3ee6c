"""Training examples of different topics must not pull in two directions."""

from __future__ import annotations

from tests.answers.answers import ROOT, answers, examples_of
from tests.answers.near_duplicates import near_duplicates


def _all_examples() -> dict[str, list[str]]:
    found = {answer.intent: list(answer.examples) for answer in answers()}
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        found.update(examples_of(path))
    return found


def test_no_example_is_nearly_the_same_in_two_topics() -> None:
    assert near_duplicates(_all_examples()) == []


def test_no_example_stands_twice_in_a_topic() -> None:
    twice = {
        intent: [e for e in group if [x.lower() for x in group].count(e.lower()) > 1]
        for intent, group in _all_examples().items()
    }
    assert {intent: group for intent, group in twice.items() if group} == {}


def test_a_slip_of_one_letter_is_noticed() -> None:
    found = near_duplicates(
        {
            "ask_alcohol": ["can I drink wine on treatment"],
            "ask_food": ["can I drnk wine on treatment"],
        }
    )
    assert found == [
        ("ask_alcohol", "can I drink wine on treatment", "ask_food", "can I drnk wine on treatment")
    ]


def test_the_same_words_in_another_order_are_noticed() -> None:
    assert near_duplicates({"ask_a": ["is wine ok for me"], "ask_b": ["Ok, is wine for me?"]})


def test_another_drug_or_another_topic_is_another_question() -> None:
    assert not near_duplicates(
        {
            "ask_mab": ["what is cetuximab", "can I drive after treatment"],
            "ask_checkpoint": ["what is cemiplimab", "can I work after treatment"],
        }
    )


def test_two_examples_of_one_topic_may_be_alike() -> None:
    assert not near_duplicates({"ask_a": ["is wine ok for me", "is wine OK for me?"]})
