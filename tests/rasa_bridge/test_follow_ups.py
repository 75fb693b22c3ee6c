"""What a follow-up means, told from the memory alone: no Rasa, no model."""

from __future__ import annotations

import re

import pytest

from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.follow_ups import spoken
from rasa_bridge.follow_ups.aspects import Aspects
from rasa_bridge.follow_ups.memory import MOST_TOLD, Memory
from rasa_bridge.follow_ups.recall import with_topics
from rasa_bridge.follow_ups.resolve import Answers, Turn, follow
from rasa_bridge.follow_ups.sides import Sides
from rasa_bridge.follow_ups.words import FollowUpReader
from rasa_bridge.plan import Plan
from tests.answers.answers import answers
from triage.tables import load
from triage.turn import Answering

ASPECTS = Aspects.read()
TABLES = load()
SIDES = Sides.read()
READER = FollowUpReader(Lexicon.of(TABLES), ASPECTS.treatments, ASPECTS.alone, SIDES)
INTENTS = {answer.intent for answer in answers()}
RESPONSES = {action: answer.variations for answer in answers() for action in answer.actions}
FOLLOW_UPS = spoken.follow_ups(RESPONSES)
ANSWERS = Answers(ASPECTS, SIDES, FOLLOW_UPS)
OPENING = Memory(answer="ask_cart", aspect="what", treatment="car_t", told=("ask_cart",))


def _say(
    text: str, intent: str, before: Memory = OPENING, *, answered: bool = True, whole: bool = True
) -> Memory:
    turn = Turn("key", READER.read(text), intent, answered, whole)
    return follow(turn, before, ANSWERS)


def test_every_answer_of_the_table_exists() -> None:
    named = [
        *(a for aspect in ASPECTS.aspects.values() for a in (*aspect.general, *aspect.of.values())),
        *SIDES.answers,
        *(each for answer, things in ASPECTS.lists.items() for each in (answer, *things)),
    ]
    assert set(named) <= INTENTS


def test_every_class_of_the_table_has_names() -> None:
    classes = {name for aspect in ASPECTS.aspects.values() for name in aspect.of}
    assert classes <= set(Lexicon.of(TABLES).drugs)


@pytest.mark.parametrize("text", ["what is Keytruda?", "I am on Opdivo", "can I drive on Imfinzi?"])
def test_a_name_with_a_question_or_a_report_beside_it_is_no_bare_name(text: str) -> None:
    said = READER.read(text)
    assert said.treatment == "ici"
    assert not said.only_names


@pytest.mark.parametrize("text", ["what are the side effects of chemo?", "is radiation like that?"])
def test_a_question_on_something_else_does_not_point_back(text: str) -> None:
    said = READER.read(text)
    assert not said.points_back
    assert not said.short


def test_a_button_means_what_it_says() -> None:
    assert _say("/ask_side_effects_common", "ask_side_effects_common").intent == (
        "ask_side_effects_common"
    )


def test_a_question_kept_back_by_the_triage_is_not_remembered_as_answered() -> None:
    memory = _say("what is BCG?", "ask_bcg", answered=False, whole=False)
    assert memory.answer == OPENING.answer
    assert not memory.response


def test_a_drug_named_in_a_report_is_what_the_next_question_is_about() -> None:
    memory = _say("I had Opdivo and now I itch", "report_symptom", Memory(), answered=False)
    assert _say("what are its side effects?", "ask_side_effects_common", memory).intent == (
        "ask_checkpoint_effects"
    )


def test_a_refusal_is_no_answer_to_come_back_to() -> None:
    assert _say("how do I treat gout?", "ask_other_illness").answer == OPENING.answer


def test_a_question_that_points_back_and_fits_nothing_offers_what_belongs_to_the_last_answer() -> (
    None
):
    assert _say("what makes it tick?", "near_topics").response == "utter_about_last"
    assert _say("what makes it tick?", "near_topics", Memory()).response == "utter_about_what"


def test_more_goes_from_button_to_button_and_ends() -> None:
    memory, seen = OPENING, []
    while not (memory := _say("tell me more", "tell_more", memory)).response:
        seen.append(memory.answer)
        assert len(seen) < 200
    assert len(seen) == len(set(seen)) > 1
    assert memory.response == "utter_no_more"


def test_a_miss_beside_a_report_is_the_triages_own_matter() -> None:
    once = _say("zzz", "nlu_fallback")
    assert once.misses == 1
    assert _say("zzz", "nlu_fallback", once, whole=False).misses == 0


def test_only_unsure_gives_way_to_the_list_of_topics() -> None:
    tired = Memory(response="utter_topic_list")
    unsure = Plan("m", ("utter_unsure",), Answering.NONE, (), "{}")
    emergency = Plan("m", ("utter_emergency",), Answering.NONE, (), "{}")

    assert with_topics(unsure, tired).head == ("utter_topic_list",)
    assert with_topics(unsure, OPENING) == unsure
    assert with_topics(emergency, tired) == emergency


def test_the_memory_survives_the_tracker_store_and_stays_small() -> None:
    told = Memory(answer="ask_0")
    for number in range(2 * MOST_TOLD):
        told = Memory(told=told.with_answer(f"ask_{number}"), answer=f"ask_{number}")
    assert len(told.told) == MOST_TOLD
    assert Memory.loads(told.dumps()) == told


@pytest.mark.parametrize("answer", sorted(INTENTS))
def test_every_answer_can_be_said_simply_and_its_sources_named(answer: str) -> None:
    words = spoken.words(answer, RESPONSES, TABLES.sources)
    assert set(words) == set(spoken.SLOTS)
    assert all(words.values())
    assert not any(re.search(r"[{}]|\bNone\b", said) for said in words.values())
    assert spoken.buttons(answer, RESPONSES)
