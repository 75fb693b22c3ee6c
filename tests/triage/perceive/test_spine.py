"""Words for lost feeling or strength below a level of the body, and those that only sound so."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    "text",
    [
        "numb from the waist down",
        "no feeling below the waist",
        "I can't feel anything below my waist",
        "he has gone numb from the hips down",
        "numbness below my belly button",
        "no sensation from my chest down",
        "the lower half of my body has gone numb",
        "I have lost the feeling from my waist down",
    ],
)
def test_no_feeling_below_the_waist_is_a_sign_of_the_spine(text: str, tables: Tables) -> None:
    assert {"bladder_bowel_control", "numb_tingle"} <= counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "I can't feel my legs at all",
        "he has no feeling in his legs",
        "she has lost all feeling in both legs",
        "my legs have gone dead",
        "I cannot feel either leg",
        "paralyzed from the waist down",
    ],
)
def test_legs_without_feeling_are_weak_legs(text: str, tables: Tables) -> None:
    assert "limb_weakness" in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text", ["paralyzed from the waist down", "I can't move anything below my waist"]
)
def test_who_cannot_move_the_legs_cannot_walk(text: str, tables: Tables) -> None:
    assert perceive(text, tables).answers["walk_ok"] is False


@pytest.mark.parametrize(
    "text",
    [
        "no numbness below the waist",
        "is numbness from the waist down a side effect?",
        "the epidural made me numb from the waist down years ago",
        "I can't feel any lumps below my ribs",
        "I don't feel any pain below the waist",
        "my dress is too tight below the waist",
        "I am soaked from the waist down",
    ],
)
def test_what_is_denied_asked_or_of_a_dress_is_none(text: str, tables: Tables) -> None:
    heard = counting(perceive(text, tables))
    assert heard.isdisjoint({"bladder_bowel_control", "numb_tingle", "limb_weakness"})


@pytest.mark.parametrize("text", ["I can't feel my toes", "my fingers are numb"])
def test_numb_toes_are_only_numb(text: str, tables: Tables) -> None:
    heard = counting(perceive(text, tables))
    assert "numb_tingle" in heard
    assert heard.isdisjoint({"bladder_bowel_control", "limb_weakness"})
