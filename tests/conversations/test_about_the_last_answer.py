"""More of the last answer, the same in simpler words, and where it is from."""

from __future__ import annotations

import pytest

from tests.conversations.talk import Talk


def test_tell_me_more_leads_on_and_never_repeats_until_all_is_told(talk: Talk) -> None:
    told = [talk.say("what is BCG?").responses]
    for _ in range(4):
        reply = talk.say("tell me more")
        assert len(reply.responses) == 1
        assert reply.responses not in told
        assert reply.buttons
        told.append(reply.responses)


def test_more_about_another_treatment_is_about_that_one(talk: Talk) -> None:
    talk.say("what is BCG?")

    assert talk.say("tell me more about Keytruda").responses == ("utter_answer_checkpoint",)


def test_the_last_answer_is_said_more_simply_with_its_buttons(talk: Talk) -> None:
    first = talk.say("what is CAR-T?")

    reply = talk.say("say that more simply")

    assert reply.responses == ("utter_said_simply",)
    assert "trained in a lab" in reply.text
    assert reply.buttons == first.buttons
    assert reply.is_filled_in


def test_a_simpler_answer_on_danger_signs_still_says_what_to_do_now(talk: Talk) -> None:
    talk.say("what are the side effects of Keytruda?")

    reply = talk.say("can you say that more simply")

    assert "call 112 now" in reply.text
    assert "/start_triage" in reply.buttons.values()


def test_the_sources_of_the_last_answer_are_named_with_title_and_place(talk: Talk) -> None:
    talk.say("what are the side effects of Keytruda?")

    reply = talk.say("where is that from?")

    assert reply.responses == ("utter_sources",)
    assert "Side effects of checkpoint drugs" in reply.text
    assert "KEYTRUDA patient important-facts" in reply.text
    assert "https://" in reply.text
    assert reply.is_filled_in


@pytest.mark.parametrize(
    ("message", "response"),
    [
        ("tell me more", "utter_tell_more"),
        ("say that more simply", "utter_simpler"),
        ("where is that from?", "utter_where_from"),
    ],
)
def test_where_nothing_was_said_yet_the_bot_asks_what_about(
    talk: Talk, message: str, response: str
) -> None:
    reply = talk.say(message)

    assert reply.responses == (response,)
    assert "?" in reply.text or "Tell me" in reply.text
    assert reply.is_filled_in


def test_an_answer_that_a_red_flag_kept_back_is_not_the_last_answer(talk: Talk) -> None:
    talk.say("what is BCG?")
    talk.say("what is Keytruda? my poo is black and I nearly passed out")

    assert '"What is BCG?"' in talk.say("where is that from?").text


def test_starting_again_forgets_what_was_talked_about(talk: Talk) -> None:
    talk.say("what is CAR-T?")
    talk.say("start again")

    assert talk.say("where is that from?").responses == ("utter_where_from",)
