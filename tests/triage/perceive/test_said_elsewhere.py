"""Words of other places and other ways to say it, each beside a harmless neighbor."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import statuses
from triage.perceive import perceive
from triage.tables import load

TABLES = load()


def status_of(text: str, symptom: str) -> str | None:
    """Return the status of a symptom in a message, None where it is not named."""
    return statuses(perceive(text, TABLES)).get(symptom)


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("my uncle on pembro keeps purging", "diarrhoea"),
        ("purging and vomiting since the drip", "diarrhoea"),
        ("she sits down after every plate to catch her wind", "short_of_breath"),
        ("a squeezing feeling going up into my jaw", "chest_pain"),
        ("I have peed not a drop since yesterday", "less_urine"),
    ],
)
def test_a_symptom_is_heard(text: str, symptom: str) -> None:
    assert status_of(text, symptom) == "present"


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("I am purging the wardrobe before the move", "diarrhoea"),
        ("we caught wind of a new trial", "short_of_breath"),
        ("I put a heavy pillow into my suitcase", "chest_pain"),
        ("no bleeding at all, not a drop", "less_urine"),
    ],
)
def test_its_harmless_neighbor_is_not(text: str, symptom: str) -> None:
    assert status_of(text, symptom) is None


@pytest.mark.parametrize(
    "text",
    [
        "I'm on the bridge and I can't see a reason to go home",
        "he is on the roof of the flats",
        "it would spare everyone the trouble",
    ],
)
def test_a_place_or_a_relief_to_others_is_asked_about(text: str) -> None:
    assert status_of(text, "suicidal_thoughts") == "unclear"


@pytest.mark.parametrize(
    "text",
    ["we walked over the bridge to the clinic", "that would save you the trouble of calling"],
)
def test_a_walk_or_a_favor_is_not(text: str) -> None:
    assert status_of(text, "suicidal_thoughts") is None


def test_an_answer_of_neither_denies_both() -> None:
    text = "the nurse asked about a fever and chest pain and I said neither"

    assert status_of(text, "fever") == "negated"
    assert status_of(text, "chest_pain") == "negated"


def test_an_illness_that_is_finished_is_over() -> None:
    assert status_of("the colitis of last summer is finished", "diarrhoea") == "past"


def test_a_medicine_that_is_finished_ends_no_fever() -> None:
    text = "my antibiotics are finished and I have a fever"

    assert status_of(text, "fever") == "present"
