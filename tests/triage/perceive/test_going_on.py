"""What a denial reaches, and whether something has stopped."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting, statuses
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("do not have a fever but I am short of breath", None),
        ("not coughing but breathless on the stairs", None),
        ("not sick but short of breath at rest", "rest"),
        ("I do not have a rash and I am short of breath at rest", "rest"),
        ("I am not short of breath", "none"),
        ("no pain, but not short of breath either", "none"),
    ],
)
def test_a_denial_ends_at_a_contrast(text: str, level: str | None, tables: Tables) -> None:
    assert perceive(text, tables, ["breath_level"]).answers.get("breath_level") == level


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("I can't sleep but I walk fine", "limb_weakness"),
        ("I cannot smell it but I can breathe", "short_of_breath"),
    ],
)
def test_what_one_can_still_do_is_no_complaint(text: str, symptom: str, tables: Tables) -> None:
    assert symptom not in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("can't keep anything but water down", "vomiting"),
        ("I bring up nothing but blood", "vomiting_blood"),
        ("I am not able to walk or stand up", "limb_weakness"),
        ("not dizzy but I can't walk", "limb_weakness"),
    ],
)
def test_what_one_cannot_do_is_still_heard(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("a nosebleed that won't stop for an hour", False),
        ("my nosebleed will not stop", False),
        ("nosebleed, it has not stopped", False),
        ("nosebleed going on for over an hour", False),
        ("nosebleed hasn't stopped after 30 minutes of pressing", False),
        ("I can't stop my nosebleed", False),
        ("bleeding gums, they do not stop bleeding", False),
        ("the nosebleed stops when I pinch it", True),
        ("nosebleed for half an hour, then it stopped", True),
        ("nosebleed that stopped after an hour", True),
        ("nosebleed for 5 minutes", None),
        ("my nose bled an hour ago", None),
        ("3 nosebleeds in two hours", None),
        ("gums bleed for two weeks when I brush", None),
    ],
)
def test_whether_a_bleed_stops(text: str, stops: bool | None, tables: Tables) -> None:
    assert perceive(text, tables).answers.get("bleed_stops") is stops


@pytest.mark.parametrize(
    "text",
    ["it has not stopped", "it is not over", "the pain has not eased", "I am not feeling better"],
)
def test_what_has_not_stopped_is_no_good_news(text: str, tables: Tables) -> None:
    assert perceive(text, tables).flags.isdisjoint({"better", "over_now", "yes"})


@pytest.mark.parametrize("text", ["it has stopped", "it stopped, and not a moment too soon"])
def test_what_has_stopped_is(text: str, tables: Tables) -> None:
    assert "over_now" in perceive(text, tables).flags


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("my chest pain is gone now", None),
        ("the chest pain has stopped now", None),
        ("chest pain is better now", None),
        ("my chest hurts now", True),
        ("the chest pain went but is back, I have chest pain now", True),
    ],
)
def test_a_pain_that_is_gone_now_is_not_there_now(
    text: str, now: bool | None, tables: Tables
) -> None:
    heard = perceive(text, tables)
    assert heard.answers.get("chest_now") is now
    assert "chest_pain" in counting(heard)


@pytest.mark.parametrize(
    ("text", "symptom", "status"),
    [
        ("I am no longer coughing up blood", "coughing_blood", "unclear"),
        ("she no longer faints", "fainting", "unclear"),
        ("I no longer have diarrhea", "diarrhoea", "negated"),
        ("I no longer wish to die", "suicidal_thoughts", "negated"),
        ("my rash has gone", "rash", "past"),
        ("my rash has gone bright red", "rash", "present"),
        ("my rash has gone all scaly", "rash", "present"),
    ],
)
def test_what_is_no_longer_there_or_only_changed(
    text: str, symptom: str, status: str, tables: Tables
) -> None:
    assert statuses(perceive(text, tables))[symptom] == status
