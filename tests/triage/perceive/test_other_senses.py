"""A word of the body in another sense is silent; the report beside it still counts."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import assert_told_apart, counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        ("the treasure chest in the attic is heavy", "my chest is heavy", "chest_pain"),
        ("such blistering heat all week", "blistering skin on both arms", "blistering_skin"),
        ("the kitchen was a hive of activity", "covered in hives", "hives"),
        ("giddy with joy at the news", "giddy when I stand", "dizzy_lightheaded"),
        ("our memories of that trip are blurry", "my eyes are blurry", "vision_change"),
        ("the pears got bruised in the bag", "my shins are bruised all over", "bruising_spots"),
        ("the boiler needs bleeding", "my cut is still bleeding", "heavy_bleeding"),
        ("a wooden stool, painted black", "a black stool this morning", "black_stool"),
        ("coffee grounds on the compost", "vomit like coffee grounds", "vomiting_blood"),
        ("that news was hard to swallow", "my pill is hard to swallow", "trouble_swallowing"),
    ],
)
def test_another_sense_is_silent_and_the_report_counts(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert_told_apart(harmless, report, symptom, tables)


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("the air is not enough for me", "short_of_breath"),
        ("I am losing the pigment on my hands", "skin_colour_change"),
    ],
)
def test_a_plain_way_to_say_it_is_understood(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))
