"""How words are found: spelling, composition, figures of speech, odd letters."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("diahrea all day", "diarrhoea"),
        ("i am so nausious", "nausea"),
        ("she had a siezure just now", "seizure"),
        ("cant breth", "short_of_breath"),
        ("cant breath", "short_of_breath"),
        ("dizzyness and a hedache", "headache"),
        ("my stomache hurts", "abdominal_pain"),
        ("i have palpatations", "palpitations"),
        ("feverrr and chills", "fever"),
        ("chestpain", "chest_pain"),
        ("very confussed", "confusion"),
        ("jaundise", "jaundice"),
    ],
)
def test_a_misspelt_symptom_is_understood(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "when should i change my tires",
        "the flour was course",
        "what a lovely view of the coast",
        "he sings in a chorus",
        "i forgot my passport",
        "please transfer the balance",
    ],
)
def test_an_everyday_word_is_not_corrected_into_a_symptom(text: str, tables: Tables) -> None:
    assert counting(perceive(text, tables)) == set()


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("my calves ache", "muscle_pain"),
        ("pain in my shoulder and chest", "chest_pain"),
        ("there is blood when i wipe", "blood_in_stool"),
        ("whites of his eyes have turned a bit yellow", "jaundice"),
        ("tongue is twice the size", "throat_tongue_swelling"),
        ("feet have gone numb", "numb_tingle"),
        ("my left foot is swollen", "one_leg_swelling"),
        ("wee is the color of cola", "dark_urine"),
        ("eyelid keeps drooping", "droopy_eyelid"),
        ("pus is leaking from my port", "line_or_wound_infection"),
        ("raw patches on my back", "blistering_skin"),
        ("heart is going way too fast", "palpitations"),
    ],
)
def test_a_problem_and_a_place_make_a_symptom(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


def test_a_problem_belongs_to_the_place_next_to_it(tables: Tables) -> None:
    found = counting(perceive("my chest is fine and my ankles are swollen", tables))
    assert found == {"ankle_swelling"}


@pytest.mark.parametrize(
    "text",
    [
        "I'm sick of waiting",
        "my boss is a pain in the neck",
        "break a leg tonight",
        "i was bored to death",
        "he gave me the cold shoulder",
    ],
)
def test_a_figure_of_speech_is_no_symptom(text: str, tables: Tables) -> None:
    assert counting(perceive(text, tables)) == set()


def test_a_figure_of_speech_gives_way_to_a_complaint_that_says_more(tables: Tables) -> None:
    assert counting(perceive("my back is killing me", tables)) == {"back_pain"}


@pytest.mark.parametrize(
    "text",
    [
        "I CAN'T BREATHE",
        "i cant breathe",
        "I can\u2019t breathe",  # a curly apostrophe
        "I c\u0430n't bre\u0430the",  # Cyrillic letters
        "I can't bre\u200bathe",  # a zero-width space
        "/I can't breathe",
        "\uff29 \uff43\uff41\uff4e'\uff54 \uff42\uff52\uff45\uff41\uff54\uff48\uff45",  # full width
        "i cant.. breathe",
        "help\ni can't breathe!!!",
    ],
)
def test_odd_letters_hide_nothing(text: str, tables: Tables) -> None:
    assert counting(perceive(text, tables)) == {"short_of_breath"}


def test_the_words_shown_are_the_ones_typed(tables: Tables) -> None:
    text = "\u200bMy p\u043eo is bl\u0430ck"
    (finding,) = perceive(text, tables).findings
    assert finding.words == "p\u043eo is bl\u0430ck"
    assert text[finding.start : finding.end] == finding.words


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("no puedo tragar", "trouble_swallowing"),
        ("me duele el pecho", "chest_pain"),
        ("tengo fiebre", "fever"),
        ("quiero morir", "suicidal_thoughts"),
    ],
)
def test_a_red_flag_in_spanish_is_heard(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


def test_several_complaints_in_one_breath_are_all_heard(tables: Tables) -> None:
    text = "been throwing up all night my head is pounding cant stand the light and im burning up"
    assert counting(perceive(text, tables)) >= {"vomiting", "headache", "stiff_neck_light", "fever"}


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("a spot of blood on my sock", "heavy_bleeding"),
        ("a bit of blood when I brush my teeth", "heavy_bleeding"),
        ("the side of my face itches", "face_droop"),
        ("I take no steroids", "steroids_stopped"),
        ("I take my pills every week", "medicine_mistake"),
        ("Why did I not get all the papers?", "confusion"),
        ("I'm a bit out of shape", "seizure"),
        ("the doctor looked at my tongue and it was fine", "seizure"),
        ("how much blood do they take?", "heavy_bleeding"),
        ("it may not be here tomorrow", "suicidal_thoughts"),
        ("I put on my pants", "short_of_breath"),
        ("they took out my prostate", "testicle_prostate_bcg"),
        ("I bought a saddle", "bladder_bowel_control"),
    ],
)
def test_a_phrase_is_not_found_in_its_little_words(text: str, symptom: str, tables: Tables) -> None:
    assert symptom not in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("I get short of breath on the stairs", "breath_level"),
        ("I need help right away with my headache", "onset_sudden"),
        ("I have a fever and I'm drenched in sweat", "clammy"),
    ],
)
def test_words_beside_a_symptom_do_not_answer_what_they_do_not_say(
    text: str, question: str, tables: Tables
) -> None:
    answers = perceive(text, tables).answers
    assert answers.get(question) not in (True, "rest")


def test_a_bleed_that_stopped_has_stopped(tables: Tables) -> None:
    heard = perceive("a nosebleed that lasted half an hour but stopped", tables)
    assert heard.answers["bleed_stops"] is True


@pytest.mark.parametrize("text", ["I think I am having a stroke", "is this a stroke? think stroke"])
def test_a_stroke_comes_suddenly(text: str, tables: Tables) -> None:
    assert perceive(text, tables).answers["onset_sudden"] is True


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("my aunt has been saving up her tablets for when it gets worse", "suicidal_thoughts"),
        ("grandpa doesn't know where he is and wants to catch a bus", "confusion"),
    ],
)
def test_what_follows_a_report_does_not_hide_it(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    ["I am saving up my tablets for the holiday", "I don't know where to park the car"],
)
def test_plans_and_lost_ways_are_silent(text: str, tables: Tables) -> None:
    assert counting(perceive(text, tables)) == set()
