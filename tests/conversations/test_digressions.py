"""Everything else a person says while a question is open, or after the advice."""

from __future__ import annotations

import pytest

from tests.conversations.talk import Talk

EMERGENCY = "my poo is black and I nearly passed out"


def test_a_digression_is_answered_whole_and_the_question_asked_again(talk: Talk) -> None:
    talk.say("I have diarrhea")
    question = talk.question

    reply = talk.say("are you human?")

    assert reply.responses == ("utter_are_you_human", f"utter_ask_{question}")
    assert talk.question == question


def test_a_digression_is_no_failed_answer(talk: Talk) -> None:
    talk.say("I have diarrhea")
    question = talk.question
    for _ in range(3):
        talk.say("what can you do?")

    assert talk.question == question


def test_a_question_beside_a_report_is_answered_after_the_triage(talk: Talk) -> None:
    reply = talk.say("do you store what I write? I have diarrhea")

    assert reply.responses[0] == "utter_advice_same_day"
    assert reply.responses[-1] == f"utter_ask_{talk.question}"


def test_with_a_red_flag_the_escalation_stands_alone(talk: Talk) -> None:
    reply = talk.say(f"hello, what can you do? {EMERGENCY}")

    assert reply.responses == ("utter_emergency",)


@pytest.mark.parametrize(
    ("message", "response"),
    [
        ("hello", "utter_greet"),
        ("thanks", "utter_thank"),
        ("are you human", "utter_are_you_human"),
        ("goodbye", "utter_goodbye"),
    ],
)
def test_after_an_escalation_every_message_gets_an_answer_and_a_reminder(
    talk: Talk, message: str, response: str
) -> None:
    talk.say(EMERGENCY)

    reply = talk.say(message)

    assert reply.responses == (response, "utter_reminder_emergency")


@pytest.mark.parametrize(
    ("message", "response"),
    [
        ("I called them", "utter_called"),
        ("nobody answers", "utter_no_answer"),
        ("I have no number", "utter_no_number"),
        ("the team told me to wait", "utter_team_said_emergency"),
        ("I feel better", "utter_better"),
    ],
)
def test_what_happened_after_the_advice_is_understood(
    talk: Talk, message: str, response: str
) -> None:
    talk.say(EMERGENCY)

    reply = talk.say(message)

    assert reply.responses[0] == response
    assert talk.level == "emergency"


def test_nobody_answering_leads_to_emergency_care(talk: Talk) -> None:
    talk.say("I have had diarrhea with blood")

    reply = talk.say("nobody picks up the phone")

    assert "emergency care now" in reply.text
    assert "112" in reply.text


def test_getting_worse_repeats_the_advice(talk: Talk) -> None:
    talk.say(EMERGENCY)

    reply = talk.say("I feel worse")

    assert reply.responses[:2] == ("utter_worse", "utter_emergency")


def test_getting_worse_before_any_advice_asks_for_danger_signs(talk: Talk) -> None:
    reply = talk.say("it is getting worse")

    assert reply.responses == ("utter_worse", "utter_ask_danger_signs")


def test_a_yes_to_the_danger_signs_is_an_emergency(talk: Talk) -> None:
    talk.say("?")

    reply = talk.press("danger_signs", "yes")

    assert reply.responses == ("utter_emergency",)
    assert talk.level == "emergency"


def test_a_late_yes_to_the_danger_signs_still_counts(talk: Talk) -> None:
    talk.say("?")
    talk.say("I have diarrhea")

    talk.press("danger_signs", "yes")

    assert talk.level == "emergency"


def test_a_no_to_the_danger_signs_goes_on(talk: Talk) -> None:
    talk.say("?")

    reply = talk.press("danger_signs", "no")

    assert reply.responses == ("utter_no_danger_signs",)
    assert talk.level is None


def test_urgent_advice_is_followed_up(talk: Talk) -> None:
    talk.say("I have diarrhea")
    while talk.question is not None:
        talk.say("I don't know")

    assert talk.level == "urgent"
    reply = talk.press("have_called", "no")
    assert reply.responses[0] == "utter_not_called"


@pytest.mark.parametrize("message", ["I have no number", "yes, I called them", "nobody answers"])
def test_what_is_said_about_the_call_answers_no_clinical_question(talk: Talk, message: str) -> None:
    talk.say("I have a fever of 38.4")
    question, level = talk.question, talk.level
    assert question is not None

    talk.say(message)

    assert (talk.question, talk.level) == (question, level)


@pytest.mark.parametrize("message", ["can you call an ambulance for me", "send help"])
def test_it_says_that_it_cannot_call_anyone(talk: Talk, message: str) -> None:
    reply = talk.say(message)

    assert reply.responses[0] == "utter_call_for_me"
    assert "112" in reply.text


def test_it_never_says_that_all_is_well(talk: Talk) -> None:
    talk.say("I have a rash")

    assert "utter_am_i_fine" in talk.say("so I'm fine then?").responses


def test_they_told_me_is_not_somebody_else_speaking(talk: Talk) -> None:
    talk.say("my poo is black and I nearly passed out")

    assert "utter_proxy" not in talk.say("they told me to come in").responses
