"""The forms of one word meet, and those of different words do not."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.perceive.stem import stem
from triage.tables import Tables


@pytest.mark.parametrize(
    "forms",
    [
        "breathe breathes breathing breathed breath",
        "wake wakes waking",
        "sit sits sitting",
        "swell swells swelling swelled",
        "vomit vomits vomiting vomited",
        "ache aches aching ached",
        "puff puffs puffing puffed",
        "lose loses losing",
        "stop stops stopped stopping",
        "baby babies",
    ],
)
def test_forms_of_one_word_meet(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    ["site sit", "note not", "butt but", "pile pill", "made mad", "chili chill", "pale pal"],
)
def test_different_words_stay_apart(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


def test_but_is_no_body_part(tables: Tables) -> None:
    found = counting(perceive("I'm fine but my foot went numb", tables))
    assert "bladder_bowel_control" not in found
