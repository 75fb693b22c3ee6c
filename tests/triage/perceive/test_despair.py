"""Veiled words of despair are heard; everyday words that sound alike are not."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting, statuses
from triage.perceive import perceive
from triage.tables import Tables

THOUGHTS = "suicidal_thoughts"


@pytest.mark.parametrize(
    "text",
    [
        "I keep wishing I could just never wake",
        "he says the kids would be happier once he's dead, he told me he wants to be in the ground",
        "no point in being alive like this",
        "my girls would be freer if I wasn't here",
        "I could easily take every capsule in the cupboard",
        "I keep thinking of letting go of the wheel",
        "on the viaduct I almost stepped off",
        "I won't be around in spring, that's my decision",
        "she has chosen the day and paid for the funeral",
    ],
)
def test_a_wish_a_way_or_a_plan_is_a_report(text: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables)).get(THOUGHTS) == "present"


@pytest.mark.parametrize(
    "text",
    [
        "I have decided when and how",
        "scared of what I might do",
        "dad's capsules are laid out beside a letter",
        "sorry for everything, goodbye",
        "the family would cope better without me",
        "she talks of joining her late husband soon",
        "what is the gentlest way to end it, I have thought about it",
        "gutted to be alive again this morning",
        "would anyone notice if I was gone",
        "I should just vanish",
        "not sure if I want to die",
    ],
)
def test_words_that_may_mean_it_are_asked_about(text: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables)).get(THOUGHTS) == "unclear"


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to die",
        "I don't want to go on steroids again",
        "would I be better off on tablets than on the drip",
        "I won't be here in spring, we are moving to Kent",
        "I have worked out how to do it in the app",
        "I want the lump to disappear",
        "I don't want to live in a flat with stairs",
        "I can't go on the Friday, please move it",
        "I want it over by lunch",
        "tired of living out of boxes",
        "I hid my tablets from my grandson",
        "dying of thirst in the waiting room",
        "I decided how to get to the clinic",
        "my son lined up his toy cars and wrote a letter",
        "how many tablets do I take to finish the course",
        "worried about what I will do about work",
        "at what point should I ring you",
        "I hope I don't wake up with cramp again",
    ],
)
def test_what_sounds_alike_is_no_report(text: str, tables: Tables) -> None:
    assert THOUGHTS not in counting(perceive(text, tables))


def test_a_hint_never_hides_what_was_said_plainly(tables: Tables) -> None:
    heard = perceive("I want to die, scared of what I might do", tables)
    assert statuses(heard)[THOUGHTS] == "present"


def test_words_between_make_no_harmless_phrase_of_a_report(tables: Tables) -> None:
    """A `not_when` phrase is read with at most one other word inside it."""
    heard = perceive("can you please come and take me, hurry up and take me now", tables)
    assert THOUGHTS in counting(heard)
