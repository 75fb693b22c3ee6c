"""A number put right after it was given."""

from __future__ import annotations

import pytest

from tests.triage.turn.sitting import Sitting, said
from triage.levels import Level


@pytest.mark.parametrize(
    ("before", "given", "amends", "question", "value"),
    [
        ("my stomach hurts", "7", "actually more like 4", "pain_score", 4),
        ("my stomach hurts", "3", "sorry, 8", "pain_score", 8),
        ("I feel feverish", "37.2", "sorry I meant 39.2", "temp_c", 39.2),
        ("I feel feverish", "99.1", "oops, I misread it, 102", "temp_c", 38.9),
        ("I have diarrhea", "4 times", "no wait, 9 times", "stools_over_usual", 8),
        ("I have a cough", "3 days", "make that 3 weeks", "duration_days", 21),
    ],
)
def test_the_number_given_last_is_put_right(
    before: str, given: str, amends: str, question: str, value: float
) -> None:
    sitting = Sitting()
    for text in (before, given, amends):
        turn = sitting.say(text)

    assert turn.state.case.answers[question] == value


@pytest.mark.parametrize(
    "text",
    [
        "actually it is my wife who cooks for 4 of us and she does the shopping on Fridays too",
        "hold on, I took 2 tablets",
        "sorry, I have 2 dogs and 3 cats to feed, back at 7 pm",
        "4",
    ],
)
def test_other_numbers_put_nothing_right(text: str) -> None:
    sitting = Sitting()
    sitting.say("my stomach hurts")
    sitting.say("7")

    assert sitting.say(text).state.case.answers["pain_score"] == 7


def test_a_lower_number_takes_back_no_level() -> None:
    sitting = Sitting()
    sitting.say("my temperature is 101.4")

    turn = sitting.say("I misread it, 99.4")

    assert turn.state.level is Level.URGENT
    assert said(turn)[0] == "level_stays"


def test_a_higher_number_raises_the_level() -> None:
    sitting = Sitting()
    sitting.say("my stomach hurts")
    sitting.say("3")

    assert sitting.say("sorry, 8").state.level is Level.EMERGENCY
