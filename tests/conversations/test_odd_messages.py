"""Messages no one would plan for: none is met with silence, a hello, or a yes."""

from __future__ import annotations

import pytest

from tests.conversations.talk import Talk

ODD = ["", "   ", "?", "...", "??", "😀", "👍", "zzz", "ksdjfh", "!!!", "\u200b"]


@pytest.mark.parametrize("message", ODD)
def test_it_asks_about_danger_signs_and_neither_greets_nor_agrees(talk: Talk, message: str) -> None:
    reply = talk.say(message)

    assert reply.responses[-1] == "utter_ask_danger_signs"
    assert not {"utter_greet", "utter_what_next"} & set(reply.responses)


@pytest.mark.parametrize("message", [*ODD, "stop", "hm", "lol"])
def test_it_is_no_answer_to_an_open_question(talk: Talk, message: str) -> None:
    talk.say("I have a rash")
    question = talk.question

    reply = talk.say(message)

    assert talk.question == question
    assert reply.responses[-1] == f"utter_ask_{question}"


@pytest.mark.parametrize(
    "message",
    [
        "MY POO IS BLACK AND I NEARLY PASSED OUT",
        "/my poo is black and I nearly passed out",
        "//my poo is black and i nearly passed out",
        "/greet my poo is black and I nearly passed out",
        "  /  my poo is black and I nearly passed out",
        "hi thanks bye my poo is black and i nearly passed out",
        "my poo is black and i nearly passed out 😀",
        '/greet{"name": "my poo is black and I nearly passed out"}',
    ],
)
def test_a_red_flag_is_heard_however_it_is_typed(talk: Talk, message: str) -> None:
    reply = talk.say(message)

    assert reply.responses == ("utter_emergency",)


def test_a_red_flag_at_the_end_of_a_very_long_message_is_heard(talk: Talk) -> None:
    talk.say("we had a nice day at the lake. " * 2000 + "my poo is black and I nearly passed out")

    assert talk.level == "emergency"


@pytest.mark.parametrize("message", ["/back", "/session_start", "/nosuchintent", "/answer", "/"])
def test_a_command_is_answered_and_takes_nothing_back(talk: Talk, message: str) -> None:
    talk.say("my poo is black and I nearly passed out")

    reply = talk.say(message)

    assert reply.text
    assert talk.level == "emergency"


@pytest.mark.parametrize("message", [*ODD, "hello", "I have a rash", "make a note", "{x}", "None"])
def test_no_reply_is_empty_or_holds_a_placeholder(talk: Talk, message: str) -> None:
    for text in talk.say(message).texts:
        assert text.strip()
        assert "None" not in text
        assert "{" not in text
        assert "}" not in text
