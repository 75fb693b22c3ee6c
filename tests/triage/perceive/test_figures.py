"""Figures of speech and everyday efforts stay quiet; the report beside them counts."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import assert_told_apart
from triage.tables import Tables


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "The parking fees nearly gave me a heart attack.",
            "They told me it was a heart attack, my chest hurts.",
            "chest_pain",
        ),
        ("This website is giving me a seizure.", "The drug is giving me a seizure.", "seizure"),
        (
            "That hold music gave me a stroke.",
            "I think she had a stroke, her face is drooping.",
            "face_droop",
        ),
        (
            "The price of the hotel gave me palpitations.",
            "The steroids gave me palpitations.",
            "palpitations",
        ),
        ("My head is exploding with forms.", "My head is exploding with pain.", "headache"),
        (
            "My head is about to explode from all this paperwork.",
            "My head is about to explode, light hurts.",
            "headache",
        ),
        (
            "My heart stopped when the letter came.",
            "My heart stopped when I lay down, it misses beats.",
            "palpitations",
        ),
        (
            "My heart stopped when the bank rang.",
            "My heart stops and starts when I rest.",
            "palpitations",
        ),
        ("My boss makes me sick.", "My dinner makes me sick.", "nausea"),
        (
            "These bills make me sick to my stomach.",
            "These pills make me sick to my stomach.",
            "nausea",
        ),
        (
            "We were in stitches at the show and couldn't breathe.",
            "My stitches burst and I couldn't breathe.",
            "short_of_breath",
        ),
        (
            "He collapsed over the finish line for the camera.",
            "He collapsed over the sink.",
            "fainting",
        ),
        (
            "She fainted for a laugh in the school play.",
            "She fainted in the school hall.",
            "fainting",
        ),
        (
            "My brain is bleeding from this spreadsheet.",
            "My nose is bleeding from this side.",
            "nosebleed_gums",
        ),
        (
            "She goes blind when there is washing up to do.",
            "She goes blind in one eye when she stands.",
            "vision_change",
        ),
        ("He goes weak when the bill comes.", "He goes weak down one side.", "limb_weakness"),
        (
            "I couldn't breathe for laughing at the play.",
            "I couldn't breathe for an hour at the play.",
            "short_of_breath",
        ),
        ("Cried laughing till my ribs hurt.", "Coughed till my ribs hurt.", "chest_pain"),
        ("We collapsed laughing.", "We were laughing and he collapsed.", "fainting"),
        ("I nearly fainted at the price.", "I nearly fainted at the sink.", "fainting"),
        (
            "My brain has turned to mush with all these forms.",
            "My brain has turned to mush since the drip.",
            "confusion",
        ),
        (
            "My heart was in my mouth waiting for the results.",
            "My heart was racing waiting for the results, it still is.",
            "palpitations",
        ),
        (
            "my heart was in my mouth when the postman came",
            "my heart races when I stand",
            "palpitations",
        ),
    ],
)
def test_a_figure_with_an_everyday_cause_is_silent(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert_told_apart(harmless, report, symptom, tables)


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        (
            "Got puffed chasing a bus and laughed about it.",
            "Puffed after ten steps and had to sit.",
            "short_of_breath",
        ),
        (
            "Out of breath after running for a train, fine in a minute.",
            "Out of breath after the stairs, worse each day.",
            "short_of_breath",
        ),
        (
            "I ran for the tram and was breathless, all good a minute later.",
            "Breathless chasing the kids since Tuesday.",
            "short_of_breath",
        ),
        (
            "My heart was pounding after the sprint, back to normal in two minutes.",
            "My heart was pounding after the stairs and still is.",
            "palpitations",
        ),
        (
            "My legs were like jelly after the 5k, fine the next day.",
            "My legs are like jelly after breakfast, I can't stand.",
            "limb_weakness",
        ),
        ("Burned my mouth on a pizza.", "My mouth is burning and full of sores.", "mouth_sores"),
        ("scalded my tongue on tea", "my tongue is raw with sores", "mouth_sores"),
        (
            "I bit my tongue on a toffee and it bled.",
            "He went stiff and bit his tongue.",
            "seizure",
        ),
        (
            "Panting like a dog after zumba, what a laugh we had.",
            "Panting like a dog after a shower.",
            "short_of_breath",
        ),
        (
            "Sneezing and coughing from the pepper in the soup, over in a second.",
            "Coughing from the chest for a week.",
            "cough_new",
        ),
        (
            "Puffing up the hill on our hike, we laughed and got to the top.",
            "Puffing on the flat now.",
            "short_of_breath",
        ),
        (
            "Gasping after the charity swim, medal round my neck, grand since.",
            "Gasping after I brush my teeth.",
            "short_of_breath",
        ),
        (
            "Pepper went up my nose and I sneezed till I cried.",
            "I sneezed all week and my nose is blocked.",
            "cold_sore_throat",
        ),
        (
            "Stubbed my toe on the bed and it went purple.",
            "My toes went purple in bed.",
            "blue_lips",
        ),
    ],
)
def test_what_effort_or_food_did_is_over(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert_told_apart(harmless, report, symptom, tables)
