"""Words of the gut and the blood: what stands near a report must not hide it."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("report", "symptom"),
    [
        ("my motions have gone black", "black_stool"),
        ("everything has gone black", "vision_change"),
        ("when i go it's like treacle", "black_stool"),
        ("the test found blood in my stool", "blood_in_stool"),
        ("there is blood in my stool sample", "blood_in_stool"),
        ("blood in my stool, test booked for monday", "blood_in_stool"),
        ("they took blood but there is also blood in my poo", "blood_in_stool"),
        ("blood in my urine sample today", "blood_in_urine"),
        ("my heart is racing and im bleeding a lot", "heavy_bleeding"),
        ("i cant stop bleeding and im freezing", "heavy_bleeding"),
        ("bruises everywhere even without a needle", "bruising_spots"),
        ("bread is hard to swallow", "trouble_swallowing"),
        ("i lost two stone and im not on a diet", "poor_appetite"),
        ("tea colored urine in the catheter bag", "dark_urine"),
        ("no color in his face at all", "pale_washed_out"),
    ],
)
def test_a_report_counts_beside_words_of_another_sense(
    report: str, symptom: str, tables: Tables
) -> None:
    assert symptom in counting(perceive(report, tables))


@pytest.mark.parametrize(
    ("harmless", "symptom"),
    [
        ("the nurse took blood and a stool sample", "blood_in_stool"),
        ("i dropped off stool and blood samples at the lab", "blood_in_stool"),
        ("they want blood and urine samples", "blood_in_urine"),
        ("my heart bleeds for them", "heavy_bleeding"),
        ("we need to bleed the heating pipes", "heavy_bleeding"),
        ("a small bruise from the blood test", "bruising_spots"),
        ("the bread is hard as a rock", "trouble_swallowing"),
        ("back of leg is swollen", "back_pain"),
    ],
)
def test_another_sense_stays_silent(harmless: str, symptom: str, tables: Tables) -> None:
    assert symptom not in counting(perceive(harmless, tables))


@pytest.mark.parametrize(
    ("text", "symptom", "answers"),
    [
        ("can't keep even a mouthful of soup down", "vomiting", {"fluids_down": False}),
        ("she cannot keep a drop of juice down", "vomiting", {}),
        ("can't get even a sip of tea down, it sticks", "trouble_swallowing", {}),
        ("my stool has been like water all day", "diarrhoea", {}),
        ("I drink water all day and stay thirsty", "thirst_urination", {}),
    ],
)
def test_what_does_not_stay_down_is_told_from_what_does_not_go_down(
    text: str, symptom: str, answers: dict[str, bool], tables: Tables
) -> None:
    seen = perceive(text, tables)

    assert counting(seen) == {symptom}
    assert answers.items() <= seen.answers.items()


@pytest.mark.parametrize(
    "text", ["my 3 year old swallowed my tablets", "our toddler drank my medicine"]
)
def test_a_child_who_took_the_medicine_counts(text: str, tables: Tables) -> None:
    assert "medicine_mistake" in counting(perceive(text, tables))


def test_dizziness_on_standing_is_no_faint(tables: Tables) -> None:
    assert "faint" not in perceive("I get dizzy when I stand up", tables).answers
    assert perceive("I nearly pass out when I stand up", tables).answers["faint"] is True


@pytest.mark.parametrize(
    "text", ["a headache like nothing I have felt", "this headache is unlike any I have known"]
)
def test_a_headache_like_no_other_is_the_worst(text: str, tables: Tables) -> None:
    assert perceive(text, tables).answers["headache_worst"] is True
