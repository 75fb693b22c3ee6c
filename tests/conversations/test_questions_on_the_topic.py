"""What a question in few words asks of the topic, and that it is then no report."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.conversations.talk import Talk

ANSWER = "utter_answer_"
SAME_KIND, NOT_KNOWN = "utter_same_kind", "utter_not_known_of_it"

DIALOGUES = {
    "one of several vaccines, though it is an illness too": [
        ("may I have the flu vaccine?", "flu_vaccine"),
        ("and the shingles one", "live_vaccine"),
        ("pneumonia?", "flu_vaccine"),
    ],
    "another organ": [
        ("can immunotherapy harm the kidneys?", "kidneys"),
        ("and my lungs", "lungs"),
        ("what about the liver", "liver"),
    ],
    "the other of two reactions": [
        ("what is CRS?", "crs"),
        ("and the nerve one", "icans"),
    ],
    "the names of drugs of a kind": [
        ("what are checkpoint drugs?", "checkpoint"),
        ("which drugs are these", "names_checkpoint"),
    ],
    "two questions in one": [
        ("what is IL-2?", "il2"),
        ("where is it given and how?", "il2"),
        ("why in hospital", "il2_effects"),
    ],
    "another treatment that is only compared does not become the topic": [
        ("what is Tecvayli?", "bispecific"),
        ("is that like CAR-T?", "cart"),
        ("what are the risks?", "bispecific_effects"),
    ],
    "which is better is a choice": [
        ("what is Opdivo?", "checkpoint"),
        ("which one is stronger?", "drug_choice"),
    ],
    "stopping after a time is a choice": [
        ("how long does immunotherapy go on?", "how_long_treatment"),
        ("should we stop after 18 months?", "stop_medicine"),
    ],
    "what is needed after treatment": [
        ("what is the alert card?", "alert_card"),
        ("must I still carry it once treatment is over?", "effects_after_stopping"),
    ],
    "steroids that do not work": [
        ("how are side effects treated?", "treated_with_steroids"),
        ("and if the steroids fail?", "treated_with_steroids"),
    ],
    "starting again is no new conversation": [
        ("when is treatment stopped early?", "stop_early"),
        ("could it be resumed?", "restart"),
    ],
    "a name of the topic is no other topic": [
        ("can immunotherapy affect the liver?", "liver"),
        ("will my liver recover", "are_they_permanent"),
    ],
    "a question on one side keeps the topic": [
        ("what is CAR-T?", "cart"),
        ("who can have that?", "eligibility"),
        ("is it dangerous?", "cart_warning"),
    ],
    "something that the answer mentions": [
        ("can I travel?", "travel"),
        ("is insurance needed?", "travel"),
    ],
    "what a drip takes, of a topic that is no drip": [
        ("what is Keytruda?", "checkpoint"),
        ("how long does each infusion last?", "infusion_day"),
    ],
    "something that is near the topic": [
        ("can I work?", "work"),
        ("and the gym?", "exercise"),
    ],
}


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES)
def test_the_question_is_answered_about_the_topic(
    talk: Talk, dialogue: Sequence[tuple[str, str]]
) -> None:
    for message, answer in dialogue:
        assert talk.say(message).responses == (ANSWER + answer,), message


@pytest.mark.parametrize("comparison", ["compare with Opdivo", "same as Tecentriq?"])
def test_two_drugs_of_one_kind_are_compared_and_none_is_noted(talk: Talk, comparison: str) -> None:
    talk.say("tell me about Keytruda")

    reply = talk.say(comparison)

    assert reply.responses == (SAME_KIND,)
    assert "555-0100" in reply.text


def test_a_question_that_the_topic_has_no_answer_to_gets_the_care_team(talk: Talk) -> None:
    talk.say("what is ICANS?")

    reply = talk.say("is it for good?")

    assert reply.responses == (NOT_KNOWN,)
    assert '"What is ICANS?"' in reply.text
    assert "555-0100" in reply.text
    assert reply.buttons


def test_worse_of_a_drug_is_not_worse_of_a_person(talk: Talk) -> None:
    talk.say("what is Keytruda?")
    assert talk.say("is it worse for side effects?").responses == (ANSWER + "side_effects_serious",)

    assert talk.say("I am worse").responses[0] == "utter_worse"


@pytest.mark.parametrize(
    "report", ["and I have shingles", "I've got shingles", "my shingles hurts"]
)
def test_a_person_who_has_the_illness_reports_it(talk: Talk, report: str) -> None:
    talk.say("may I have the flu vaccine?")

    assert not talk.say(report).responses[0].startswith(ANSWER)


def test_an_illness_named_after_a_report_is_no_kind_of_vaccine(talk: Talk) -> None:
    talk.say("may I have the flu vaccine?")
    talk.say("I have a rash")

    assert not talk.say("and shingles").responses[0].startswith(ANSWER)


@pytest.mark.parametrize(
    "danger", ["and chest pain?", "and I have chest pain", "does it hurt? I can't breathe"]
)
def test_danger_after_an_answer_is_an_emergency(talk: Talk, danger: str) -> None:
    talk.say("can immunotherapy affect the liver?")

    assert talk.say(danger).responses[0].startswith("utter_emergency")


def test_danger_asked_about_while_symptoms_are_is_asked_about_at_once(talk: Talk) -> None:
    talk.say("I have diarrhea")

    reply = talk.say("what about chest pain?")

    assert reply.responses == ("utter_advice_emergency", "utter_ask_happening_now")
