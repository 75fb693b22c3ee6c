"""Ticked lists, names, lessons, dreams and others' stories; the report beside each counts."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import assert_told_apart, counting, statuses
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        # a list with its answers
        ("fever no, chest pain no, all clear", "fever no, chest pain yes", "chest_pain"),
        ("vomiting no, short of breath no", "vomiting no, short of breath yes", "short_of_breath"),
        ("Any chest pain? No, none.", "No, chest pain since lunch.", "chest_pain"),
        (
            "yet to get any fever, any cough, any chest pain",
            "yet to see anybody about my chest pain",
            "chest_pain",
        ),
        ("anything but breathless today", "far from the car and breathless", "short_of_breath"),
        (
            "couldn't be further from a fever, honestly",
            "couldn't be further from home and I have a fever",
            "fever",
        ),
        ("The cough and the rash, they are gone.", "The cough has gone, the rash is here.", "rash"),
        ("My rash had gone within two days.", "My rash had gone within two days, now it is back.",
         "rash"),
        # others' stories
        (
            "Customers tell me they cannot breathe in our lift.",
            "My customers tell me I look yellow.",
            "jaundice",
        ),
        (
            "My cousin has chest pain, am I more likely to get it?",
            "My cousin has a cold and I have chest pain.",
            "chest_pain",
        ),
        ("I'm on Opdivo and my niece has a fever.", "I'm on Opdivo, my niece says I had a fit.",
         "seizure"),
        (
            "The patient in the next bed could not breathe.",
            "The patient cannot breathe in bed.",
            "short_of_breath",
        ),
        # texts, names and lessons
        ("The recipe says stir till it bleeds.", "The recipe cut my thumb and it bleeds a lot.",
         "heavy_bleeding"),
        ("The manual says stop if you faint.", "The manual says stop, but I fainted.", "fainting"),
        ("Our song is called 'Fever Nights'.", "Our song is out, I have a fever at night.",
         "fever"),
        ("The clue is 'shortness of breath'.", "The clue is hard. I'm short of breath.",
         "short_of_breath"),
        ("We did seizures at first aid.", "We did see a seizure, he had one at noon.", "seizure"),
        ("Professor Lee spoke about chest pain.", "I spoke to her about my chest pain.",
         "chest_pain"),
        ("Any training material on bloody stools?", "Any bed free? I have bloody stools.",
         "blood_in_stool"),
        (
            "What do we do when a patient has a fit and is drowsy?",
            "The patient had a fit and is drowsy.",
            "drowsy",
        ),
        ("My app wants to know: did you faint?", "My app is down. I fainted.", "fainting"),
        ("It's a blister stitch jumper.", "It's a blister, all over my back.", "blistering_skin"),
        # dreams and earlier drugs
        (
            "I dreamed of the sea and I was bleeding everywhere.",
            "I dreamed of the sea, woke up and I was bleeding everywhere.",
            "heavy_bleeding",
        ),
        (
            "In my dream I saw a ghost and I had a seizure.",
            "In my dream all was well and I have chest pain.",
            "chest_pain",
        ),
        (
            "On my old chemo I vomited blood.",
            "On my old chemo I was well, on this one I vomit blood.",
            "vomiting_blood",
        ),
        ("I had seizures until I was 9.", "I had no trouble until I was 60, now I have seizures.",
         "seizure"),
        ("Gone blind searching for that form.", "Gone blind in the left eye.", "vision_change"),
        # texts that list, stories that somebody makes
        (
            "The red card has: fits, chest pain, fever.",
            "The red card has my name on it. Chest pain, fever.",
            "chest_pain",
        ),
        (
            "I do not know words like 'jaundice', 'seizure', 'dyspnea'.",
            "I do not know why, I had a seizure.",
            "seizure",
        ),
        (
            "In chapter three the queen and I cough up blood.",
            "In chapter three I coughed up blood for real.",
            "coughing_blood",
        ),
        (
            "The app wants to know: did you collapse, yes or no.",
            "Do you have a bed, husband collapsed.",
            "fainting",
        ),
        ("We ran out of puff pastry.", "We walked and I ran out of puff.", "short_of_breath"),
        (
            "My brain is mush after that long meeting.",
            "My brain is mush and I see things.",
            "confusion",
        ),
        (
            "My aunt has chest pain, would my drug help her?",
            "My aunt has chest pain, she is on Opdivo.",
            "chest_pain",
        ),
        (
            "The sticker: ring if you get a fever, the runs, a rash.",
            "If it rains I stay in, the runs since noon.",
            "diarrhoea",
        ),
        (
            "My seminar is on myocarditis and seizures.",
            "My seminar is on Friday and I had a seizure.",
            "seizure",
        ),
        ("I need your myocarditis pathway.", "I need you, it is myocarditis.", "chest_pain"),
        ("We sold a van that shakes.", "We sold the van and I shake all day.", "chills"),
        (
            "His friend had a seizure.",
            "His friend is well but today he had a seizure himself.",
            "seizure",
        ),
        (
            "The vomiting stopped the day I came home and never again.",
            "The vomiting stopped the day I came home, now it is back.",
            "vomiting",
        ),
        (
            "My heart nearly stopped when they said all clear.",
            "My heart nearly stopped in the shower.",
            "palpitations",
        ),
        ("I knocked on her door twice.", "I keep knocking into doors.", "unsteady"),
        ("My oximeter reads 97.", "My oximeter reads 88.", "low_oxygen_reading"),
        ("It's the dog that trembles.", "The dog is fine, it's my wife who is trembling.",
         "tremor_twitch"),
    ],
)  # fmt: skip
def test_the_harmless_is_quiet_and_the_report_beside_it_counts(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert_told_apart(harmless, report, symptom, tables)


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("He had a fit three years ago and has just had another one.", "seizure"),
        ("Her skin blistered and mine is doing it too.", "blistering_skin"),
        ("The leaflet warns of black stools. That is exactly what I had.", "black_stool"),
        ("He did faint.", "fainting"),
        ("rash no chest tightness yes tongue swelling yes", "chest_pain"),
        ("rash no chest tightness yes tongue swelling yes", "throat_tongue_swelling"),
        ("When somebody touches my belly I scream with pain.", "abdominal_pain"),
    ],
)
def test_it_happened_again_or_to_the_writer_too(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] == "present"


@pytest.mark.parametrize("text", ["mine is fine", "mine is not like that"])
def test_mine_that_is_well_is_no_report(text: str, tables: Tables) -> None:
    assert not counting(perceive(f"The leaflet says: black stools. But {text}.", tables))


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("10 loose stools today", 9),
        ("Diarrhea? Yes, seven times today.", 6),
    ],
)
def test_stools_are_counted_however_they_are_told(text: str, more: int, tables: Tables) -> None:
    assert perceive(text, tables).answers["stools_over_usual"] == more


def test_values_of_a_laboratory_are_no_blood_sugar(tables: Tables) -> None:
    assert not counting(perceive("bloods today: creatinine 90, ALT 24, TSH 3.0", tables))
    assert "high_glucose" in counting(perceive("glucose 24, creatinine 90", tables))
