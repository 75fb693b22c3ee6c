"""A symptom's word said of a thing right beside it is silent; the report beside it counts."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        ("shake the carton before pouring", "I shake the whole time", "chills"),
        ("they seized the goods at the port", "he seized the moment we got in", "seizure"),
        ("fitting a new boiler on friday", "he was fitting on the floor", "seizure"),
        ("I collapsed the pram", "I collapsed the minute I stood up", "fainting"),
        ("we drained the pasta", "I feel drained", "fatigue"),
        ("an exhausted battery", "I am exhausted, phone me back", "fatigue"),
        ("an unsteady ladder", "unsteady on the ladder today", "unsteady"),
        ("the bleeding printer again", "the bleeding won't stop", "heavy_bleeding"),
        ("a weak argument", "a weak arm since lunch", "limb_weakness"),
        ("the left leg of the sofa is weak", "my left leg is weak", "limb_weakness"),
        ("football fever in our town", "fever after the football", "fever"),
        ("gasping for a brew", "gasping for air", "short_of_breath"),
        ("bit my tongue and smiled", "bit my tongue and wet myself", "seizure"),
        ("my blood boils at that", "boils under my arm, red and hot", "line_or_wound_infection"),
        ("blue in the face from explaining", "blue in the face from coughing", "blue_lips"),
        ("cut myself a slice of pie", "I cut myself again, I want to die", "suicidal_thoughts"),
        ("trying to shake off a salesman", "I shake when I stand", "chills"),
        ("shaking with temper at the council", "I keep shaking with cold", "chills"),
        ("the wind was strong on the cliffs", "winded after three stairs", "short_of_breath"),
        ("the chimney has collapsed", "my husband has collapsed", "fainting"),
        ("the stairlift seized up", "he seized up and shook", "seizure"),
        ("the photos came out blurry", "everything came out blurry this morning", "vision_change"),
        ("a hot flush of embarrassment", "a hot flush, shaky and sweating", "hot_shaky"),
        ("tears of joy at the wedding", "cloudy eye and tears all day", "eye_red_pain"),
        ("lost my voice cheering", "lost my voice since the infusion", "voice_change"),
    ],
)
def test_said_of_a_thing_it_is_silent(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(harmless, tables))
    assert symptom in counting(perceive(report, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("dizzy phone me please", "dizzy_lightheaded"),
        ("fainted kitchen floor", "fainting"),
        ("my hands shake and I dropped the bottle", "chills"),
        ("collapsed the bus driver helped", "fainting"),
        ("seeing two of every road sign", "double_vision"),
        ("vomit coffee grounds", "vomiting_blood"),
        ("in the car, shaking and can't stop", "chills"),
        ("after the match collapsed in the road", "fainting"),
    ],
)
def test_a_report_beside_a_thing_counts(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "I'm seventy but fairly fit for my age",
        "he is as fit as a butcher's dog",
        "does it matter how fit she is",
        "I just nodded at everything the doctor said",
        "can you talk me out of it",
        "he stopped responding after four cycles, what comes next",
        "what's the point of the PET scan",
        "we're off to the seaside",
        "BRAF negative, KRAS positive",
        "my letter says ground glass changes",
        "should I be worried about an ALT of 90",
        "any chance I'd go bald",
    ],
)
def test_words_of_consultations_report_nothing(tables: Tables, text: str) -> None:
    assert not counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("he is fitting on the kitchen floor", "seizure"),
        ("she fitted twice in the night", "seizure"),
        ("he had a fit this morning", "seizure"),
        ("dad keeps nodding off in the middle of a sentence", "drowsy"),
        ("she is out of it and won't look at me", "drowsy"),
        ("he has stopped responding to us", "drowsy"),
        ("what's the point of anything", "low_mood"),
        ("we're both weary and he can't get up", "fatigue"),
        ("barfing since noon", "vomiting"),
        ("letters look blurred and swim", "vision_change"),
    ],
)
def test_the_same_words_report_where_they_are_meant(
    tables: Tables, text: str, symptom: str
) -> None:
    assert symptom in counting(perceive(text, tables))
