"""Reports in plain words, beside everyday sentences that share their words."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("blood in my catheter bag", "blood_in_urine"),
        ("my urostomy bag has blood in it", "blood_in_urine"),
        ("my sugar is HI on the meter", "high_glucose"),
        ("I lost 9 lb in two weeks without trying", "poor_appetite"),
        ("I keep seeing flashes at the edge of my eye", "vision_change"),
        ("sneezed blood twice this morning", "nosebleed_gums"),
        ("the smell of food makes me sick", "nausea"),
        ("burning in my arm during infusions", "infusion_reaction"),
        ("my husband is hard to wake up", "drowsy"),
        ("it is hard getting up", "limb_weakness"),
        ("I can't tell when I need to go", "bladder_bowel_control"),
        ("can't get enough air when I climb the stairs", "short_of_breath"),
        ("no point carrying on with life", "suicidal_thoughts"),
        ("my husband is swearing at the nurse", "hallucination_behaviour"),
    ],
)
def test_a_report_counts(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("hi, my sugar is 6", "high_glucose"),
        ("my boss makes me sick", "nausea"),
        ("burning through books during infusions", "infusion_reaction"),
        ("my husband is hard to wake up", "limb_weakness"),
        ("ankles swollen and I sleep on 4 pillows", "numb_tingle"),
        ("can't get enough air when I climb the stairs", "limb_weakness"),
        ("no point carrying on with the drip if it does nothing", "suicidal_thoughts"),
        ("my husband swears the nurse told us to wait", "hallucination_behaviour"),
        ("my face is round, moon face from the steroids", "face_swelling"),
    ],
)
def test_an_everyday_sense_does_not(text: str, symptom: str, tables: Tables) -> None:
    assert symptom not in counting(perceive(text, tables))


def test_a_meter_that_says_hi_has_no_number_to_show(tables: Tables) -> None:
    assert perceive("my sugar is HI on the meter", tables).answers["glucose_mmol"] == 33.0
