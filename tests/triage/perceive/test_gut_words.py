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
