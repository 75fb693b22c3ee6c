"""What only looks like a report is silent; the report that it looks like counts."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting, statuses
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    "text",
    ["the wifi is weak in here", "my phone is running hot", "my tomatoes are turning yellow"],
)
def test_a_thing_has_no_symptoms(text: str, tables: Tables) -> None:
    assert not counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("phone in hand, arm went weak", "limb_weakness"),
        ("my car stopped and I can't breathe", "short_of_breath"),
        ("I was watching tv and my chest started hurting", "chest_pain"),
        ("the bus ride gave me chest pain", "chest_pain"),
    ],
)
def test_a_thing_beside_a_person_hides_nothing(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom", "status"),
    [
        ("when I was washing her the skin on her back came off", "blistering_skin", "present"),
        ("when should I ring about a fever", "fever", "hypothetical"),
        ("has been confused since last night", "confusion", "present"),
        ("hello there, quick question, can it cause jaundice", "jaundice", "hypothetical"),
        ("I can joke about it, but no, seriously, chest pain", "chest_pain", "present"),
        ("fever? no, cough or wheezing", "fever", "negated"),
        ("the rash from last month is long gone, my skin is soft", "rash", "past"),
        ("my belly has gone rock hard", "abdominal_pain", "present"),
        ("my blood clot was in the year 2012", "one_leg_swelling", "past"),
        ("I was reading that it can start with slurred speech", "speech_trouble", "hypothetical"),
        ("the leaflet says to ring for chest pain", "chest_pain", "hypothetical"),
        ("the website says 999, and my chest is crushed right now", "chest_pain", "present"),
        ("I nearly fell over when I saw the bill", "unsteady", "other"),
        ("I nearly fell over when I got up", "unsteady", "unclear"),
        ("The dog is well. He nearly fainted in the bath", "fainting", "unclear"),
    ],
)
def test_a_statement_is_told_from_what_only_looks_like_one(
    text: str, symptom: str, status: str, tables: Tables
) -> None:
    assert statuses(perceive(text, tables)).get(symptom) == status


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "had fits as a toddler and grew out of them",
            "had fits as a toddler and I have fits again now",
            "seizure",
        ),
        (
            "I'd a clot in my leg after the knee op in 2009",
            "I've a clot in my leg after the knee op on monday",
            "one_leg_swelling",
        ),
        (
            "the runs went on for three days, been normal since",
            "the runs went on for three days, been bloody since",
            "diarrhoea",
        ),
        (
            "my ankle swelling went down after the water tablet",
            "my ankle swelling went down and is back since monday",
            "ankle_swelling",
        ),
        (
            "my mouth ulcers were sorted with a gel since easter",
            "my mouth ulcers were never sorted and are worse since easter",
            "mouth_sores",
        ),
        (
            "I was dizzy on the old tablets but I'm right as rain",
            "I was right as rain, now I am dizzy",
            "dizzy_lightheaded",
        ),
        (
            "they asked about vomiting blood, I said nope to the lot",
            "they asked about vomiting blood, I said yes to the lot",
            "vomiting_blood",
        ),
        (
            "black stools, side effects that must always be reported",
            "black stools since friday, should they be reported",
            "black_stool",
        ),
        (
            "he's not been short of breath or wheezy all month",
            "he's not been himself and is wheezy",
            "wheeze_noisy",
        ),
        (
            "the urine test was clear of blood",
            "the test was clear on monday and I have blood in my urine",
            "blood_in_urine",
        ),
        (
            "the headaches stopped the minute I changed my glasses",
            "the headaches stopped the minute I lay down and are back today",
            "headache",
        ),
        (
            "had seizures in his thirties, nothing in many years",
            "he had a seizure today, nothing in many years before",
            "seizure",
        ),
        (
            "half my face drooped on our honeymoon",
            "my face dropped this morning, we are on our honeymoon",
            "face_droop",
        ),
        (
            "the tingling in my feet went when they lowered the dose",
            "the tingling in my feet got worse when they lowered the dose",
            "numb_tingle",
        ),
        (
            "my headache has completely lifted since friday",
            "my headache has not lifted since friday",
            "headache",
        ),
        (
            "shingles blisters round my middle in 2016",
            "shingles blisters round my middle since monday",
            "blistering_skin",
        ),
        (
            "a cough was my first ever symptom, that led to the scan",
            "a cough is my only symptom, they want a scan",
            "cough_new",
        ),
        (
            "before they found the tumour I was getting bad headaches",
            "they found the tumour and I am getting bad headaches",
            "headache",
        ),
        (
            "my rash has completely gone",
            "my rash has completely gone black",
            "rash",
        ),
    ],
)
def test_what_is_over_or_general_is_silent_beside_a_report(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(harmless, tables))
    assert symptom in counting(perceive(report, tables))
