"""Veiled words of despair are heard; everyday words that sound alike are not."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting, statuses
from triage.perceive import perceive
from triage.tables import Tables

THOUGHTS = "suicidal_thoughts"


@pytest.mark.parametrize(
    "text",
    [
        "I keep wishing I could just never wake",
        "he says the kids would be happier once he's dead, he told me he wants to be in the ground",
        "no point in being alive like this",
        "my girls would be freer if I wasn't here",
        "I could easily take every capsule in the cupboard",
        "I keep thinking of letting go of the wheel",
        "on the viaduct I almost stepped off",
        "I won't be around in spring, that's my decision",
        "she has chosen the day and paid for the funeral",
        "it'd be a mercy if I never woke up",
        "best thing would be if I went to bed and never woke",
        "she told me she wouldn't mind not waking up",
        "I've kept my morphine by for when I've had enough",
        "I'd rather die than have another one of those",
    ],
)
def test_a_wish_a_way_or_a_plan_is_a_report(text: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables)).get(THOUGHTS) == "present"


@pytest.mark.parametrize(
    "text",
    [
        "I have decided when and how",
        "scared of what I might do",
        "dad's capsules are laid out beside a letter",
        "sorry for everything, goodbye",
        "the family would cope better without me",
        "she talks of joining her late husband soon",
        "what is the gentlest way to end it, I have thought about it",
        "gutted to be alive again this morning",
        "would anyone notice if I was gone",
        "I should just vanish",
        "not sure if I want to die",
        "he'd sooner drive into a wall than have another bag of that",
        "Dad said he'd rather step off the platform than do another cycle",
        "I know where my husband keeps the shotgun",
        "mum knows where the razor blades are, she told me so",
        "I walked to the railway bridge last night and couldn't do it",
        "sitting at the level crossing trying to find the courage",
        "I stand at the edge of the platform and think how quick it would be",
        "the rope is in the garage and I keep going out to look at it",
        "she has been setting aside her sleeping tablets",
        "he gave the cat to my aunt and told me I'd not have to look after him much longer",
        "Dad showed me where the will is and said you won't be needing me",
        "the bed's empty and there's a note on the table",
        "he's gone out and left his wedding ring on the pillow",
        "I wrote to each of the children to say sorry",
        "I bought paracetamol from four different shops",
        "if it wasn't for the kids I'd have gone by now",
        "the only thing stopping me is the dog",
        "if I had a shotgun I'd use it",
        "there are letters for the girls in the drawer for when they find me",
        "every morning I'm sorry I've woken",
        "he aimed the car at a tree yesterday",
        "mum says she won't be a nuisance to us after tonight",
        "I sat on the bed with the razor for an hour",
        "I keep picturing the van in the canal",
        "if I had a way that wouldn't hurt I'd be gone",
        "I don't want to be here waiting for it",
    ],
)
def test_words_that_may_mean_it_are_asked_about(text: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables)).get(THOUGHTS) == "unclear"


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to die",
        "I don't want to go on steroids again",
        "would I be better off on tablets than on the drip",
        "I won't be here in spring, we are moving to Kent",
        "I have worked out how to do it in the app",
        "I want the lump to disappear",
        "I don't want to live in a flat with stairs",
        "I can't go on the Friday, please move it",
        "I want it over by lunch",
        "tired of living out of boxes",
        "I hid my tablets from my grandson",
        "dying of thirst in the waiting room",
        "I decided how to get to the clinic",
        "my son lined up his toy cars and wrote a letter",
        "how many tablets do I take to finish the course",
        "worried about what I will do about work",
        "at what point should I ring you",
        "I hope I don't wake up with cramp again",
        "I wrote to my kids",
        "I wrote to the children about Christmas",
        "I'd rather walk than drive",
        "I'd rather take the bus than the train",
        "I'd rather walk to the station than take a bus",
        "I'd rather sit in front of the fire than go out",
        "should I take the train",
        "I put my tablets by the kettle",
        "do I leave my ring at home for the MRI",
        "she took her ring off for the scan",
        "I know where the bridge is, is the parking next to it",
        "I stood on the bridge to watch the boats",
        "we waited at the level crossing for the train to pass",
        "parked on the roof of the car park",
        "my phone is off so please email me",
        "can you tell me where the insurance form is",
        "you won't have to worry about me, the nurse has called",
        "it would be better if I didn't wake at 4 every night",
        "if it wasn't for the kids I'd have gone to Spain",
        "I tied a rope round the boat",
        "I bought paracetamol from the shop",
        "I'd rather die my hair red than go gray",
        "I hid the Easter eggs where they'll find them",
        "I've put the letters in the drawer",
        "sorry I woke you so early",
        "I nearly drove the wrong way at the roundabout",
        "I stood at the sink with my razor, shaving",
        "I sat by the lake thinking",
        "I picture the car in the garage",
        "it'd be lovely if she didn't wake me at five",
        "I'd sooner jump in the car than wait for the bus",
        "he's gone out and left his phone on the table",
        "she's gone to the shops and left a note",
        "I'm upset I woke too late for the scan",
        "gutted I'm still here waiting for my results",
        "I read about a car in the river on the news",
        "you won't have to look after me for long, just that day",
        "she sat there with a rope of pearls on",
    ],
)
def test_what_sounds_alike_is_no_report(text: str, tables: Tables) -> None:
    assert THOUGHTS not in counting(perceive(text, tables))


def test_a_hint_never_hides_what_was_said_plainly(tables: Tables) -> None:
    heard = perceive("I want to die, scared of what I might do", tables)
    assert statuses(heard)[THOUGHTS] == "present"


def test_words_between_make_no_harmless_phrase_of_a_report(tables: Tables) -> None:
    """A `not_when` phrase is read with at most one other word inside it."""
    heard = perceive("can you please come and take me, hurry up and take me now", tables)
    assert THOUGHTS in counting(heard)
