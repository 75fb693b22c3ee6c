"""What the words around a symptom say about it."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting, statuses
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
