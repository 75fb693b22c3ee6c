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
        ("and the shingles one?", "infection_contact"),
        ("why can't I stop prednisone all at once", "steroids_stopped"),
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
