"""A report in words nobody listed: the bot does not shrug, it offers the body areas."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conversations.talk import Reply, Talk

Jump = Callable[[float], None]

DANGER_SIGNS = ("chest pain", "trouble breathing", "fainting", "confusion", "heavy bleeding")
ODD = "my tongue feels like a carpet"


def _shows_areas_and_danger_signs(reply: Reply) -> bool:
    signs = all(sign in reply.text for sign in DANGER_SIGNS)
    return signs and "Belly or bowels" in reply.buttons and "112" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "it is as if wasps live in my calves",
        "it is as if ants were marching under my ribs",
        "my tummy is doing cartwheels",
        "my limbs are made of porridge",
        "my ribs feel caged in iron",
        "everything below my waist is asleep",
        "my teeth feel loose and furry",
    ],
)
def test_an_odd_report_opens_the_areas_and_shows_the_danger_signs(talk: Talk, text: str) -> None:
    reply = talk.say(text)

    assert talk.question == "body_area"
    assert talk.level is None
    assert _shows_areas_and_danger_signs(reply)


@pytest.mark.parametrize(
    "text",
    [
        "show me the body areas",
        "I would rather tap",
        "could I pick from a list",
        "just give me some buttons",
        "can I choose a symptom",
        "/start_triage",
        "/report_symptom",
    ],
)
def test_anyone_who_would_rather_tap_can_open_it(talk: Talk, text: str) -> None:
    assert _shows_areas_and_danger_signs(talk.say(text))
    assert talk.question == "body_area"


def test_the_greeting_leads_to_it_with_one_tap(talk: Talk) -> None:
    button = talk.say("hello").buttons["I feel unwell"]

    assert _shows_areas_and_danger_signs(talk.say(button))


@pytest.mark.parametrize(
    "text",
    [
        "remind me to buy milk tomorrow",
        "my car is making a funny noise",
        "the soup is too salty",
        "play some jazz",
        "my printer is jammed",
        "how do I bake bread",
        "I love my new shoes",
        "what is my bank balance",
        "hello",
        "thank you",
        "can I drink beer on keytruda?",
        "what is CAR-T?",
    ],
)
def test_everyday_talk_and_questions_do_not_open_it(talk: Talk, text: str) -> None:
    talk.say(text)

    assert talk.question is None


@pytest.mark.parametrize(
    "text",
    [
        "I have diarrhea and my insides feel like a zoo",
        "my tongue feels like a carpet and I have a fever",
        "no fever, but everything is strange",
        "my mother had a rash years ago",
    ],
)
def test_a_message_in_which_a_symptom_was_heard_does_not_open_it(talk: Talk, text: str) -> None:
    talk.say(text)

    assert talk.question != "body_area"


def test_tapping_leads_to_the_level_and_its_questions(talk: Talk) -> None:
    areas = talk.say(ODD)
    symptoms = talk.say(areas.buttons["Belly or bowels"])
    reply = talk.say(symptoms.buttons["Diarrhea"])

    assert symptoms.responses == ("utter_ask_area_symptom_belly",)
    assert reply.responses[0] == "utter_advice_same_day"
    assert talk.question not in (None, "body_area", "area_symptom")


def test_a_tapped_danger_sign_is_an_emergency(talk: Talk) -> None:
    areas = talk.say(ODD)
    symptoms = talk.say(areas.buttons["Chest, heart or breathing"])
    reply = talk.say(symptoms.buttons["Chest pain or tightness"])

    assert talk.level == "emergency"
    assert reply.responses == ("utter_emergency",)


def test_a_red_flag_typed_in_place_of_a_tap_is_an_emergency(talk: Talk) -> None:
    talk.say(ODD)
    talk.say("I can't breathe")

    assert talk.level == "emergency"
    assert talk.question is None


def test_going_back_shows_the_areas_again(talk: Talk) -> None:
    talk.say(talk.say(ODD).buttons["Belly or bowels"])
    reply = talk.say('/undo{"question": "body_area"}')

    assert reply.responses[-1] == "utter_ask_body_area"
    assert talk.question == "body_area"


def test_a_question_in_between_is_answered_and_the_areas_stay(talk: Talk) -> None:
    talk.say(ODD)
    reply = talk.say("are you human?")

    assert reply.responses == ("utter_are_you_human", "utter_ask_body_area")


@pytest.mark.parametrize("bare", ["yes", "no"])
def test_a_bare_yes_or_no_shows_the_areas_again(talk: Talk, bare: str) -> None:
    talk.say(ODD)

    assert talk.say(bare).responses[-1] == "utter_ask_body_area"
    assert talk.level is None


def test_after_a_break_the_old_buttons_say_that_they_are_closed(
    talk: Talk, let_time_pass: Jump
) -> None:
    button = talk.say(talk.say(ODD).buttons["Belly or bowels"]).buttons["Diarrhea"]
    let_time_pass(3)
    reply = talk.say(button)

    assert reply.responses[0] == "utter_stale_button"
    assert talk.level is None
