"""A problem is said of every place of a list; a place that excuses one of them excuses only it."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    "text",
    [
        "blisters in my mouth and on my chest",
        "blisters in my mouth and all over my chest",
        "blisters on my lips and down my arms",
        "blisters both inside my mouth and over my trunk",
        "I have blisters in my mouth as well as on my arms",
        "blisters have come up inside her mouth and across her shoulders",
        "blisters in my mouth, down my back and behind my knees",
        "ulcers in my mouth and blisters on my legs",
    ],
)
def test_blisters_of_mouth_and_skin_are_both_heard(text: str, tables: Tables) -> None:
    assert {"mouth_sores", "blistering_skin"} <= counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "blisters in my mouth",
        "blisters in my mouth but none on my chest",
        "blisters in my mouth, nothing on my skin",
        "blisters in my mouth and a cough in my chest",
        "mouth blisters and no blisters on my chest",
        "blisters in my mouth and my chest is tight",
    ],
)
def test_blisters_of_the_mouth_alone_stay_in_the_mouth(text: str, tables: Tables) -> None:
    heard = counting(perceive(text, tables))
    assert "mouth_sores" in heard
    assert "blistering_skin" not in heard


@pytest.mark.parametrize(
    ("text", "symptoms"),
    [
        ("pain in my back and down my leg", {"back_pain", "muscle_pain"}),
        ("stiff back and weak legs", {"back_pain", "limb_weakness"}),
        ("pain in my ear, neck and chest", {"chest_pain"}),
        ("a blister in my mouth and dry skin on my arms", {"mouth_sores"}),
    ],
)
def test_and_makes_no_single_place_of_two(text: str, symptoms: set[str], tables: Tables) -> None:
    assert symptoms <= counting(perceive(text, tables))


def test_the_back_of_a_leg_is_no_back(tables: Tables) -> None:
    assert "back_pain" not in counting(perceive("pain in the back of my leg", tables))
