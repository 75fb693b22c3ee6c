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


@pytest.mark.parametrize(
    "text",
    [
        "Doreen from the sewing group had a stroke in the spring",
        "Keith at work is off with chest pains",
        "old Mrs Adeyemi upstairs fell and couldn't get up",
        "Norma whose garden backs onto mine has terrible joint pain",
        "the lad opposite me on the ward was vomiting all night",
        "a friend of mine had a seizure in Spain",
        "a cousin of my husband's had pneumonitis years back",
        "I had a friend who was passing blood for months",
        "one of the nurses fainted at the desk",
        "my niece's baby had a temperature of 39.4 on sunday",
        "my cleaner's youngest daughter has been vomiting",
        "her at number 9 has chest pain again",
        "Ivy's husband went yellow before he died",
        "one of the men I worked with got breathless from asbestos",
        "poor Stan three doors down can't get his breath",
        "Vernon in the flat above has had a heart attack",
        "heard that Doris off the market has been vomiting blood",
        "the old boy in bed six was hallucinating",
        "half the passengers on the coach had diarrhea",
        "our swimming instructor had a stroke",
        "my son's maths tutor has yellow skin",
    ],
)
def test_an_acquaintance_told_of_does_not_count(text: str, tables: Tables) -> None:
    assert not counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("Keith can't breathe", "short_of_breath"),
        ("Keith upstairs can't breathe", "short_of_breath"),
        ("Keith at work can't breathe, I'm his wife", "short_of_breath"),
        ("Keith's at work with chest pain", "chest_pain"),
        ("Keith came home from work with chest pain", "chest_pain"),
        ("collapsed at work this morning", "fainting"),
        ("the lady on the bus I fainted beside was kind", "fainting"),
        ("the chap on the bus, my chest hurts", "chest_pain"),
        ("I have a baby and am vomiting blood", "vomiting_blood"),
        ("our neighbour from church is on nivolumab and has had a seizure", "seizure"),
        ("the gentleman in the flat downstairs has collapsed, what do I do", "fainting"),
        ("I had a nurse come round, I am vomiting blood", "vomiting_blood"),
        ("this is Tom's wife, he can't breathe", "short_of_breath"),
        ("the man I live with is vomiting blood, he is on nivolumab", "vomiting_blood"),
        ("her chest hurts, she is at home", "chest_pain"),
        ("our little lad has had a seizure", "seizure"),
        ("my old man has yellow skin", "jaundice"),
        ("guys, I am vomiting blood", "vomiting_blood"),
        ("them at the clinic said nothing and I am vomiting blood", "vomiting_blood"),
    ],
)
def test_a_name_or_an_acquaintance_hides_no_report(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "it is known to inflame the heart, the doctor said",
            "it is known to inflame the heart and I have chest pain",
            "chest_pain",
        ),
        (
            "I see that one in ten get short of breath on it",
            "I see that one in ten get it and I am short of breath",
            "short_of_breath",
        ),
        (
            "I read that it may cause colitis",
            "I read that it may cause colitis and I now have bloody stools",
            "blood_in_stool",
        ),
        (
            "why do they keep asking about seizures",
            "why do I keep having seizures",
            "seizure",
        ),
        (
            "the savings have collapsed",
            "the savings are gone and I have collapsed",
            "fainting",
        ),
    ],
)
def test_what_is_said_in_general_is_silent_beside_a_report(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(harmless, tables))
    assert symptom in counting(perceive(report, tables))


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "my booklet has a page on rashes, seizures and confusion",
            "my booklet has a page on rashes, seizures since this morning",
            "seizure",
        ),
        (
            "they handed us a list: black stools, yellow eyes, fever",
            "they handed us a list and my stools are black",
            "black_stool",
        ),
        (
            "which is commoner, seizures or confusion?",
            "which is worse, I have seizures or am I confused?",
            "seizure",
        ),
        (
            "the leaflet says ring for chest pain, so I should have chest pain first",
            "the leaflet says ring for chest pain, my chest pain is awful",
            "chest_pain",
        ),
    ],
)
def test_a_list_of_what_a_text_says_is_silent_beside_a_report(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(harmless, tables))
    assert symptom in counting(perceive(report, tables))


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "do you tell people with diarrhea to come in",
            "she won't let anybody touch it and she has diarrhea all day",
            "diarrhoea",
        ),
        (
            "I want somebody who had diarrhea on this to tell me about it",
            "I need somebody to help me, diarrhea all day",
            "diarrhoea",
        ),
        (
            "you should ask anybody having chest pain",
            "I didn't want anybody to know but I have chest pain",
            "chest_pain",
        ),
        (
            "a leaflet for someone with confusion",
            "Dad needs someone with him, he has confusion since this morning",
            "confusion",
        ),
    ],
)
def test_anybody_who_is_only_acted_on_is_not_whom_it_is_about(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(harmless, tables))
    assert symptom in counting(perceive(report, tables))
