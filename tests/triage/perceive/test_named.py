"""Asking about something by its name is no report; saying that one has it is."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting, statuses
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("immune hepatitis what is that", "jaundice"),
        ("myocarditis - what does that mean?", "chest_pain"),
        ("colitis, what is it?", "diarrhoea"),
        ("uveitis??", "eye_red_pain"),
        ("so myasthenia?", "limb_weakness"),
        ("hepatitis from the drug, is it common", "jaundice"),
        ("and the shingles one?", "infection_contact"),
        ("why can't I stop prednisone all at once", "steroids_stopped"),
        ("should I skip my prednisone today?", "steroids_stopped"),
        ("could I just halve my prednisone?", "steroids_stopped"),
        ("when should he stop his prednisone?", "steroids_stopped"),
        ("would it be ok to skip my prednisone", "steroids_stopped"),
        ("am I allowed to stop my hydrocortisone?", "steroids_stopped"),
        ("should he double his prednisone on sick days", "medicine_mistake"),
        ("can I take one extra steroid before the dentist", "medicine_mistake"),
        ("would it be safe to take a double dose of Tylenol", "medicine_mistake"),
    ],
)
def test_a_name_with_a_question_is_only_asked_about(
    text: str, symptom: str, tables: Tables
) -> None:
    assert statuses(perceive(text, tables)).get(symptom, "hypothetical") == "hypothetical"


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("I have colitis what is that", "diarrhoea"),
        ("they found hepatitis what does that mean", "jaundice"),
        ("blood in stool what is that", "blood_in_stool"),
        ("rash on arm whats that", "rash"),
        ("I have shingles and the pain is bad", "infection_contact"),
        ("why can't I stop shaking", "chills"),
        ("I stopped my prednisone, why can't I", "steroids_stopped"),
        ("is it normal that I am coughing up blood", "coughing_blood"),
        ("should I take my prednisone, I missed yesterday's", "steroids_stopped"),
        ("should I worry that I skipped my prednisone?", "steroids_stopped"),
        ("should I tell you I stopped my steroids?", "steroids_stopped"),
        ("I was told it is ok to stop my prednisone and I did", "steroids_stopped"),
        ("I skipped my prednisone today, should I worry?", "steroids_stopped"),
        ("I could not take my prednisone today", "steroids_stopped"),
        ("what do I do I took a double dose of prednisone", "medicine_mistake"),
        ("could I have taken too many tablets", "medicine_mistake"),
        ("is it ok that I took my dose twice", "medicine_mistake"),
    ],
)
def test_what_somebody_has_is_a_report_beside_the_same_question(
    text: str, symptom: str, tables: Tables
) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize("text", ["which one is worse?", "so what is worse"])
def test_a_comparison_is_not_getting_worse(text: str, tables: Tables) -> None:
    assert "worse_now" not in perceive(text, tables).flags


@pytest.mark.parametrize(
    "text", ["it is worse", "what I feel is getting worse", "my rash is worse"]
)
def test_getting_worse_is_still_heard(text: str, tables: Tables) -> None:
    assert "worse_now" in perceive(text, tables).flags


def test_a_topic_gone_back_to_is_asked_about(tables: Tables) -> None:
    text = "and going back to the confusion, how many days does it last"

    assert statuses(perceive(text, tables))["confusion"] == "unclear"


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("she keeps going back to the hospital with chest pain", "chest_pain"),
        ("my colitis is back, is it the drug?", "diarrhoea"),
        ("colitis again", "diarrhoea"),
    ],
)
def test_what_is_told_beside_it_counts(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] == "present"
