"""What else the person has and takes counts beside a symptom, though nobody asks for it."""

from __future__ import annotations

import pytest

from triage.decide import decide
from triage.levels import Level
from triage.model import Answer, Case
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("I have adrenal insufficiency and keep vomiting", "adrenal_known", True),
        ("my cortisol is too low and I feel dizzy", "adrenal_known", True),
        ("they said it is hypophysitis, and today I have a fever", "adrenal_known", True),
        ("sore throat, and I am on chemo too", "chemo_too", True),
        ("short of breath and my skin is clammy", "clammy", True),
        ("so dizzy, and my skin is cold and clammy", "clammy", True),
        ("fever, and nothing in the toilet bowl: no pee for 14 hours", "hours_no_urine", 14),
    ],
)
def test_it_is_heard_beside_a_symptom_whose_rules_name_it(
    text: str, question: str, value: Answer, tables: Tables
) -> None:
    assert perceive(text, tables).answers[question] == value


def test_vomiting_with_a_failing_adrenal_gland_is_an_emergency(tables: Tables) -> None:
    seen = perceive("I was told my cortisol is low, and I have been throwing up all day", tables)
    case = Case(
        findings={finding.symptom: finding.status for finding in seen.findings},
        answers=seen.answers,
    )

    assert decide(case, tables).level is Level.EMERGENCY


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("I have blisters in my mouth", "blisters"),
        ("my cortisol is low", "adrenal_known"),
        ("chills even when I rest in bed", "breath_level"),
        ("my cortisol is normal and I keep vomiting", "steroid_missed"),
    ],
)
def test_what_belongs_to_no_symptom_named_answers_nothing(
    text: str, question: str, tables: Tables
) -> None:
    assert question not in perceive(text, tables).answers


def test_a_normal_gland_is_told_apart(tables: Tables) -> None:
    seen = perceive("my cortisol is normal and I keep vomiting", tables)

    assert seen.answers["adrenal_known"] is False


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("a rash on 40 percent of my body", "over30"),
        ("the rash is on 31 % of her skin", "over30"),
        ("a rash on thirty percent of my skin", "10_30"),
        ("no fever, a rash on 5 to 40 percent of my body", "over30"),
        ("a rash on about 9 % of his body", "under10"),
    ],
)
def test_how_much_skin_is_heard_beside_a_rash(text: str, choice: str, tables: Tables) -> None:
    assert perceive(text, tables).answers["rash_area"] == choice


@pytest.mark.parametrize(
    "text",
    [
        "a rash, and I lost 12 percent of my body weight",
        "a rash, and the oxygen clip on my skin says 94 percent",
        "was the rash on 40 percent of the body in that study",
        "a rash on my body and the battery is at 40 percent",
        "a rash on my skin, and the kidneys work at 40 percent",
        "a rash, but 90 percent of my body is clear",
        "a rash, and I use a skin cream with 40 percent urea",
    ],
)
def test_another_percentage_is_no_amount_of_skin(text: str, tables: Tables) -> None:
    assert "rash_area" not in perceive(text, tables).answers


def test_a_percentage_is_no_temperature(tables: Tables) -> None:
    seen = perceive("no fever, a rash on 40 percent of my body", tables)

    assert "temp_c" not in seen.answers
    assert {f.symptom for f in seen.findings if f.status.counts} == {"rash"}


@pytest.mark.parametrize("text", ["fever of 39 percent", "my temp is 39 %"])
def test_a_temperature_said_in_percent_is_still_one(text: str, tables: Tables) -> None:
    assert perceive(text, tables).answers["temp_c"] == 39
