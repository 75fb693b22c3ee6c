"""Questions that mean something only because of what was talked about before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.conversations.talk import Talk

RED_FLAG = "my poo is black and I nearly passed out"
NOT_UNDERSTOOD = ("tell me what to do with the green one", "why do bananas bend when purple")
ANSWER = "utter_answer_"

DIALOGUES = {
    "its side effects are those of the drug talked about": [
        ("what is Keytruda?", "checkpoint"),
        ("what are its side effects?", "checkpoint_effects"),
    ],
    "and how is it given, of a drug that is a drip": [
        ("what are checkpoint inhibitors?", "checkpoint"),
        ("and how is it given?", "how_is_it_given"),
    ],
    "and how is it given, of cells that are made in a lab": [
        ("what is CAR-T?", "cart"),
        ("and how is it given?", "cart_process"),
    ],
    "another drug: the same side of it": [
        ("what are the side effects of CAR-T cells?", "cart_effects"),
        ("what about Opdivo?", "checkpoint_effects"),
        ("and interferon?", "interferon_effects"),
    ],
    "another drug: what it is, where that was asked": [
        ("what is Yescarta?", "cart"),
        ("how about BCG?", "bcg"),
    ],
    "another drug after an answer that is about none": [
        ("can I drink alcohol?", "alcohol"),
        ("what about Keytruda?", "checkpoint"),
    ],
    "a drug misspelt": [
        ("what are the side effects of BCG?", "bcg_effects"),
        ("what about keytrudra?", "checkpoint_effects"),
    ],
    "does that hurt": [
        ("is Opdivo given as a drip?", "how_is_it_given"),
        ("does that hurt?", "does_it_hurt"),
    ],
    "how long the drip takes": [
        ("what happens on infusion day?", "infusion_day"),
        ("how long does it take?", "infusion_day"),
    ],
    "how long until it works": [
        ("how well does immunotherapy work?", "how_well"),
        ("how long does it take?", "how_long_to_work"),
    ],
    "how long the making of cells takes": [
        ("what is CAR-T?", "cart"),
        ("how long does it take?", "cart_process"),
    ],
    "what it is for and what it is called": [
        ("what is Opdivo?", "checkpoint"),
        ("what is it for?", "purpose_checkpoint"),
        ("what is it called?", "names_checkpoint"),
    ],
    "a question in between does not make the drug forgotten": [
        ("what is IL-2?", "il2"),
        ("can I drive?", "driving"),
        ("and the side effects?", "il2_effects"),
    ],
    "when serious effects start": [
        ("what are the serious side effects?", "side_effects_serious"),
        ("when do they start?", "when_effects_start"),
    ],
    "signs of what may follow cells": [
        ("what is CRS?", "crs"),
        ("what are the signs?", "cart_warning"),
    ],
    "coming off steroids": [
        ("what do steroids do to you?", "steroid_effects"),
        ("how do I come off them?", "steroid_taper"),
    ],
    "how it is treated, after an effect on an organ": [
        ("can immunotherapy harm the kidneys?", "kidneys"),
        ("how is it treated?", "treated_with_steroids"),
    ],
    "which is worse, of side effects": [
        ("what are the side effects of Keytruda?", "checkpoint_effects"),
        ("which one is worse?", "side_effects_serious"),
    ],
    "one drug of a pair is that drug": [
        ("what is Keytruda?", "checkpoint"),
        ("what about Yervoy?", "checkpoint"),
    ],
    "another kind of vaccine": [
        ("should I get the flu shot?", "flu_vaccine"),
        ("what about the covid one?", "flu_vaccine"),
    ],
    "driving after a treatment that is named": [
        ("can I drive?", "driving"),
        ("and after CAR-T?", "cart_driving"),
    ],
    "starting treatment again is not starting the conversation again": [
        ("can I stop treatment early?", "stop_medicine"),
        ("can I start it again later?", "restart"),
    ],
    "which treatments cause it, of a side effect": [
        ("what is CRS?", "crs"),
        ("what drugs bring that on?", "crs"),
    ],
    "what would be noticed first, of the glands": [
        ("can Opdivo upset the thyroid?", "glands"),
        ("how would I notice that?", "glands"),
    ],
    "how the doctors find out": [
        ("can immunotherapy affect the liver?", "liver"),
        ("how would they spot it", "tests_scans"),
        ("and treat it?", "treated_with_steroids"),
    ],
    "a treatment set beside another": [
        ("what is interferon?", "interferon"),
        ("how is that different from IL-2?", "il2"),
    ],
    "one after the other of a list": [
        ("what are the types of immunotherapy?", "types"),
        ("tell me more about the third one", "cart"),
        ("and the first one?", "checkpoint"),
    ],
    "a greeting before the question": [("hi, what is BCG?", "bcg")],
    "driving after cells": [
        ("what is CAR-T?", "cart"),
        ("can I drive after it?", "cart_driving"),
    ],
    "immunotherapy as such is not the drug talked about": [
        ("what is CAR-T?", "cart"),
        ("what are the side effects of immunotherapy?", "side_effects_common"),
    ],
}


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES)
def test_a_follow_up_is_about_what_was_talked_about(
    talk: Talk, dialogue: Sequence[tuple[str, str]]
) -> None:
    for message, answer in dialogue:
        assert talk.say(message).responses == (ANSWER + answer,), message


def test_what_a_drug_does_is_said_of_the_drug_that_somebody_starts(talk: Talk) -> None:
    first = talk.say("my sister begins Yervoy on Friday, what does it do?")
    assert first.responses[-1] == ANSWER + "checkpoint"

    assert talk.say("and the downsides?").responses == (ANSWER + "checkpoint_effects",)


@pytest.mark.parametrize("report", ["and chest pain?", "how bad is it, I can't breathe"])
def test_a_report_after_an_answer_stays_a_report(talk: Talk, report: str) -> None:
    talk.say("can immunotherapy affect the liver?")
    talk.say("I have a rash")

    assert talk.say(report).responses[0].startswith("utter_emergency")


def test_a_short_question_that_is_not_understood_may_be_about_the_last_answer(talk: Talk) -> None:
    talk.say("can immunotherapy affect the liver?")

    assert talk.say("is that bad?").responses == ("utter_about_last",)


def test_the_same_question_is_not_understood_where_nothing_was_talked_about(talk: Talk) -> None:
    assert talk.say("is that bad?").responses != ("utter_about_last",)


def test_a_bare_drug_at_the_start_gets_what_it_is(talk: Talk) -> None:
    assert talk.say("what about Opdivo?").responses == ("utter_answer_checkpoint",)


def test_the_memory_survives_a_triage_in_between(talk: Talk) -> None:
    talk.say("what is CAR-T?")
    talk.say("I have a mild rash")
    while talk.question is not None:
        talk.press(talk.question, "dont_know")

    assert talk.say("what are its side effects?").responses[0] == "utter_answer_cart_effects"
    assert "CAR-T" in talk.say("where is that from?").texts[0]


def test_a_follow_up_while_a_question_is_open_is_answered_and_the_question_asked_again(
    talk: Talk,
) -> None:
    talk.say("what is Keytruda?")
    talk.say("I have diarrhea")
    question = talk.question

    reply = talk.say("what are its side effects?")

    assert reply.responses == ("utter_answer_checkpoint_effects", f"utter_ask_{question}")


@pytest.mark.parametrize("follow_up", ["tell me more", "what about Opdivo?", "where is that from?"])
def test_a_red_flag_beside_a_follow_up_stands_alone(talk: Talk, follow_up: str) -> None:
    talk.say("what is CAR-T?")

    reply = talk.say(f"{follow_up} {RED_FLAG}")

    assert reply.responses[0].startswith("utter_emergency")
    assert not any(name.startswith(ANSWER) for name in reply.responses)


def test_two_messages_not_understood_in_a_row_bring_the_topics_and_the_number(talk: Talk) -> None:
    first, second = (talk.say(message) for message in NOT_UNDERSTOOD)

    assert first.responses == ("utter_unsure",)
    assert second.responses == ("utter_topic_list",)
    assert "555-0100" in second.text
    assert "/ask_what_is" in second.buttons.values()
    assert second.is_filled_in


def test_an_answer_between_two_misses_starts_the_count_anew(talk: Talk) -> None:
    talk.say(NOT_UNDERSTOOD[0])
    talk.say("what is CAR-T?")

    assert talk.say(NOT_UNDERSTOOD[1]).responses == ("utter_unsure",)


def test_words_that_nobody_knows_get_the_danger_signs_first_and_then_the_topics(talk: Talk) -> None:
    said = [talk.say(message).responses for message in ("zzz", "qqq", "vvv")]

    assert said[0] == ("utter_ask_danger_signs",)
    assert said[-1] == ("utter_topic_list",)


def test_a_red_flag_after_a_miss_is_an_emergency(talk: Talk) -> None:
    talk.say(NOT_UNDERSTOOD[0])

    assert talk.say(RED_FLAG).responses == ("utter_emergency",)
