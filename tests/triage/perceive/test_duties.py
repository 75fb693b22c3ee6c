"""What somebody must not do is no complaint; what they cannot do is one."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    "text",
    [
        "what should I not eat before the scan",
        "you must not swallow the mouthwash",
        "the nurse told me not to eat after midnight",
        "I am supposed to not pee for two hours",
        "he was asked not to move his arm after the port went in",
        "we should not sleep in the same bed this week",
    ],
)
def test_what_must_not_be_done_is_no_complaint(text: str, tables: Tables) -> None:
    assert counting(perceive(text, tables)) == set()


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("he is not eating at all", "poor_appetite"),
        ("I should eat but I can not swallow", "trouble_swallowing"),
        ("she seems not to move her left arm", "limb_weakness"),
        ("they told me not to eat, and now I cannot pee", "less_urine"),
        ("I should say that I am not eating", "poor_appetite"),
        ("he is no better, not eating", "poor_appetite"),
        ("he is no better not eating at all", "poor_appetite"),
        ("I feel as I should. Not eating though", "poor_appetite"),
    ],
)
def test_what_cannot_be_done_counts(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("oh no not the chest pain again", "chest_pain"),
        ("please no not a seizure again", "seizure"),
        ("oh no I am coughing blood", "coughing_blood"),
    ],
)
def test_an_outcry_denies_nothing(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in counting(perceive(text, tables))
