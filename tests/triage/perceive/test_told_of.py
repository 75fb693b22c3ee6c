"""Texts and what others have stay quiet; the report beside them counts."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import assert_told_apart
from triage.tables import Tables


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "Writing a newsletter piece about vomiting blood.",
            "Writing this while vomiting blood.",
            "vomiting_blood",
        ),
        (
            "I have an essay on seizures to hand in.",
            "I have an essay to hand in and had a seizure.",
            "seizure",
        ),
        (
            "Giving a presentation about jaundice and black stools on Friday.",
            "Giving a presentation and had a black stool on Friday.",
            "black_stool",
        ),
        (
            "Need two lines on coughing blood for the church magazine.",
            "Need help, two lines in and coughing blood.",
            "coughing_blood",
        ),
        (
            "making a poster about chest pain and breathlessness for work",
            "making a poster and I got chest pain",
            "chest_pain",
        ),
        (
            "Quiz question: which organ fails in jaundice?",
            "Question: my skin is yellow, jaundice?",
            "jaundice",
        ),
        (
            "Crossword clue, coughing blood, ten letters.",
            "Doing the crossword, coughing blood, ten minutes now.",
            "coughing_blood",
        ),
        (
            "My daughter's thesis is on suicidal thoughts in old men.",
            "My daughter's thesis upset me, suicidal thoughts all night.",
            "suicidal_thoughts",
        ),
        (
            "I want to laminate a card that says fever, vomiting and blood in stool.",
            "The card says ring, I have fever, vomiting and blood in stool.",
            "blood_in_stool",
        ),
        (
            "Revising for an exam, chapter on seizures and confusion.",
            "Revising for an exam, he had a seizure and confusion.",
            "seizure",
        ),
        (
            "how do you spell hemoptysis and the plain words coughing blood, it is for a form",
            "how do you spell it, I am coughing blood",
            "coughing_blood",
        ),
        (
            "would they write seizure on the alert card",
            "they would write it on the card, I had a seizure",
            "seizure",
        ),
        (
            "I am typing up a page listing chest pain, fainting and fever.",
            "I am typing with chest pain, fainting and fever.",
            "chest_pain",
        ),
        (
            "Please give me a paragraph explaining bloody diarrhea for a leaflet.",
            "Please give me help, bloody diarrhea, lost the leaflet.",
            "blood_in_stool",
        ),
        (
            "I am a nursing student with an assignment about seizures",
            "I am a nursing student with seizures",
            "seizure",
        ),
        ("Doing flashcards on bloody diarrhea.", "Doing badly, bloody diarrhea.", "blood_in_stool"),
        (
            "A slide about confusion for my colleagues.",
            "A slide into confusion since last night.",
            "confusion",
        ),
        (
            "They want two hundred words from me on living with seizures.",
            "They want words from me but I am living with seizures.",
            "seizure",
        ),
        (
            "My son made a short film about a man who collapses after a drip.",
            "My son saw a man film me after I collapsed.",
            "fainting",
        ),
        (
            "Our group runs a stall on seizure awareness.",
            "My wife has had seizures, I am aware of the risk.",
            "seizure",
        ),
    ],
)
def test_a_text_is_no_report(harmless: str, report: str, symptom: str, tables: Tables) -> None:
    assert_told_apart(harmless, report, symptom, tables)


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "The aunties faint at needles.",
            "I faint at the sight of food, my aunties say.",
            "fainting",
        ),
        (
            "My cousins get chest pains when they read about it.",
            "I get chest pain, my cousins read about it.",
            "chest_pain",
        ),
        (
            "All the men in the club pass out at the sight of blood.",
            "I pass out at the club.",
            "fainting",
        ),
        (
            "My sister-in-law passes out whenever she sees a needle so she can't come with me.",
            "My sister-in-law drove me, I pass out whenever I stand.",
            "fainting",
        ),
        (
            "Both my brothers faint when they give blood.",
            "Both my brothers say I faint when I stand.",
            "fainting",
        ),
        (
            "A man in the next bed couldn't breathe on his first dose.",
            "My man couldn't breathe on his first dose.",
            "short_of_breath",
        ),
        (
            "The lady in the opposite chair is on nivolumab and had a fit.",
            "My lady wife is on nivolumab and had a fit.",
            "seizure",
        ),
    ],
)
def test_what_several_others_do_is_theirs(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert_told_apart(harmless, report, symptom, tables)


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "My grandson has a tummy bug and is being sick, could I catch it?",
            "I caught my grandson's tummy bug and keep being sick.",
            "vomiting",
        ),
        (
            "Granddaughter has the runs and a fever. I'm on Opdivo, should I stay away?",
            "Granddaughter stayed away. I'm on Opdivo, I have the runs and a fever.",
            "diarrhoea",
        ),
        (
            "my colleague is vomiting at her desk, am i more likely to get it on pembrolizumab",
            "my colleague drove me home, i am vomiting",
            "vomiting",
        ),
        (
            "Our little one is being sick. My infusion is tomorrow, should I keep away?",
            "Our little one stays with nan. I am being sick and have my infusion tomorrow.",
            "vomiting",
        ),
        (
            "My flatmate has a fever and a bad cough, is it safe for me to share a kitchen?",
            "My flatmate says I have a fever and a bad cough.",
            "fever",
        ),
        (
            "The kids next door have diarrhea. Is it contagious for someone on immunotherapy?",
            "I have diarrhea. The kids next door had it.",
            "diarrhoea",
        ),
        (
            "nephew has diarrhoea, can i still cuddle him while on treatment",
            "nephew cuddles me, i have diarrhoea on treatment",
            "diarrhoea",
        ),
    ],
)
def test_a_bug_that_may_be_caught_is_anothers(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert_told_apart(harmless, report, symptom, tables)
