"""Taking something back, speaking for somebody else, and telling more than was asked."""

from __future__ import annotations

from tests.conversations.talk import Talk


def test_a_symptom_taken_back_no_longer_counts(talk: Talk) -> None:
    talk.say("I have diarrhea")

    reply = talk.say("sorry, I meant I have no diarrhea")

    assert talk.question is None
    assert talk.level is None
    assert reply.text


def test_a_level_once_told_stays_after_a_correction(talk: Talk) -> None:
    talk.say("my poo is black and I nearly passed out")

    reply = talk.say("no, I said my poo is not black and I did not pass out")

    assert talk.level == "emergency"
    assert "112" in reply.text


def test_another_person_is_another_case(talk: Talk) -> None:
    talk.say("I have diarrhea")
    first = talk.question

    reply = talk.say("now my husband has a rash")

    assert "utter_other_person" in reply.responses
    assert "rash" in reply.text
    assert "diarrhea" not in reply.text
    assert talk.question != first


def test_the_highest_advice_stays_in_sight_with_another_person(talk: Talk) -> None:
    talk.say("my poo is black and I nearly passed out")

    talk.say("now my husband has a rash")
    reply = talk.say("thanks")

    assert talk.level == "emergency"
    assert "112" in reply.text or talk.question is not None


def test_a_carer_is_taken_as_seriously_as_the_patient(talk: Talk) -> None:
    reply = talk.say("my dad has diarrhea, he is on opdivo")

    assert talk.question is not None
    assert "utter_proxy" in reply.responses


def test_an_answer_may_say_more_than_was_asked(talk: Talk) -> None:
    talk.say("I have diarrhea")
    for _ in range(5):
        if talk.question == "stools_over_usual":
            break
        talk.press(talk.question, "dont_know")

    talk.say("twice, and there was blood")

    assert talk.level == "urgent"


def test_words_of_despair_are_met_with_a_gentle_question(talk: Talk) -> None:
    reply = talk.say("this cancer is killing me")

    assert "utter_ask_thoughts_of_harm" in reply.responses
    assert talk.level is None
    assert talk.press("thoughts_of_harm", "yes").responses[0] == "utter_emergency_suicide"
