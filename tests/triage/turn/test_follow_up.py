"""What is said after advice, by carers, and in despair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.triage.turn.sitting import Sitting, said
from triage.levels import Level
from triage.model import Status
from triage.turn.screens import CALLED

EMERGENCY = "my poo is black and I nearly passed out"
DESPAIR = "I can't go on like this"
THOUGHTS = "suicidal_thoughts"


@pytest.mark.parametrize("text", ["it started again", "it has just started again now"])
def test_what_starts_again_is_no_fresh_start(sitting: Sitting, text: str) -> None:
    sitting.say(EMERGENCY)

    turn = sitting.say(text, intent="restart")

    assert turn.state.level is Level.EMERGENCY
    assert said(turn) == ["worse", "emergency"]


@pytest.mark.parametrize(
    ("text", "intent", "first"),
    [
        ("I have not called", "called_team", "not_called"),
        ("I can't call them", "called_team", "cannot_call"),
        ("my phone is broken", "", "cannot_call"),
        ("should I call them?", "called_team", "reminder_emergency"),
        ("it does not stop", "feeling_better", "worse"),
        ("it has not been easy", "feeling_better", "reminder_emergency"),
        ("I called them", "called_team", "called"),
        ("I feel better", "feeling_better", "better"),
    ],
)
def test_what_is_denied_is_not_taken_for_said(
    sitting: Sitting, text: str, intent: str, first: str
) -> None:
    sitting.say(EMERGENCY)

    assert said(sitting.say(text, intent=intent))[0] == first


def test_not_yet_is_pressed_only_where_the_call_is_urgent(sitting: Sitting) -> None:
    sitting.say("I have a nosebleed")
    sitting.say("yes, it stops")

    assert said(sitting.say("I have not called")) == ["reminder_same_day"]


def test_no_phone_is_no_refusal_to_call(sitting: Sitting) -> None:
    sitting.say("one eyelid is drooping")
    sitting.state = replace(sitting.state, pending=CALLED)

    assert said(sitting.say("I have no phone"))[0] == "cannot_call"


@pytest.mark.parametrize("reply", ["I do not have such thoughts", "no", "I don't think so"])
def test_a_no_to_the_gentle_question_is_believed(sitting: Sitting, reply: str) -> None:
    assert said(sitting.say(DESPAIR)) == ["despair", "ask_thoughts_of_harm"]

    turn = sitting.say(reply)

    assert said(turn) == ["no_harm"]
    assert turn.state.case.findings[THOUGHTS] is Status.NEGATED
    assert turn.state.level is None


@pytest.mark.parametrize("reply", ["yes", "sometimes", "I do", "a bit"])
def test_a_yes_to_the_gentle_question_is_an_emergency(sitting: Sitting, reply: str) -> None:
    sitting.say(DESPAIR)

    assert said(sitting.say(reply)) == ["emergency_suicide"]


@pytest.mark.parametrize("first", [DESPAIR, "this cancer is killing me"])
def test_naming_the_treatment_leaves_the_gentle_question_open(sitting: Sitting, first: str) -> None:
    sitting.say(first)

    turn = sitting.say("I am on Opdivo")

    assert said(turn)[-1] == "ask_thoughts_of_harm"
    assert turn.state.level is None


def test_veiled_words_count_where_nothing_answers_them(sitting: Sitting) -> None:
    sitting.say(DESPAIR)
    sitting.say("banana")

    assert said(sitting.say("banana")) == ["emergency_suicide"]


@pytest.mark.parametrize(
    ("text", "carer"),
    [
        ("my dad died of a heart attack", False),
        ("I used to get migraines as a kid", False),
        ("my grandson has a fever, is it dangerous for me", False),
        ("my dad has a fever", True),
        ("my wife gets headaches on her immunotherapy", True),
    ],
)
def test_only_who_helps_is_thanked_for_helping(sitting: Sitting, text: str, carer: bool) -> None:
    assert ("proxy" in said(sitting.say(text))) is carer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my brother said he wants to kill himself", "emergency_suicide_carer"),
        ("I want to kill myself", "emergency_suicide"),
    ],
)
def test_a_carer_is_told_what_a_carer_can_do(sitting: Sitting, text: str, expected: str) -> None:
    assert said(sitting.say(text)) == [expected]


@pytest.mark.parametrize("reply", ["I have to stop", "it is hard", "sometimes", "yes with effort"])
def test_an_unclear_reply_is_asked_again_and_then_counts_as_none(
    sitting: Sitting, reply: str
) -> None:
    question = sitting.say("one eyelid is drooping").state.pending

    assert said(sitting.say(reply)) == ["not_understood", f"ask_{question}"]
    assert sitting.say(reply).state.level is not None
    assert question not in sitting.state.case.answers
