"""Denials, endings and dates by construction, and the real reports next to them."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import statuses
from triage.perceive import perceive
from triage.tables import Tables

DENIED = [
    ("I have yet to notice any itching", "itching"),
    ("so far it has spared me the headaches", "headache"),
    ("the vomiting never materialised", "vomiting"),
    ("the nurse asked about headaches and I said no", "headache"),
    ("he wanted a checklist of chest pain done, I don't get that", "chest_pain"),
    ("I told them no to everything: vomiting, chest pain and cough", "chest_pain"),
]


@pytest.mark.parametrize(("text", "symptom"), DENIED)
def test_a_symptom_denied_by_a_construction_is_negated(
    text: str, symptom: str, tables: Tables
) -> None:
    assert statuses(perceive(text, tables))[symptom] == "negated"


REPORTED = [
    ("there is no relief from the headache", "headache"),
    ("the tablets aren't touching the headache", "headache"),
    ("I have not stopped vomiting all day", "vomiting"),
    ("not one hour without chest pain, never without it", "chest_pain"),
    ("never had a headache like this", "headache"),
    ("used to get headaches but this one is worse than ever", "headache"),
    ("I said no to chest pain when they asked, but I have chest pain now", "chest_pain"),
    ("I don't get a fever, I don't sleep, I do get chest pain", "chest_pain"),
    ("had a seizure before treatment this morning", "seizure"),
    ("no blood in my stool before but now there is", "blood_in_stool"),
    ("in 2014 I had a seizure and I had another today", "seizure"),
    ("I took an overdose years ago, I am tempted to do it again", "suicidal_thoughts"),
    ("our resident has a high fever", "fever"),
    ("without my nebulizer I cannot breathe", "short_of_breath"),
    ("no prednisone since Sunday", "steroids_stopped"),
    ("never seen so much blood", "heavy_bleeding"),
]


@pytest.mark.parametrize(("text", "symptom"), REPORTED)
def test_a_report_next_to_a_denial_still_counts(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] == "present"


ASKED = [
    ("I have never had a seizure before", "seizure"),
    ("was gasping for air", "short_of_breath"),
    ("not bringing up food, coughing up phlegm but just blood", "coughing_blood"),
]


@pytest.mark.parametrize(("text", "symptom"), ASKED)
def test_what_may_be_there_is_not_silenced(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] in {"unclear", "present"}


OVER = [
    ("the steroids sorted the rash out", "rash"),
    ("my rash cleared up two weeks ago", "rash"),
    ("the rash faded", "rash"),
    ("vomiting, that was 2016", "vomiting"),
    ("chest pain was how they found the lymphoma", "chest_pain"),
    ("back in my twenties I'd get migraines", "headache"),
]


@pytest.mark.parametrize(("text", "symptom"), OVER)
def test_what_is_over_or_long_ago_is_past(text: str, symptom: str, tables: Tables) -> None:
    assert statuses(perceive(text, tables))[symptom] == "past"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("a temp of 98.4", "negated"),
        ("the thermometer reads 38.6", "present"),
        ("fever and chills, 36.8 at noon", "present"),
        ("burning up, my thermometer says 36.7", "present"),
        ("a fever of 99.2", "present"),
    ],
)
def test_only_a_normal_reading_takes_back_a_thermometer(
    text: str, status: str, tables: Tables
) -> None:
    assert statuses(perceive(text, tables))["fever"] == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I had a seizure before any treatment", "past"),
        ("the diarrhea I had on chemo was bad", "past"),
        ("I had a seizure before my infusion today", "present"),
        ("I never had a seizure until an hour ago", "present"),
    ],
)
def test_a_treatment_dates_only_what_it_is_said_of(text: str, status: str, tables: Tables) -> None:
    assert status in statuses(perceive(text, tables)).values()
