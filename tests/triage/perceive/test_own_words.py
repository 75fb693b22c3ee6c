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
        ("my son needs to haul me out of the armchair", "limb_weakness"),
        ("the front of my foot scuffs with each step", "limb_weakness"),
        ("i stop on every landing now", "short_of_breath"),
        ("we had to sit down on the steps so he could go on", "short_of_breath"),
        ("he spat something red into the basin", "coughing_blood"),
        ("patches on my thighs where nobody touched me", "bruising_spots"),
        ("her nose filled two handkerchiefs", "nosebleed_gums"),
        ("like a knife on a deep breath", "chest_pain"),
        ("weak as a lamb, vomiting since noon", "vomiting"),
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
        ("a rope around my ribs", "chest_pain"),
        ("there is an engine in my chest", "palpitations"),
        ("the next i recall is the ambulance", "fainting"),
        ("poke my ankle and the dimple stays", "ankle_swelling"),
        ("i cant get to the gate without leaning on something", "short_of_breath"),
        ("i stop at every bench", "short_of_breath"),
        ("the stairs finish me", "short_of_breath"),
        ("my chest wont expand", "short_of_breath"),
        ("every breath is a fight", "short_of_breath"),
        ("she couldnt tell me her own address", "confusion"),
        ("i cant get any sense out of him", "drowsy"),
        ("my neck refuses to turn", "stiff_neck_light"),
        ("my hand wont close", "limb_weakness"),
        ("i cant open a jar", "limb_weakness"),
        ("i burnt my finger and didnt feel it", "numb_tingle"),
        ("my feet feel like somebody elses", "numb_tingle"),
        ("my tongue wont move", "speech_trouble"),
        ("i prop my eyelid up", "droopy_eyelid"),
        ("the print on the page overlaps", "double_vision"),
        ("he says theres a man in the wardrobe", "hallucination_behaviour"),
        ("i hear a choir and nobody else hears it", "hallucination_behaviour"),
        ("his backside has gone to sleep", "bladder_bowel_control"),
        ("my knee wont straighten", "joint_pain"),
        ("i cant make out road signs", "vision_change"),
        ("he is weeing like a horse", "thirst_urination"),
        ("he reeks of pear drops", "fruity_breath"),
        ("my prednisolone never arrived", "steroids_stopped"),
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
        ("there is a rope round the tree", "chest_pain"),
        ("the engine of my car is fine", "palpitations"),
        ("press the button and a hole opens", "ankle_swelling"),
        ("we walked to the gate without stopping", "short_of_breath"),
        ("the chest of drawers wont open", "short_of_breath"),
        ("every breath you take is a good song", "short_of_breath"),
        ("i forgot my birthday password", "confusion"),
        ("the neck of the bottle wont open", "stiff_neck_light"),
        ("my hand wont be free on tuesday", "limb_weakness"),
        ("i cant open the jar until christmas", "limb_weakness"),
        ("i cut my hand and it stung", "numb_tingle"),
        ("my feet feel like dancing", "numb_tingle"),
        ("the lid of the jar wont open", "droopy_eyelid"),
        ("she says there are people in the waiting room", "hallucination_behaviour"),
        ("he punched the air when they scored", "hallucination_behaviour"),
        ("my bottom drawer wont close", "bladder_bowel_control"),
        ("prices have doubled", "double_vision"),
        ("the machine says hi", "high_glucose"),
    ],
)
def test_an_everyday_sense_of_the_same_words_is_none(
    harmless: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(harmless, tables))
