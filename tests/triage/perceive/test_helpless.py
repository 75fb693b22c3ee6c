"""How bad it is, told by what one can no longer do, or by what others do instead."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    "text",
    [
        "yesterday I had to be dressed by my wife",
        "my son has to feed me now",
        "my wife washes me since Tuesday",
        "I had to wash and dress my husband this morning",
        "he has to be fed with a spoon",
        "I'm being fed by my daughter",
        "my wife has to cut up my dinner and do my buttons",
    ],
)
def test_who_is_washed_dressed_or_fed_needs_help_with_daily_care(text: str, tables: Tables) -> None:
    heard = perceive(text, tables)
    assert "generally_unwell" in counting(heard)
    assert heard.answers["adl"] == "self_care"


@pytest.mark.parametrize(
    "text",
    [
        "yesterday I had to be carried up the stairs",
        "my two sons carried me to bed",
        "she needs to be lifted onto the commode",
        "they had to haul me out of the bath",
        "I can't hold a cup",
        "can't hold a mug of tea any more",
        "he couldn't hold his fork last night",
    ],
)
def test_who_is_carried_or_holds_no_cup_is_weak(text: str, tables: Tables) -> None:
    assert "limb_weakness" in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "the baby had to be dressed",
        "the wound had to be dressed by the nurse",
        "I had to be washed down with iodine for the operation",
        "my mum dressed me in pink as a kid",
        "do I need to be dressed for the scan",
        "do I have to be washed by a nurse before the biopsy",
        "the bag had to be lifted into the car",
        "I have to wash her hair on Fridays",
        "I had to feed the dog",
        "I have to dress him for school",
        "my daughter feeds me well",
        "I had to carry her bag to the car",
        "he carried me through the hard times",
        "I got carried away with the singing",
        "I can't hold a candle to her",
    ],
)
def test_everyday_care_is_no_report(text: str, tables: Tables) -> None:
    assert counting(perceive(text, tables)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I had to stop talking because I'd no wind left",
        "hadn't the puff to finish the hymn",
        "I ran out of wind halfway to the gate",
        "three nights in the armchair because lying back smothers me",
        "the moment he lies down he's choking",
        "if she lies down she's gasping",
        "can't even say a prayer through, one line and I'm done",
    ],
)
def test_breath_told_by_what_it_no_longer_does(text: str, tables: Tables) -> None:
    assert "short_of_breath" in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "had to stop talking because the meeting started",
        "no wind today so the washing isn't drying",
        "passing no wind",
        "we ran out of wind on the lake",
        "no puffing, no wheezing",
        "I lie down on my back for the scan and hold my breath",
    ],
)
def test_wind_and_lying_down_alone_are_no_short_breath(text: str, tables: Tables) -> None:
    assert "short_of_breath" not in counting(perceive(text, tables))


@pytest.mark.parametrize(
    "text",
    [
        "she won't let anybody touch her belly",
        "her stomach's so sore she wouldn't let the doctor near it",
        "his tummy went hard as a board an hour ago",
        "sitting up squeezed my belly so badly I cried out",
    ],
)
def test_a_belly_that_bears_no_hand_hurts_severely(text: str, tables: Tables) -> None:
    heard = perceive(text, tables)
    assert "abdominal_pain" in counting(heard)
    assert heard.answers["pain_score"] == 8


@pytest.mark.parametrize(
    "text",
    ["the bed is hard as a board", "she won't let me near her garden", "hard as nails, my nan"],
)
def test_hard_things_and_closed_doors_are_no_pain(text: str, tables: Tables) -> None:
    assert counting(perceive(text, tables)) == set()


@pytest.mark.parametrize(
    ("harmless", "report", "symptom"),
    [
        ("my husband is fit today", "husband fit this am, blue, asleep now", "seizure"),
        ("the jacket fit last night", "wife fit 3 mins", "seizure"),
        ("will the port fit this morning", "my wife is having a fit", "seizure"),
        ("my brother fit a new kitchen last night", "brother fit last night, frothing", "seizure"),
        ("my sister made red jelly", "she's passed nothing but red jelly", "blood_in_stool"),
        ("my tap water has gone to nothing", "my water's gone to nothing", "less_urine"),
        ("squashed on the bus", "like being squashed under a car", "chest_pain"),
        ("can't hold a cup of tea", "can't hold a cup of tea down", "vomiting"),
        ("he went blank at the name", "he went blank for two minutes, hand twitching", "seizure"),
        ("we moved into a house with a toilet", "the loo is my second home", "diarrhoea"),
    ],
)
def test_told_in_few_words_or_by_a_likeness(
    harmless: str, report: str, symptom: str, tables: Tables
) -> None:
    assert symptom not in counting(perceive(harmless, tables))
    assert symptom in counting(perceive(report, tables))
