"""A danger sign told in the past: is it there now?"""

from __future__ import annotations

import pytest

from tests.triage.turn.sitting import TABLES, Sitting, said
from triage.levels import Level
from triage.model import Status

CONFUSED = "I was confused"


def test_it_is_asked_about_beside_the_advice_and_no_level_is_set(sitting: Sitting) -> None:
    turn = sitting.say(CONFUSED)

    assert said(turn) == ["advice_emergency", "ask_happening_now"]
    assert turn.state.level is None
    assert turn.question == "happening_now"
    assert turn.words["triage_asked_about"] == "confusion"


def test_a_yes_is_an_emergency(sitting: Sitting) -> None:
    sitting.say(CONFUSED)

    turn = sitting.press("happening_now", "yes")

    assert said(turn) == ["emergency"]
    assert turn.state.level is Level.EMERGENCY


@pytest.mark.parametrize(
    "reply", ["yes", "yes it is", "still there", "yes, right now", "I'm still confused"]
)
def test_a_typed_yes_is_one_too(sitting: Sitting, reply: str) -> None:
    sitting.say(CONFUSED)

    assert sitting.say(reply).state.level is Level.EMERGENCY


@pytest.mark.parametrize("reply", ["no", "no, that is over", "it went away", "not right now"])
def test_a_no_keeps_it_as_history_and_says_whom_to_tell(sitting: Sitting, reply: str) -> None:
    sitting.say(CONFUSED)

    turn = sitting.say(reply)

    assert said(turn)[0] == "is_over"
    assert turn.state.case.findings["confusion"] is Status.PAST
    assert turn.state.level is None


def test_i_dont_know_counts_as_there(sitting: Sitting) -> None:
    sitting.say(CONFUSED)

    assert sitting.say("I don't know").state.level is Level.EMERGENCY


def test_two_answers_it_cannot_use_count_as_there(sitting: Sitting) -> None:
    sitting.say(CONFUSED)

    assert said(sitting.say("purple"))[-1] == "ask_happening_now"
    assert sitting.say("purple").state.level is Level.EMERGENCY


def test_a_question_in_between_is_answered_and_it_is_asked_again(sitting: Sitting) -> None:
    sitting.say(CONFUSED)

    turn = sitting.say("what is CAR-T?", intent="ask_cart")

    assert said(turn)[-1] == "ask_happening_now"
    assert turn.words["triage_asked_about"] == "confusion"


def test_a_sure_danger_sign_is_not_held_up(sitting: Sitting) -> None:
    turn = sitting.say("I was confused and my poo is black and I nearly passed out")

    assert turn.state.level is Level.EMERGENCY
    assert turn.state.pending is None


def test_two_signs_of_one_emergency_are_not_asked_about(sitting: Sitting) -> None:
    turn = sitting.say("my chest felt tight and I had trouble breathing")

    assert turn.state.level is Level.EMERGENCY


def test_a_symptom_that_comes_while_it_is_asked_joins_the_case(sitting: Sitting) -> None:
    sitting.say(CONFUSED)

    turn = sitting.say("and I have a rash")

    assert turn.state.case.findings["rash"] is Status.PRESENT
    assert turn.state.pending == "happening_now"


def test_what_may_not_change_the_level_is_not_asked(sitting: Sitting) -> None:
    sitting.say("I have a fever of 39.5")
    level = sitting.state.level

    turn = sitting.say("I had a runny nose")

    assert level is Level.URGENT
    assert turn.state.pending != "happening_now"


def test_it_is_one_of_the_five_questions_of_a_triage(sitting: Sitting) -> None:
    sitting.say("I had a fever")
    sitting.press("happening_now", "yes")
    asked = ["happening_now"]
    while sitting.state.pending in TABLES.questions:
        asked.append(sitting.state.pending)
        sitting.say("I don't know")

    assert len(asked) == 5
    assert sitting.state.level is Level.URGENT


@pytest.mark.parametrize("question", ["what about chest pain?", "ok, how about chest pain"])
def test_what_a_person_adds_while_symptoms_are_asked_about_may_be_there(
    sitting: Sitting, question: str
) -> None:
    sitting.say("I have diarrhea")

    assert said(sitting.say(question)) == ["advice_emergency", "ask_happening_now"]


def test_where_nothing_was_reported_the_same_is_a_question(sitting: Sitting) -> None:
    turn = sitting.say("what about chest pain?")

    assert turn.state.case.findings["chest_pain"] is Status.HYPOTHETICAL
