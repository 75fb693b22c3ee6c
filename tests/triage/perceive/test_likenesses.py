"""Patients who use no medical word: what a thing looks like, what no longer works."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("report", "symptom"),
    [
        ("there is a raspberry colored mess every time he goes", "blood_in_stool"),
        ("its like strawberry jam coming out of my back end", "blood_in_stool"),
        ("as if someone poured ketchup in the loo after i go", "blood_in_stool"),
        ("slimy stuff like snot comes with my poo", "blood_in_stool"),
        ("it is jet black in the bowl and smells foul", "black_stool"),
        ("bowel movement looked like wet coffee grounds", "black_stool"),
        ("her sick was the color of red wine", "vomiting_blood"),
        ("my wee looks like cranberry juice", "blood_in_urine"),
        ("the catheter bag has gone red", "blood_in_urine"),
        ("his water is the color of stout", "dark_urine"),
        ("what i pass is the color of chalk", "pale_stool"),
        ("bubbles that will not flush away after i wee", "foamy_urine"),
        ("drank three liters and passed about an eggcup", "less_urine"),
        ("the pot was like cherryade when i peed", "blood_in_urine"),
        ("my husband has gone the color of a banana", "jaundice"),
        ("i look like a boiled lobster from the neck down", "rash"),
        ("my chest looks like a map", "rash"),
        ("my skin is driving me mad", "itching"),
        ("skin is coming out like paper", "blistering_skin"),
        ("its like being stung by bees all over", "hives"),
        ("her eyelids are like golf balls", "face_swelling"),
        ("my gums and creases have gone brown", "skin_colour_change"),
        ("the hole where the tube goes in is weeping", "line_or_wound_infection"),
        ("my cut has gone green and smells", "line_or_wound_infection"),
        ("he is as cold as marble", "low_temperature"),
        ("patches of purple under the skin on my arms", "bruising_spots"),
        ("the bandage keeps filling up with blood", "heavy_bleeding"),
        ("her lips have no color", "pale_washed_out"),
        ("granny is going down very fast", "generally_unwell"),
        ("they had just hung the bag and i came over funny", "infusion_reaction"),
        ("my insides are on fire", "abdominal_pain"),
        ("my mouth feels like i have drunk boiling water", "mouth_sores"),
        ("it is like swallowing razor blades", "trouble_swallowing"),
        ("motion not coming since 5 days", "constipation"),
        ("clothes hang on me and i push food away", "poor_appetite"),
        ("bottom is like a burst pipe", "diarrhoea"),
        ("i brought up what looked like raw liver", "vomiting_blood"),
        ("nothing will budge and my bowels are at a standstill", "constipation"),
        ("i cough every time i take a sip", "trouble_swallowing"),
        ("stools have lost their color", "pale_stool"),
        ("i cannot remember the last time i had a wee", "less_urine"),
        ("my forehead is like a hotplate", "fever"),
        ("my left calf is like a rock", "one_leg_swelling"),
        ("blood trickling down both legs", "heavy_bleeding"),
        ("i look like a vampire", "pale_washed_out"),
        ("while i was hooked up i went dizzy", "infusion_reaction"),
        ("milky patches spreading on my arms", "skin_colour_change"),
        ("her eyes have sunk and her skin stays up", "dizzy_lightheaded"),
        ("my stomach rejects water", "vomiting"),
        ("i want to rip my skin off", "itching"),
    ],
)
def test_a_likeness_says_the_symptom(report: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(report, tables))


@pytest.mark.parametrize(
    ("harmless", "symptom"),
    [
        ("i spilled ketchup in the loo of the restaurant", "blood_in_stool"),
        ("we painted the downstairs toilet raspberry red", "blood_in_stool"),
        ("the sauce looks like tomato soup in the pan", "blood_in_stool"),
        ("no blood anywhere when i go", "blood_in_stool"),
        ("black beans in the bowl for lunch", "black_stool"),
        ("i drink cranberry juice when i can", "blood_in_urine"),
        ("the curtains are the color of custard now", "jaundice"),
        ("he looks like homer simpson on the telly", "jaundice"),
        ("the top layer of the cake came off", "blistering_skin"),
        ("my skin is fine but this website is driving me mad", "itching"),
        ("boiled lobster for dinner tonight", "rash"),
        ("he is stone cold sober these days", "low_temperature"),
        ("my tea has gone stone cold", "poor_appetite"),
        ("hang my clothes on the line for me", "poor_appetite"),
        ("purple marks on the form are from the pen", "bruising_spots"),
        ("that truck ran over my bicycle", "flu_like"),
        ("she is not right about the date of the appointment", "generally_unwell"),
        ("my brother came over, funny film night", "generally_unwell"),
        ("i take my pills twice a day with food", "medicine_mistake"),
        ("they turned the pump off when the bag was finished", "infusion_reaction"),
        ("blood pumping through my veins at the concert", "heavy_bleeding"),
        ("i need to go again on monday for my bloods", "painful_urination"),
        ("someone in the pub was bleeding a lot", "heavy_bleeding"),
        ("i filled a bucket with water for the plants", "vomiting"),
        ("we are stuck in traffic and can't shift anything", "constipation"),
        ("few drips of paint on the carpet", "less_urine"),
        ("he crumpled the leaflet and threw it away", "fainting"),
        ("i look like a vampire in my halloween costume", "pale_washed_out"),
        ("i couldn't drop off the parcel at the post office", "drowsy"),
        ("finger marks on my glasses", "bruising_spots"),
        ("two bites of cake and i am full of joy", "poor_appetite"),
        ("i screamed when the baby kicked in her tummy", "abdominal_pain"),
        ("while the drip was running i read my book and felt fine", "infusion_reaction"),
        ("dry as a bone here, the garden needs rain", "dizzy_lightheaded"),
        ("my new red boxer shorts are in the wash", "blood_in_stool"),
        ("it is sore down below my ribs", "genital_sores"),
        ("my grandson needs a nappy every two hours", "diarrhoea"),
        ("thought of food for the party, sandwiches and cake", "nausea"),
        ("they gave me a sick bag on the plane", "nausea"),
        ("the toddler's potty is black", "black_stool"),
        ("that song brings it all back", "vomiting"),
        ("the letter was folded in two", "abdominal_pain"),
        ("my hair went white at thirty", "skin_colour_change"),
    ],
)
def test_the_same_words_of_another_thing_stay_silent(
    harmless: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(harmless, tables))
