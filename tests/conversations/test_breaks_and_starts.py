"""A longer break ends a triage; starting again empties it; the advice stays in sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conversations.talk import Talk

Jump = Callable[[float], None]


def test_after_a_break_a_yes_answers_no_question(talk: Talk, let_time_pass: Jump) -> None:
    talk.say("I have diarrhea")
    assert talk.question is not None
    let_time_pass(3)

    reply = talk.say("yes")

    assert talk.question is None
    assert talk.level is None
    assert reply.responses == ("utter_after_break_same_day",)


def test_after_a_break_it_says_what_it_advised_and_when(talk: Talk, let_time_pass: Jump) -> None:
    talk.say("my poo is black and I nearly passed out")
    let_time_pass(3)

    reply = talk.say("hello")

    assert reply.responses == ("utter_greet", "utter_after_break_emergency")
    assert "about 3 hours ago" in reply.text
    assert "112" in reply.text
    assert "Did you call?" in reply.text
    assert {"Better", "The same", "Worse"} <= reply.buttons.keys()
    assert talk.level == "emergency"


@pytest.mark.parametrize(
    ("value", "response"),
    [("better", "utter_better"), ("same", "utter_same"), ("worse", "utter_worse")],
)
def test_better_the_same_and_worse_are_understood(
    talk: Talk, let_time_pass: Jump, value: str, response: str
) -> None:
    talk.say("I have diarrhea")
    let_time_pass(24)
    talk.say("hello")

    reply = talk.press("since_last_time", value)

    assert reply.responses[0] == response


def test_a_new_report_after_a_break_is_a_new_case(talk: Talk, let_time_pass: Jump) -> None:
    talk.say("I have diarrhea")
    let_time_pass(3)

    reply = talk.say("I have a rash")

    assert reply.responses[0] == "utter_earlier_same_day"
    assert "rash" in reply.text
    assert "diarrhea" not in reply.text


def test_a_red_flag_after_a_break_stands_alone(talk: Talk, let_time_pass: Jump) -> None:
    talk.say("I have diarrhea")
    let_time_pass(3)

    reply = talk.say("my poo is black and I nearly passed out")

    assert reply.responses == ("utter_emergency",)


def test_a_short_pause_changes_nothing(talk: Talk, let_time_pass: Jump) -> None:
    talk.say("I have diarrhea")
    question = talk.question
    let_time_pass(0.5)

    talk.say("thanks")

    assert talk.question == question


@pytest.mark.parametrize("message", ["/restart", "start again", "let's start over"])
def test_starting_again_is_answered_and_keeps_the_advice_in_sight(talk: Talk, message: str) -> None:
    talk.say("my poo is black and I nearly passed out")

    reply = talk.say(message)

    assert reply.responses == ("utter_restart_emergency",)
    assert "112" in reply.text
    assert talk.level is None
    assert talk.slot("triage_advice") == "emergency"


def test_starting_again_with_nothing_told_yet_is_answered(talk: Talk) -> None:
    assert talk.say("/restart").responses == ("utter_restart",)


def test_after_starting_again_the_old_question_is_gone(talk: Talk) -> None:
    talk.say("I have diarrhea")
    question = talk.question
    talk.say("start again")

    reply = talk.press(question, "dont_know")

    assert reply.responses == ("utter_stale_button",)
