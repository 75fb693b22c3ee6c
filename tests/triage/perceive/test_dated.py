"""What an age, a stage of life or an end makes history; the report beside it counts."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import assert_told_apart
from triage.tables import Tables


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "Took an overdose at sixteen, a lifetime away now.",
            "Took an overdose at six.",
            "suicidal_thoughts",
        ),
        (
            "I had a seizure at thirteen and never told anyone.",
            "I had a seizure at three.",
            "seizure",
        ),
        (
            "at seventeen i coughed up blood, it was TB",
            "at seventeen minutes past i coughed up blood",
            "coughing_blood",
        ),
        (
            "He fainted a lot at twenty-two, growth spurt.",
            "He fainted at twenty past two.",
            "fainting",
        ),
        (
            "I was fifteen when I had my first seizure.",
            "I was in bed when I had my first seizure.",
            "seizure",
        ),
        (
            "When the kids were babies I thought of ending my life.",
            "When the kids are asleep I think of ending my life.",
            "suicidal_thoughts",
        ),
        (
            "when my boys were at school i had panic attacks",
            "when my boys are at school i have panic attacks",
            "anxiety_panic",
        ),
        ("In the navy I passed out on parade.", "In the kitchen I passed out.", "fainting"),
        (
            "I collapsed in my army days from the heat.",
            "I collapsed in the last few days.",
            "fainting",
        ),
        ("As a student nurse I had a seizure.", "A student nurse saw I had a seizure.", "seizure"),
        (
            "during my national service I vomited blood",
            "during my lunch I vomited blood",
            "vomiting_blood",
        ),
        (
            "I coughed up blood the year we got married.",
            "I coughed up blood the night we got home.",
            "coughing_blood",
        ),
        (
            "In labor with my first I had a seizure.",
            "In bed with my first coffee I had a seizure.",
            "seizure",
        ),
        (
            "as a young man I had a bleed in the gut and vomited blood",
            "a young man here, I vomited blood",
            "vomiting_blood",
        ),
        (
            "I had a seizure, different life.",
            "I had a seizure, different from the last one.",
            "seizure",
        ),
        (
            "She had a seizure at seventeen.",
            "She had a seizure at seventeen hundred hours.",
            "seizure",
        ),
        ("Was 14 when I had a seizure.", "Temp was 39 when I had a seizure.", "seizure"),
        ("I had a seizure at 19, only ever the one.", "I had a seizure at 19 today.", "seizure"),
        (
            "Back when she worked nights she had a seizure.",
            "Back at work she had a seizure.",
            "seizure",
        ),
        (
            "He had a seizure back in his rugby days.",
            "He had a seizure, back at home two days.",
            "seizure",
        ),
    ],
)
def test_an_age_or_a_stage_of_life_dates_it(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert_told_apart(harmless, report, symptom, tables)


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "He had myocarditis after cycle two, all mended, echo perfect last week.",
            "He had myocarditis after cycle two, not mended, chest pain last week.",
            "chest_pain",
        ),
        (
            "My skin blistered in February but it healed completely and the clinic signed me off.",
            "My skin blistered in February and it has not healed.",
            "blistering_skin",
        ),
        (
            "The bleeding from the back passage stopped in spring and hasn't come back.",
            "The bleeding from the back passage stopped in spring and came back.",
            "blood_in_stool",
        ),
        (
            "I was coughing up blood in May, that cleared up ages ago and never came back.",
            "I was coughing up blood in May, it cleared up and then came back.",
            "coughing_blood",
        ),
        (
            "Chest pain last winter, sorted with a stent, no trouble since.",
            "Chest pain last winter, stent, trouble since Monday with chest pain.",
            "chest_pain",
        ),
        (
            "had hepatitis with jaundice in spring, all over and signed off",
            "had hepatitis in spring, jaundice all over again",
            "jaundice",
        ),
        (
            "the blood in my urine last autumn was a stone, passed it, done with",
            "there is blood in my urine and a stone stuck",
            "blood_in_urine",
        ),
        (
            "Had to get it off my chest, chatted to the nurse.",
            "He had myocarditis, mended, signed off, now chest pain again.",
            "chest_pain",
        ),
    ],
)
def test_an_end_told_twice_is_believed(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert_told_apart(harmless, report, symptom, tables)
