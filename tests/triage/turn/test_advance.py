"""One turn, without any host: what a message does to the state and what is said."""

from __future__ import annotations

import pytest

from tests.triage.turn.sitting import NOW, TABLES, Sitting, said
from triage.levels import Level
from triage.model import Status
from triage.turn import Answering, Message, advance

EMERGENCY = "my poo is black and I nearly passed out"


def test_the_same_message_gives_the_same_turn(sitting: Sitting) -> None:
    first = advance(sitting.state, Message("I have diarrhea"), NOW, TABLES)

    assert advance(sitting.state, Message("I have diarrhea"), NOW, TABLES) == first


def test_an_emergency_leaves_no_room_for_other_answers(sitting: Sitting) -> None:
    turn = sitting.say(f"what is CAR-T? {EMERGENCY}", intent="ask_cart")

    assert said(turn) == ["emergency"]
    assert turn.answer is Answering.NONE
    assert turn.state.pending is None


def test_small_talk_is_left_to_the_host(sitting: Sitting) -> None:
    turn = sitting.say("hello", intent="greet")

    assert said(turn) == []
    assert turn.answer is Answering.ANY


def test_the_pending_question_stays_until_it_is_answered(sitting: Sitting) -> None:
    pending = sitting.say("I have diarrhea").state.pending

    assert sitting.say("what is CAR-T?", intent="ask_cart").state.pending == pending
    assert sitting.press(str(pending), "1").state.pending != pending


def test_t_cell_treatment_has_its_own_emergency_message(sitting: Sitting) -> None:
    sitting.say("I had CAR-T last month")

    assert said(sitting.say(EMERGENCY)) == ["emergency_cart"]


def test_thoughts_of_suicide_have_their_own_emergency_message(sitting: Sitting) -> None:
    assert said(sitting.say("I want to kill myself")) == ["emergency_suicide"]


def test_a_second_red_flag_is_told_again_with_its_reason(sitting: Sitting) -> None:
    first = sitting.say(EMERGENCY)
    second = sitting.say("and now I have crushing chest pain")

    assert said(second) == ["emergency"]
    assert second.words["triage_because"] != first.words["triage_because"]


def test_a_break_makes_a_new_case_and_keeps_the_level(sitting: Sitting) -> None:
    sitting.say(EMERGENCY)

    turn = sitting.say("hello", intent="greet", minutes=180)

    assert turn.state.case.findings == {}
    assert turn.state.level is Level.EMERGENCY
    assert said(turn) == ["after_break_emergency"]


def test_starting_again_clears_the_level_and_keeps_the_advice(sitting: Sitting) -> None:
    sitting.say(EMERGENCY)

    turn = sitting.say("start again", intent="restart")

    assert turn.state.level is None
    assert turn.state.advice is Level.EMERGENCY
    assert said(turn) == ["restart_emergency"]


def test_a_report_in_the_same_breath_is_no_fresh_start(sitting: Sitting) -> None:
    sitting.say("I have a rash")

    turn = sitting.say(f"start again. {EMERGENCY}")

    assert said(turn) == ["emergency"]


def test_a_question_about_a_symptom_never_takes_it_back(sitting: Sitting) -> None:
    sitting.say("I have diarrhea")

    state = sitting.say("what if I get diarrhea at night?").state

    assert state.case.findings["diarrhoea"] is Status.PRESENT


def test_a_yes_after_asking_what_if_makes_it_present(sitting: Sitting) -> None:
    assert sitting.say("what if I get a rash?").question is None

    state = sitting.press("happening_now", "yes").state

    assert state.case.findings["rash"] is Status.PRESENT


def test_a_no_after_asking_what_if_makes_it_absent(sitting: Sitting) -> None:
    sitting.say("what if I get a rash?")

    turn = sitting.press("happening_now", "no")

    assert turn.state.case.findings["rash"] is Status.NEGATED
    assert said(turn) == ["not_happening"]


def test_asking_again_costs_no_question(sitting: Sitting) -> None:
    sitting.say("I have diarrhea")
    before = sitting.state.case.asked
    for _ in range(4):
        sitting.say("what is CAR-T?", intent="ask_cart")

    assert sitting.state.case.asked == before


@pytest.mark.parametrize("value", ["", "maybe", "1e999", "-4", "nan", "True"])
def test_a_button_with_an_impossible_value_is_closed(sitting: Sitting, value: str) -> None:
    question = str(sitting.say("I have diarrhea").state.pending)

    turn = sitting.press(question, value)

    assert said(turn)[0] == "stale_button"
    assert question not in turn.state.case.answers


def test_a_symptom_said_again_is_noted_again(sitting: Sitting) -> None:
    sitting.say("I have a rash")

    turn = sitting.say("I have a rash")

    assert said(turn) == ["advice_same_day", "ask_blisters"]


def test_now_my_daughter_is_another_person(sitting: Sitting) -> None:
    sitting.say("I have a rash")

    turn = sitting.say("now my daughter has diarrhea")

    assert said(turn)[0] == "other_person"
    assert set(turn.state.case.findings) == {"diarrhoea"}


@pytest.mark.parametrize("text", ["am I going to die", "am I dying?", "will I die from this"])
def test_fear_of_death_is_asked_about_not_triaged(sitting: Sitting, text: str) -> None:
    assert sitting.say(text, intent="ask_outlook").answer is Answering.ANY
