"""What the words around a symptom say about it."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import statuses
from triage.perceive import perceive
from triage.tables import Tables

TWICE = [
    "I have diarrhea. My neighbor has diarrhea.",
    "My neighbor has diarrhea. I have diarrhea.",
    "I had diarrhea last year. I have diarrhea now.",
    "No diarrhea on Monday. Today I have diarrhea.",
    "Today I have diarrhea. No diarrhea on Monday.",
]


@pytest.mark.parametrize("text", TWICE)
def test_of_a_symptom_named_twice_the_mention_that_counts_most_is_kept(
    text: str, tables: Tables
) -> None:
    assert [(f.symptom, f.status.value) for f in perceive(text, tables).findings] == [
        ("diarrhoea", "present")
    ]


NEGATED = [
    ("no fever", "fever"),
    ("I have not had any diarrhea", "diarrhoea"),
    ("fever: none", "fever"),
    ("chest pain? no", "chest_pain"),
    ("she denies chest pain or palpitations", "palpitations"),
    ("my chest does not hurt", "chest_pain"),
    ("without any rash", "rash"),
    ("no trouble breathing", "short_of_breath"),
    ("I am not dizzy", "dizzy_lightheaded"),
    ("never had a seizure", "seizure"),
    ("no cough, wheezing or fever", "fever"),
]


@pytest.mark.parametrize(("text", "symptom"), NEGATED)
def test_a_denied_symptom_is_negated(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] == "negated"


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("I can't breathe", "short_of_breath"),
        ("cannot swallow", "trouble_swallowing"),
        ("no urine since last night", "less_urine"),
        ("no feeling in my legs", "numb_tingle"),
        ("I have no appetite", "poor_appetite"),
        ("the pain in my belly won't go away", "abdominal_pain"),
        ("not only a fever but shaking too", "fever"),
        ("bruising for no reason", "bruising_spots"),
        ("I don't know why my chest hurts", "chest_pain"),
        ("no doubt about it, I have diarrhea", "diarrhoea"),
        ("my headache has not gone away", "headache"),
    ],
)
def test_a_no_that_is_part_of_the_complaint_does_not_deny_it(
    text: str, symptom: str, tables: Tables
) -> None:
    assert statuses(perceive(text, tables))[symptom] == "present"


@pytest.mark.parametrize(
    ("text", "denied", "reported"),
    [
        ("no fever but I can't breathe", "fever", "short_of_breath"),
        ("no rash and my chest hurts", "rash", "chest_pain"),
        ("no cough, I have diarrhea though", "cough_new", "diarrhoea"),
        ("I don't have a rash. I do have a fever", "rash", "fever"),
        ("no vomiting and my eyes are yellow", "vomiting", "jaundice"),
        ("no fever and coughing up blood", "fever", "coughing_blood"),
    ],
)
def test_a_denial_ends_where_a_new_statement_begins(
    text: str, denied: str, reported: str, tables: Tables
) -> None:
    found = statuses(perceive(text, tables))
    assert (found[denied], found[reported]) == ("negated", "present")


def test_a_list_after_no_without_an_or_is_asked_about(tables: Tables) -> None:
    found = statuses(perceive("no fever, diarrhea since monday", tables))
    assert found == {"fever": "negated", "diarrhoea": "unclear"}


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("six years ago I had a seizure", "seizure"),
        ("I used to get palpitations", "palpitations"),
        ("I have a history of chest pain", "chest_pain"),
        ("the rash has gone", "rash"),
        ("I had some nausea at first, which went away after a few days", "nausea"),
        ("I had headaches the first week but those are gone now", "headache"),
        ("my cough resolved", "cough_new"),
    ],
)
def test_what_is_over_is_past(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] == "past"


def test_a_grave_complaint_that_is_over_is_asked_about(tables: Tables) -> None:
    assert statuses(perceive("my chest pain has gone", tables)) == {"chest_pain": "unclear"}


@pytest.mark.parametrize(
    ("text", "symptom", "status"),
    [
        ("I had diarrhea", "diarrhoea", "unclear"),
        ("my chest felt heavy", "chest_pain", "unclear"),
        ("I had diarrhea this morning", "diarrhoea", "present"),
        ("I fainted", "fainting", "present"),
        ("I vomited blood", "vomiting_blood", "present"),
        ("I have had diarrhea since monday", "diarrhoea", "present"),
        ("I developed a rash", "rash", "present"),
        ("I woke up with double vision", "double_vision", "present"),
        ("the fever went away but came back", "fever", "present"),
    ],
)
def test_a_past_tense_alone_is_asked_about_and_an_event_counts(
    text: str, symptom: str, status: str, tables: Tables
) -> None:
    assert statuses(perceive(text, tables))[symptom] == status


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("should I call if I get chest pain", "chest_pain"),
        ("what are the treatments for chest pain?", "chest_pain"),
        ("is diarrhea a side effect of keytruda?", "diarrhoea"),
        ("side effects include rash and fever", "fever"),
        ("the leaflet says to call if there is diarrhea", "diarrhoea"),
        ("how do I know if I have a fever", "fever"),
        ("what causes jaundice", "jaundice"),
        ("will I get a rash from this drug", "rash"),
        ("in case of fever who do I ring", "fever"),
    ],
)
def test_what_is_only_asked_about_is_hypothetical(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] == "hypothetical"


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("is it normal that I'm coughing up blood", "coughing_blood"),
        ("should I be worried about my chest pain", "chest_pain"),
        ("I have a rash. Is this normal?", "rash"),
        ("chest pain, arm pain, dizzy... should I be worried?", "chest_pain"),
        ("why am I so breathless?", "short_of_breath"),
        ("what should I do, my lips are swelling", "face_swelling"),
        ("vomiting and a stiff neck?", "vomiting"),
        ("if I lie flat I can't breathe", "short_of_breath"),
    ],
)
def test_a_question_about_what_one_has_is_a_report(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] == "present"


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("someone I know had a stroke", "limb_weakness"),
        ("my neighbor was coughing up blood", "coughing_blood"),
        ("why is my dog vomiting", "vomiting"),
        ("some people get a rash from this", "rash"),
        ("diabetes and seizures run in the family but my uncle died of a fever", "fever"),
    ],
)
def test_what_somebody_else_has_does_not_count(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] == "other"


@pytest.mark.parametrize(
    "text",
    [
        "my husband can't breathe",
        "my wife is struggling to breathe",
        "he is short of breath, what should I do",
        "mum can't catch her breath",
    ],
)
def test_a_carer_reports_for_the_patient(text: str, tables: Tables) -> None:
    perceived = perceive(text, tables)
    assert statuses(perceived)["short_of_breath"] == "present"
    assert perceived.about == "carer"


def test_the_cue_and_the_persons_own_words_are_kept(tables: Tables) -> None:
    text = "I do NOT have a fever; my Belly Hurts"
    findings = {f.symptom: f for f in perceive(text, tables).findings}
    assert findings["fever"].cue == "do not have"
    belly = findings["abdominal_pain"]
    assert belly.words == "Belly Hurts"
    assert text[belly.start : belly.end] == "Belly Hurts"


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("he had a seizure this morning but he is fine now", "seizure"),
        ("my face drooped this morning but it is fine now", "face_droop"),
    ],
)
def test_a_grave_event_counts_though_the_person_is_fine_now(
    text: str, symptom: str, tables: Tables
) -> None:
    assert statuses(perceive(text, tables))[symptom] == "present"
