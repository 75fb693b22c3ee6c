"""What stands close together is told from what only shares its words."""

from __future__ import annotations

import pytest

from triage.perceive import perceive
from triage.tables import Tables

from .helpers import assert_told_apart, counting


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        ("I know the words by heart", "by bedtime my heart is racing", "palpitations"),
        ("I learned it by heart", "woken by my heart racing", "palpitations"),
        ("the form is such a pain in the neck", "a bad pain in the neck", "stiff_neck_light"),
        ("his boss is a pain in the neck", "there is a pain in the neck", "stiff_neck_light"),
        ("I shake my head at the bills", "I shake, my head is hot", "chills"),
        ("I shake her awake for school, as always", "I have to shake her awake", "drowsy"),
        ("what to do about a swollen tongue", "what to do her tongue is swollen",
         "throat_tongue_swelling"),
        ("what should I do if his chest hurts", "what should I do, his chest hurts", "chest_pain"),
        ("my mouth is not too bad", "my mouth won't do what I want", "speech_trouble"),
        ("my mouth is not bothering me", "her mouth will not do the right words", "speech_trouble"),
        ("what if I just swallowed the wafer", "if I just swallowed the whole box they'd be free",
         "suicidal_thoughts"),
        ("my wife is happier with me out of the kitchen",
         "they'd be happier with me out of the way", "suicidal_thoughts"),
        ("the radio went dead", "my arm went dead", "limb_weakness"),
    ],
)  # fmt: skip
def test_the_report_counts(harmless: str, report: str, symptom: str, tables: Tables) -> None:
    assert_told_apart(harmless, report, symptom, tables)


@pytest.mark.parametrize("text", ["my mouth is not sore", "the spot by my mouth is not bad"])
def test_a_mouth_that_is_not_sore_is_no_stroke(text: str, tables: Tables) -> None:
    assert "speech_trouble" not in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "if I just swallowed the whole box nobody would have to nurse me",
        "my kids would be better off with me out of the way",
    ],
)
def test_an_end_spoken_of_after_an_if_counts(text: str, tables: Tables) -> None:
    assert "suicidal_thoughts" in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "pressed",
    [
        "pinching does nothing",
        "pressing on it makes no difference",
        "pinching it for 25 minutes was no good",
        "I pinched it for ten minutes and it keeps on coming",
    ],
)
def test_pressing_in_vain_is_bleeding_that_does_not_stop(pressed: str, tables: Tables) -> None:
    assert perceive(f"nosebleed, {pressed}", tables).answers["bleed_stops"] is False


def test_blood_pressure_is_no_pressing(tables: Tables) -> None:
    seen = perceive("a nosebleed, and my blood pressure is no good", tables)

    assert "bleed_stops" not in seen.answers


def test_a_leg_that_is_swollen_is_one_leg(tables: Tables) -> None:
    assert "one_leg_swelling" in counting(perceive("my leg's swollen", tables))
