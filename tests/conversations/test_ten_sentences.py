"""The ten sentences of the requirements, each in a conversation of its own."""

from __future__ import annotations

import pytest

from tests.conversations.talk import Talk

LEVELS = {
    "I do not have diarrhea or bloody stool.": None,
    "No diarrhea, no shortness of breath, no chest pain.": None,
    "My mother had bloody stool last year, I feel fine.": None,
    "What if I get bloody stool?": None,
    "I have had the runs 8 times today": "urgent",
    "i am pooping blood": "urgent",
    "diarrhoea 8 times a day": "urgent",
    "short of breath walking to the kitchen": "urgent",
    "My chest feels tight and my eyelids droop": "emergency",
    "I keep feeling confused and my head hurts badly": "emergency",
}


@pytest.mark.parametrize(("sentence", "level"), LEVELS.items())
def test_each_sentence_gets_its_level_in_the_same_turn(
    talk: Talk, sentence: str, level: str | None
) -> None:
    reply = talk.say(sentence)

    assert talk.level == level
    if level is not None:
        assert reply.responses[0] == f"utter_{level}"


def test_asking_what_if_is_answered_and_offers_to_look_at_it_now(talk: Talk) -> None:
    reply = talk.say("What if I get bloody stool?")

    assert "555-0100" in reply.text
    assert {"Yes", "No"} <= reply.buttons.keys()


def test_blood_is_told_and_followed_by_a_question(talk: Talk) -> None:
    talk.say("i am pooping blood")

    assert talk.question is not None


def test_a_black_stool_with_near_fainting_is_an_emergency_with_its_reason(talk: Talk) -> None:
    reply = talk.say("my poo is black and I nearly passed out")

    assert talk.level == "emergency"
    assert "112" in reply.text
    assert reply.text.index("112") < reply.text.index("555-0100")
    assert "black stool" in reply.text
    assert talk.question is None
