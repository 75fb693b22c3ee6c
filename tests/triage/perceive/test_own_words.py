"""Dangers told without the textbook word, and everyday sentences beside them."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("report", "symptom"),
    [
        ("its as if a hippo was sitting on me", "chest_pain"),
        ("there is a bird flapping in my ribs", "palpitations"),
        ("next thing i knew i was on the kitchen lino", "fainting"),
        ("the walls keep swaying when i stand", "dizzy_lightheaded"),
        ("my stockings leave deep grooves", "ankle_swelling"),
        ("i have to rest halfway up the stairs", "short_of_breath"),
        ("a rattly noise on every breath", "wheeze_noisy"),
        ("he brings up green gunk", "cough_new"),
        ("an ice pick in my skull", "headache"),
        ("she doesnt know what to do with the kettle", "confusion"),
        ("he only grunts when i call him", "drowsy"),
        ("the daylight is agony", "stiff_neck_light"),
        ("cant get out of the bath", "limb_weakness"),
        ("my legs have turned to putty", "limb_weakness"),
        ("my hands feel like gloves", "numb_tingle"),
        ("the left side of my mouth slid down", "face_droop"),
        ("he thinks the nurses are poisoning him", "hallucination_behaviour"),
        ("she hears music but there is nobody there", "hallucination_behaviour"),
        ("i need the furniture to walk", "unsteady"),
        ("my balance has gone to pot", "unsteady"),
        ("i cant see out of my right eye", "vision_change"),
        ("everything went black in one eye", "vision_change"),
        ("combing my hair is painful", "jaw_scalp_pain"),
        ("my sugars are in the thirties", "high_glucose"),
    ],
)
def test_what_people_see_or_can_no_longer_do_is_a_report(
    report: str, symptom: str, tables: Tables
) -> None:
    assert symptom in counting(perceive(report, tables))


@pytest.mark.parametrize(
    ("harmless", "symptom"),
    [
        ("the cat keeps sitting on me", "chest_pain"),
        ("we saw a bird flapping by the window", "palpitations"),
        ("that button is greyed out", "fainting"),
        ("the world tour is sold out", "dizzy_lightheaded"),
        ("new socks leave fluff on the carpet", "ankle_swelling"),
        ("we rest the dough twice", "short_of_breath"),
        ("the pipes gurgle at night", "wheeze_noisy"),
        ("i want to bring up my green card", "cough_new"),
        ("you hit the nail on the head", "headache"),
        ("a song popped up in my head", "headache"),
        ("the nurse asked me who i was with", "confusion"),
        ("the cat is dozing", "drowsy"),
        ("the light bulb in the hall is out", "stiff_neck_light"),
        ("i cant get the car out of the garage", "limb_weakness"),
        ("the legs of the bench are concrete", "limb_weakness"),
        ("i put my gloves on", "numb_tingle"),
        ("my mask slid down my face", "face_droop"),
        ("my phone is spying on us", "hallucination_behaviour"),
        ("the toddler threw his cup at me", "hallucination_behaviour"),
        ("my balance is awful so i topped up the card", "unsteady"),
        ("i cant see my results", "vision_change"),
        ("everything went dark in the cinema", "vision_change"),
        ("my age is in the thirties", "high_glucose"),
    ],
)
def test_an_everyday_sense_of_the_same_words_is_none(
    harmless: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(harmless, tables))
