"""Which numbers are readings of a body; words of other senses beside the reports they look like."""

from __future__ import annotations

import pytest

from triage.perceive import perceive
from triage.tables import Tables

from .helpers import counting, statuses


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("T 38.9 since supper", "temp_c", 38.9),
        ("she was running 39.4 on Sunday and I gave her aspirin", "temp_c", 39.4),
        ("spiked 38.8 last night", "temp_c", 38.8),
        ("was 36.9 at breakfast then 38.4 at bedtime", "temp_c", 38.4),
        ("39 point 2 on the ear thermometer", "temp_c", 39.2),
        ("thirty eight point six just now", "temp_c", 38.6),
        ("she is 39 degrees in the evenings", "temp_c", 39.0),
        ("he was 39 degrees in hospital", "temp_c", 39.0),
        ("it was 39 degrees at 5", "temp_c", 39.0),
        ("BM 21.4", "glucose_mmol", 21.4),
        ("BM 27", "glucose_mmol", 27.0),
        ("sugar 2.8 after a cup of tea", "glucose_mmol", 2.8),
        ("sugar 19 after cake", "glucose_mmol", 19.0),
        ("sugar is 21 mmol per litre", "glucose_mmol", 21.0),
    ],
)
def test_a_reading_counts(text: str, question: str, value: float, tables: Tables) -> None:
    assert perceive(text, tables).answers[question] == value


@pytest.mark.parametrize(
    "text",
    [
        "it was 39 degrees in Lisbon",
        "the fare was 101.40",
        "we listened to a hundred and one point five all night",
        "sugar costs 1.90 here",
        "I take 2 sugars in coffee",
        "the bowl needs 200 g sugar",
        "we drove 38.5 miles",
        "I am running 38.5 k a week for charity",
        "BM 4 today, all soft",
    ],
)
def test_a_number_about_something_else_is_no_sign(text: str, tables: Tables) -> None:
    assert not {"fever", "high_glucose", "low_temperature"} & set(statuses(perceive(text, tables)))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("my line is sore and oozing", "line_or_wound_infection"),
        ("the port has pus in it", "line_or_wound_infection"),
        ("stuff coming out round the drain site", "line_or_wound_infection"),
        ("his breath is like nail varnish", "fruity_breath"),
        ("shivering in bed, teeth chattering", "chills"),
        ("gave dad the wrong tablets", "medicine_mistake"),
        ("I took mum's codeine by mistake", "medicine_mistake"),
        ("the toddler has eaten my capsules", "medicine_mistake"),
        ("my lateral flow came up positive", "infection_contact"),
        ("the chemist has no prednisolone", "steroids_stopped"),
        ("she refuses her dexamethasone", "steroids_stopped"),
        ("I am terribly thirsty and drink pints and pints", "thirst_urination"),
        ("I might be pregnant", "pregnancy"),
        ("something is wrong with my husband", "generally_unwell"),
        ("my eyebrows are falling out", "hair_loss"),
    ],
)
def test_a_report_counts(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("the clothes line is red", "line_or_wound_infection"),
        ("port with the stilton by a red fire", "line_or_wound_infection"),
        ("the bathroom drain stinks", "line_or_wound_infection"),
        ("I used acetone to clean the brush", "fruity_breath"),
        ("the song gave me shivers", "chills"),
        ("I bought the wrong tablets", "medicine_mistake"),
        ("overdosed on cake at the weekend", "medicine_mistake"),
        ("took the children out by mistake", "medicine_mistake"),
        ("nobody in the house has covid", "infection_contact"),
        ("the shed needs new shingles", "infection_contact"),
        ("my steroid cream ran out", "steroids_stopped"),
        ("I drink two litres a day", "thirst_urination"),
        ("the ewe is pregnant", "pregnancy"),
        ("nausea for two weeks, gone now", "pregnancy"),
        ("something is wrong with my laptop", "generally_unwell"),
    ],
)
def test_the_same_words_in_another_sense_are_silent(
    text: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in statuses(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("a packet of sugar is 1.35 at the corner shop", "glucose_mmol"),
        ("sugar is 1.95 a bag", "glucose_mmol"),
        ("we sat in row 88 at the theatre", "spo2"),
        ("the room temperature was 35 all day", "temp_c"),
        ("I picked up 4 kilos of apples", "weight_gain_kg"),
        ("I put 20 pounds on horses", "weight_gain_kg"),
    ],
)
def test_a_number_of_a_thing_is_no_reading(text: str, question: str, tables: Tables) -> None:
    assert question not in perceive(text, tables).answers


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("my sugar is 1.9", "glucose_mmol", 1.9),
        ("sat 88 on the finger clip", "spo2", 88.0),
        ("my temperature was 35 in the bedroom", "temp_c", 35.0),
        ("my temperature is 38.6, the room is cold though", "temp_c", 38.6),
        ("I put on 4 kilos of fluid", "weight_gain_kg", 4.0),
        ("I put on 4 kilos this week", "weight_gain_kg", 4.0),
    ],
)
def test_a_number_of_a_body_is_a_reading(
    text: str, question: str, value: float, tables: Tables
) -> None:
    assert perceive(text, tables).answers[question] == value
