"""Whose trouble a sentence tells, and what it only says in general."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting, statuses
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    "text",
    [
        "the plumber collapsed in our hall on monday",
        "my sister's friend coughed up blood on holiday",
        "my manager's wife fainted at the theatre",
        "I know a woman who threw up blood after a curry",
        "saw on the news that the mayor's driver had a seizure",
        "the farmer laughed, and our horse is limping and his leg is swollen",
        "a patient in the corner was vomiting all afternoon",
        "the vicar had a fit, and he was very confused",
    ],
)
def test_a_strangers_trouble_does_not_count(text: str, tables: Tables) -> None:
    assert not counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("my landlord is on nivolumab and he coughed up blood", "coughing_blood"),
        ("my workmate has melanoma, she is vomiting blood", "vomiting_blood"),
        ("my flatmate here can't breathe", "short_of_breath"),
        ("I look after a gentleman who has fainted", "fainting"),
        ("our lad has had a seizure", "seizure"),
        ("my wife's brother is staying with us, he is vomiting blood", "vomiting_blood"),
        ("the driver rang me a cab because I can't breathe", "short_of_breath"),
        ("my boss sent me home, I fainted", "fainting"),
        ("someone please ring, coughing up blood", "coughing_blood"),
        ("people say my speech is slurred", "speech_trouble"),
        ("my cat woke me and I was vomiting blood", "vomiting_blood"),
    ],
)
def test_beside_others_the_patients_own_trouble_counts(
    text: str, symptom: str, tables: Tables
) -> None:
    assert symptom in counting(perceive(text, tables))


def test_what_others_noticed_is_asked_about(tables: Tables) -> None:
    assert statuses(perceive("my neighbor noticed yellow eyes", tables))["jaundice"] == "unclear"


@pytest.mark.parametrize(
    "text",
    [
        "uncle Ted has chest pain on the stairs, but it's me that's on the drug",
        "my cousin, not on any treatment, can't get her breath",
        "my brother in law had a seizure, he's epileptic",
    ],
)
def test_a_relative_who_is_not_the_patient_does_not_count(text: str, tables: Tables) -> None:
    assert not counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "my brother in law on pembrolizumab had a seizure, he's epileptic",
        "my husband can't breathe, he has asthma",
    ],
)
def test_a_relative_who_may_be_the_patient_counts_or_is_asked_about(
    text: str, tables: Tables
) -> None:
    assert counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "Myocarditis can present with chest pain, palpitations and fainting",
        "dyspnea and chest pain are listed among the usual ones, as side effects",
        "our handout describes vomiting blood and what to do",
        "one in nine had bloody stools in the trial",
        "jaundice is a sign of liver trouble",
        "I have been reading how folk cope with confusion",
    ],
)
def test_what_is_so_in_general_does_not_count(text: str, tables: Tables) -> None:
    assert not counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("the booklet mentions chest pain and now I have it", "chest_pain"),
        ("people get bloody stools on this, me too", "blood_in_stool"),
        ("my card says ring about vomiting blood and that's what I have", "vomiting_blood"),
        ("is chest pain since last night a side effect", "chest_pain"),
    ],
)
def test_what_the_person_has_too_counts(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "how would I know if I have it, chest pain from myocarditis is a sign of what",
        "people get chest pain, do I have it",
    ],
)
def test_a_question_whether_one_has_it_is_no_claim(text: str, tables: Tables) -> None:
    assert "present" not in statuses(perceive(text, tables)).values()


def test_an_infection_caught_from_others_counts(tables: Tables) -> None:
    assert "infection_contact" in counting(perceive("my coworker has shingles", tables))
