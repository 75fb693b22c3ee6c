"""What is dated, dead, said of a thing or only asked is silent; the report beside it counts."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting, statuses
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("silent", "report", "symptom"),
    [
        # a date that opens the sentence, or follows in the next one
        (
            "Ages ago, on a ski trip, I had a seizure.",
            "This morning, on a ski trip, I had a seizure.",
            "seizure",
        ),
        (
            "I had a seizure. That was in 1994.",
            "I had a seizure. That was in the kitchen.",
            "seizure",
        ),
        (
            "We got past the blood clot the summer before last.",
            "We got past the front desk and he had a seizure.",
            "seizure",
        ),
        (
            "Before they found the cancer I was coughing up blood.",
            "Before they found a bed I was coughing up blood again.",
            "coughing_blood",
        ),
        # nothing since
        (
            "a heart attack in 2008, no trouble since",
            "a heart attack in 2008, chest pain since Monday",
            "chest_pain",
        ),
        # the dead
        (
            "My uncle died of a clot in 1990, he coughed up blood.",
            "My uncle drove me here, I coughed up blood.",
            "coughing_blood",
        ),
        (
            "My dad passed away young, his face drooped first.",
            "My dad nearly died, his face is drooping.",
            "face_droop",
        ),
        (
            "My gran died when she had a fit.",
            "My gran died, and my wife is having a fit.",
            "seizure",
        ),
        # a thing that goes on in the next clause
        (
            "Our boiler is old, it shudders and coughs.",
            "Our boiler is off and I shudder and cough.",
            "cough_new",
        ),
        # a denial and a comma
        (
            "not once thought about harming myself",
            "not once did anyone ask, and I want to harm myself",
            "suicidal_thoughts",
        ),
        # what is so in general
        (
            "Chest pain is reported less often with this drug.",
            "Chest pain is reported by my wife right now.",
            "chest_pain",
        ),
        (
            "People should be told that vomiting blood may be a sign of an ulcer.",
            "I was told that may be a sign of an ulcer, I am vomiting blood.",
            "vomiting_blood",
        ),
        (
            "A trial showed confusion in nine people.",
            "The trial nurse saw that I am in confusion.",
            "confusion",
        ),
        # a limit that is asked about
        (
            "Above what temperature do I ring, is it 38 or 38.5?",
            "Do I ring, my temperature is 38.5?",
            "fever",
        ),
        (
            "The doctor asked about headaches, I have none.",
            "The doctor asked about headaches, I have one.",
            "headache",
        ),
        # other senses
        ("a bleeding edge gadget", "the edge of my gum is bleeding", "nosebleed_gums"),
        ("We shook hands with the mayor.", "My hands shook so much I had chills.", "chills"),
        (
            "The blocked sink is full of black sludge.",
            "A black sludge came out of my bottom.",
            "black_stool",
        ),
    ],
)
def test_history_is_silent_beside_a_report(
    silent: str, report: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(silent, tables))
    assert symptom in counting(perceive(report, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("and chest pain?", "chest_pain"),
        ("and a fever?", "fever"),
        ("I'm her neighbor and she is slumped over the table", "drowsy"),
        ("she is confused and asked for her own mother, who died in 1971", "confusion"),
        ("floppy as a kitten and vomiting since noon", "vomiting"),
        ("passed something black and sticky", "black_stool"),
        ("the doctor went over my scan and I told her I am coughing up blood", "coughing_blood"),
    ],
)
def test_beside_history_a_report_counts(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "I would only be a burden to my daughters",
        "she said she does not see the point any more",
        "nobody would notice if I was gone",
        "I am thinking to finish everything",
        "how many of the sleeping ones would it take",
    ],
)
def test_despair_in_few_words_is_asked_about(text: str, tables: Tables) -> None:
    assert "suicidal_thoughts" in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "worse"),
    [
        ("what if it gets worse?", False),
        ("which of them is worse?", False),
        ("it gets worse when I lie down", True),
        ("is it bad? it is getting worse", True),
    ],
)
def test_a_question_about_getting_worse_does_not_say_so(
    text: str, worse: bool, tables: Tables
) -> None:
    assert ("worse_now" in perceive(text, tables).flags) is worse


@pytest.mark.parametrize(
    ("text", "symptom", "status"),
    [
        ("last night he sat down, his arm was jerking", "tremor_twitch", "present"),
        ("two days ago I was at my sister's, my chest was tight", "chest_pain", "present"),
        ("yesterday I went to the shop, my vision was blurred", "vision_change", "present"),
        ("at school he sat down, his arm was jerking", "tremor_twitch", "past"),
        ("yesterday I read a leaflet, my headache was years ago", "headache", "past"),
        ("he sat down, his arm was jerking", "tremor_twitch", "unclear"),
    ],
)
def test_a_day_that_opens_a_sentence_dates_all_of_it(
    text: str, symptom: str, status: str, tables: Tables
) -> None:
    assert statuses(perceive(text, tables))[symptom] == status


def test_one_of_those_is_no_share_of_patients(tables: Tables) -> None:
    had = perceive("chest pain, had another one of those this morning", tables)
    assert "chest_pain" in counting(had)
    told = perceive("three of those who were treated had chest pain", tables)
    assert "chest_pain" not in counting(told)
