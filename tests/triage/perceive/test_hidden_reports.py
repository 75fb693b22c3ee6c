"""A harmless phrase hides no report that only shares its little words."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting, statuses
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("report", "symptom", "harmless"),
    [
        ("too tired to get out of the chair", "fatigue", "I am tired of the parking"),
        ("he was fitting on the sofa for a minute", "seizure", "the fitting for my wig"),
        ("cannot use my right hand", "limb_weakness", "I cannot use my card online"),
        ("my wife is confused with a temperature", "confusion", "confused by the leaflets"),
        ("she gets confused about where she is", "confusion", "confused about the forms"),
        ("I can't see a thing on the right", "vision_change", "I can't see my results"),
        ("couldn't speak to the taxi driver", "speech_trouble", "couldn't speak to anyone there"),
        ("I have lost my balance all day", "unsteady", "my account balance is wrong"),
        ("gasping for air at rest", "short_of_breath", "everybody gasped at the goal"),
        ("food has not stayed in him all day", "vomiting", "we did not stay in Wales"),
        ("I couldn't wake him for ages", "drowsy", "drop off my prescription"),
    ],
)
def test_little_words_hide_no_report(
    report: str, symptom: str, harmless: str, tables: Tables
) -> None:
    assert symptom in counting(perceive(report, tables))
    assert symptom not in counting(perceive(harmless, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("I looked at my wee and there was blood in it", "blood_in_urine"),
        ("my stool went to the lab, there is blood in it", "blood_in_stool"),
        ("she cannot close the left side of her mouth, the side of her face droops", "face_droop"),
        ("haven't held a thing down since Sunday", "vomiting"),
        ("dad is clutching his chest", "chest_pain"),
        ("I lost the vision for a minute or two", "vision_change"),
    ],
)
def test_a_place_named_before_is_the_place(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom", "status"),
    [
        ("watch out for meningitis they said and now my neck is stiff", "stiff_neck_light", True),
        ("what should I do if my neck gets stiff now", "stiff_neck_light", False),
        ("do people cough up blood on this, because I am", "coughing_blood", True),
        ("do people cough up blood, because I am on Opdivo", "coughing_blood", False),
        ("ring if he gets confused, they told us, and now he is", "confusion", True),
        ("ring if it lasts they said, I have had the runs since noon", "diarrhoea", True),
        ("they said ring if it lasts, she has had the runs since noon", "diarrhoea", True),
        ("they said ring if the runs last, I have a day off since noon", "diarrhoea", False),
        ("what if I have the runs on the day, do I come in", "diarrhoea", False),
    ],
)
def test_a_warning_that_came_true_is_a_report(
    text: str, symptom: str, status: bool, tables: Tables
) -> None:
    assert (statuses(perceive(text, tables)).get(symptom) == "present") is status
