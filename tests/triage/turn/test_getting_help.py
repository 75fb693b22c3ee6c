"""From advice to help: late answers that tell of danger, help on its way, and questions of an
emergency.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.triage.turn.sitting import Sitting, said
from triage.levels import Level
from triage.turn import Answering
from triage.turn.screens import HAPPENING_NOW, THOUGHTS_OF_HARM

EMERGENCY = "I have crushing chest pain"
HOPELESS = "I am a burden to everyone"


def test_a_late_yes_to_thoughts_of_harm_counts(sitting: Sitting) -> None:
    sitting.say(HOPELESS)
    sitting.state = replace(sitting.state, pending=None)

    assert said(sitting.press(THOUGHTS_OF_HARM, "yes")) == ["emergency_suicide"]


def test_a_late_yes_to_what_was_asked_about_counts(sitting: Sitting) -> None:
    sitting.say("what if I get chest pain?")
    sitting.say("which drugs cause it", intent="ask_names_checkpoint")
    sitting.state = replace(sitting.state, pending=None)

    assert said(sitting.press(HAPPENING_NOW, "yes")) == ["emergency"]


@pytest.mark.parametrize("question", [THOUGHTS_OF_HARM, HAPPENING_NOW])
def test_a_late_no_counts_for_nothing(sitting: Sitting, question: str) -> None:
    assert said(sitting.press(question, "no"))[0] == "stale_button"


@pytest.mark.parametrize(
    "meanwhile", ["my head hurts", "I have a rash", "thanks", "what is CAR-T", "my back"]
)
def test_thoughts_of_harm_are_asked_about_until_answered(sitting: Sitting, meanwhile: str) -> None:
    sitting.say("I feel hopeless, what's the point")

    turn = sitting.say(meanwhile)

    assert said(turn)[-1] == "ask_thoughts_of_harm"
    assert said(sitting.say("yes")) == ["emergency_suicide"]


def test_who_is_not_safe_is_told_of_the_crisis_line(sitting: Sitting) -> None:
    sitting.say("I feel so low and hopeless")
    sitting.press("thoughts_of_harm", "no")
    sitting.say("I feel so low and hopeless")

    turn = sitting.press("safe_now", "no")

    assert turn.state.level is Level.EMERGENCY
    assert said(turn) == ["emergency_suicide"]


def test_the_reminder_after_words_of_suicide_names_the_crisis_line(sitting: Sitting) -> None:
    sitting.say("I want to kill myself")

    assert said(sitting.say("leave me alone"))[-1] == "crisis_reminder"


def test_the_reminder_of_another_emergency_does_not(sitting: Sitting) -> None:
    sitting.say(EMERGENCY)

    assert said(sitting.say("hello", intent="greet"))[-1] == "reminder_emergency"


def test_what_a_team_said_ends_no_emergency(sitting: Sitting) -> None:
    sitting.say(EMERGENCY)

    assert said(sitting.say("the nurse said to wait until Monday")) == ["team_said_emergency"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an ambulance is on its way", "help_coming"),
        ("I called an ambulance", "help_coming"),
        ("we are at the hospital now", "in_care"),
        ("I have not called an ambulance", "not_called"),
    ],
)
def test_help_that_comes_or_is_there_is_understood(
    sitting: Sitting, text: str, expected: str
) -> None:
    sitting.say(EMERGENCY)

    assert said(sitting.say(text)) == [expected]


def test_an_ambulance_that_is_only_asked_about_is_not_coming(sitting: Sitting) -> None:
    sitting.say(EMERGENCY)

    assert "help_coming" not in said(sitting.say("is an ambulance coming if I press the button?"))


@pytest.mark.parametrize("intent", ["ask_driving", "ask_sleep", "ask_who_to_call"])
def test_an_emergency_gets_no_answer_of_quiet_days(sitting: Sitting, intent: str) -> None:
    sitting.say(EMERGENCY)

    turn = sitting.say("can I drive there", intent=intent)

    assert said(turn) == ["help_first"]
    assert turn.answer is Answering.NONE


def test_on_quiet_days_driving_is_answered(sitting: Sitting) -> None:
    assert sitting.say("can I drive", intent="ask_driving").answer is Answering.ANY


def test_in_an_emergency_other_questions_are_answered_too(sitting: Sitting) -> None:
    sitting.say(EMERGENCY)

    assert sitting.say("what is CAR-T?", intent="ask_cart").answer is Answering.ANY
