"""Where a turn stands, told from the actions done since the message."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from rasa_bridge.plan import LISTEN, Plan
from triage.turn import Answering

PLAN = Plan(
    "m",
    ("utter_a", "utter_b"),
    Answering.ANY,
    ("utter_c", "utter_d"),
    "{}",
    {"triage_because": "a fever"},
)


@pytest.mark.parametrize(
    ("done", "next_one"),
    [
        ([], "utter_a"),
        (["utter_a"], "utter_b"),
        (["utter_a", "utter_b"], None),
        (["utter_a", "utter_b", "utter_own"], None),
        (["utter_a", "utter_b", "utter_own", "utter_c"], "utter_d"),
        (["utter_a", "utter_b", "utter_c", "utter_d"], LISTEN),
    ],
)
def test_the_head_comes_first_then_the_host_then_the_tail(
    done: list[str], next_one: str | None
) -> None:
    assert PLAN.position(done)[0] == next_one


def test_what_the_host_did_is_told_apart_from_the_head() -> None:
    assert PLAN.position(["utter_a", "utter_b", "utter_own"])[1] == ["utter_own"]


def test_a_plan_survives_the_tracker_store() -> None:
    assert Plan.loads(PLAN.dumps()) == PLAN


def test_a_plan_stored_before_it_kept_words_is_read() -> None:
    stored = json.loads(PLAN.dumps())
    del stored["words"]

    assert Plan.loads(json.dumps(stored)) == replace(PLAN, words={})


def test_without_a_tail_the_host_listens() -> None:
    assert Plan("m", (), Answering.ANY, (), "{}").after == LISTEN
