"""Answers to the triage's questions, asked for or not."""

from __future__ import annotations

import pytest

from triage.model import Answer
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my temperature is 101.5F", {"temp_c": 38.6}),
        ("temp thirty eight point five", {"temp_c": 38.5}),
        ("fever of one oh two", {"temp_c": 38.9}),
        ("she's burning up 39.4", {"temp_c": 39.4}),
        ("fever between 100 and 102 degrees", {"temp_c": 38.9}),
        ("oxygen is in the 80s", {"spo2": 85}),
        ("BP 85/55", {"bp_sys": 85}),
        ("blood pressure is 88 over 50", {"bp_sys": 88}),
        ("my pulse is 134", {"pulse": 134}),
        ("blood sugar 17.5 mmol", {"glucose_mmol": 17.5}),
        ("the sugar meter says HI", {"glucose_mmol": 33}),
        ("gained 11 lbs this week", {"weight_gain_kg": 5}),
        ("put on half a stone since sunday", {"weight_gain_kg": 3.2}),
        ("belly pain 9/10", {"pain_score": 9}),
        ("belly pain nine out of ten", {"pain_score": 9}),
        ("excruciating belly pain", {"pain_score": 8}),
        ("been sick 6 times today", {"vomits_24h": 6}),
        ("diarrhea twice", {"stools_over_usual": 1}),
        ("diarrhea 4 times more than usual", {"stools_over_usual": 4}),
        ("diarrhea for two weeks", {"duration_days": 14}),
        ("diarrhea since yesterday", {"duration_days": 1}),
        ("I finished keytruda eight months ago", {"days_since_dose": 240}),
        ("itching 3 hours after my infusion", {"hours_since_infusion": 3}),
        ("haven't peed for 14 hours", {"hours_no_urine": 14}),
        ("the itch started suddenly, it stops me sleeping", {"itch_sleep": True}),
        ("my headache came on out of nowhere", {"onset_sudden": True}),
        ("a bit tired", {"adl": "none"}),
        ("breathless even lying in bed", {"breath_level": "rest"}),
        ("can't keep water down, keep vomiting", {"fluids_down": False}),
    ],
)
def test_an_answer_is_read_out_of_a_report(
    text: str, expected: dict[str, Answer], tables: Tables
) -> None:
    answers = perceive(text, tables).answers
    assert {name: answers.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("my sats are 91", "low_oxygen_reading"),
        ("temp 38.5", "fever"),
        ("temperature 35.1", "low_temperature"),
        ("sugar 400", "high_glucose"),
        ("pulse is 140", "palpitations"),
    ],
)
def test_a_reading_is_a_symptom_by_itself(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in {finding.symptom for finding in perceive(text, tables).findings}


@pytest.mark.parametrize(
    "text",
    ["temp 36.8", "sats 98", "sugar 5.5", "pulse 72", "BP 120/80"],
)
def test_a_normal_reading_is_no_symptom(text: str, tables: Tables) -> None:
    assert perceive(text, tables).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "set the thermostat to 102 degrees",
        "what's the weather, is it 95 outside",
        "what is 101 fahrenheit in celsius",
        "take 40 mg of prednisone",
    ],
)
def test_a_number_about_something_else_is_no_reading(text: str, tables: Tables) -> None:
    assert perceive(text, tables).answers == {}


def test_a_denied_answer_is_turned_round(tables: Tables) -> None:
    perceived = perceive("I have a rash but I don't have any blisters", tables)
    assert perceived.answers["blisters"] is False


@pytest.mark.parametrize(
    ("text", "therapies"),
    [
        ("I am on keytruda", ("ici",)),
        ("keytrda and feeling fine", ("ici",)),
        ("on opdivo and yervoy", ("ici_combo",)),
        ("had my kymriah last month", ("car_t",)),
        ("what is car-t?", ()),
        ("I am not on keytruda", ()),
    ],
)
def test_a_treatment_is_known_by_its_drug(
    text: str, therapies: tuple[str, ...], tables: Tables
) -> None:
    assert perceive(text, tables).therapies == therapies


@pytest.mark.parametrize(
    ("text", "question", "hours"),
    [
        ("I started the drip and immediately my lips swelled", "hours_since_infusion", 0.0),
        ("minutes after the infusion I had hives", "hours_since_infusion", 0.0),
        ("the day after my infusion I had a fever", "hours_since_infusion", 24.0),
        ("3 hours after the infusion, not straight away, a rash", "hours_since_infusion", 3.0),
        ("fever, the day after the BCG treatment", "hours_since_bcg", 24.0),
    ],
)
def test_words_tell_how_long_after_a_treatment(
    text: str, question: str, hours: float, tables: Tables
) -> None:
    heard = perceive(text, tables, relevant=[question])
    assert heard.answers[question] == hours


def test_immediately_tells_nothing_where_no_treatment_is_named(tables: Tables) -> None:
    heard = perceive("should I call immediately? my lips are puffy", tables)
    assert "hours_since_infusion" not in heard.answers


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("sats 93 on the oximeter, normally 97", "spo2", 93),
        ("normally 97, but sats 91 now", "spo2", 91),
        ("BP says 84 over 50 and the room goes black", "bp_sys", 84),
        ("his watch says 141 and he only sat in the bedroom", "pulse", 141),
        ("BCG yesterday and now its 103.4", "temp_c", 39.7),
        ("my temp is 38.5 in this cold house", "temp_c", 38.5),
    ],
)
def test_the_worse_of_two_readings_counts_wherever_they_are_taken(
    text: str, question: str, value: float, tables: Tables
) -> None:
    assert perceive(text, tables).answers[question] == value


@pytest.mark.parametrize(
    "text", ["the temperature outside is 38.5", "the room is at 38.5", "its 38.5 km away"]
)
def test_a_number_about_the_weather_or_a_road_is_no_reading(text: str, tables: Tables) -> None:
    assert perceive(text, tables).answers == {}


def test_what_blood_is_coughed_into_is_no_amount(tables: Tables) -> None:
    assert "blood_amount" not in perceive("coughing blood into a cup", tables).answers
    heard = perceive("coughed half a cup of blood", tables)
    assert heard.answers["blood_amount"] == "more"


def test_once_after_a_denial_counts_nothing(tables: Tables) -> None:
    denied = perceive("diarrhea, I've not made it to the loo in time once", tables)
    assert "stools_over_usual" not in denied.answers
    assert perceive("diarrhea once today", tables).answers["stools_over_usual"] == 0


def test_the_usual_count_hides_none_of_today(tables: Tables) -> None:
    answers = perceive("diarrhea, I usually go once but today 8 times", tables).answers

    assert answers["stools_over_usual"] == 7
