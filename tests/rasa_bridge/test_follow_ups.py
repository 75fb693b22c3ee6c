"""What a follow-up means, told from the memory alone: no Rasa, no model."""

from __future__ import annotations

import re

import pytest
import yaml

from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.follow_ups import spoken
from rasa_bridge.follow_ups.aspects import Aspects
from rasa_bridge.follow_ups.meant import Answers
from rasa_bridge.follow_ups.memory import MOST_TOLD, Memory
from rasa_bridge.follow_ups.recall import with_topics
from rasa_bridge.follow_ups.resolve import Turn, follow
from rasa_bridge.follow_ups.sides import TABLE as SIDES_TABLE
from rasa_bridge.follow_ups.sides import Sides
from rasa_bridge.follow_ups.words import FollowUpReader
from rasa_bridge.plan import Plan
from tests.answers.answers import answers
from triage.tables import load
from triage.turn import Answering

ASPECTS = Aspects.read()
TABLES = load()
SIDES = Sides.read()
READER = FollowUpReader(Lexicon.of(TABLES), ASPECTS, SIDES)
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


def test_no_answer_has_two_meanings_on_one_side() -> None:
    table = yaml.safe_load(SIDES_TABLE.read_text(encoding="utf-8"))
    for side in table["sides"]:
        alone = [
            each
            for entries in side.get("means", {}).values()
            for each in entries
            if not each.startswith("<")
        ]
        assert len(alone) == len(set(alone)), side["side"]


def test_no_word_of_the_sides_was_read_as_yes_or_no() -> None:
    table = yaml.safe_load(SIDES_TABLE.read_text(encoding="utf-8"))
    words = [*table["filler"], *(word for each in table["families"].values() for word in each)]
    assert [word for word in words if not isinstance(word, str)] == []


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("so how bad does it usually get?", "serious"),
        ("ta. when does that come on then", "begin"),
        ("and how would my dad notice it", "signs"),
        ("what do the doctors do about it", "treated"),
        ("do they scan for it?", "found"),
        ("is it for good", "forever"),
        ("Mum is starting Opdivo, what does it do?", "what"),
    ],
)
def test_a_question_that_names_nothing_asks_about_one_side(question: str, side: str) -> None:
    assert READER.read(question).sides[0] == side


@pytest.mark.parametrize(
    "question",
    [
        "when does work start on Mondays?",
        "how bad is chemo?",
        "how long do steroids stay in the blood of a dog",
        "who won the cup",
        "and chest pain?",
        "how long have I got?",
        "I am getting worse",
    ],
)
def test_a_question_or_report_that_names_something_asks_about_no_side(question: str) -> None:
    assert READER.read(question).sides == ()


def test_what_is_asked_next_is_about_the_topic_not_about_its_last_side() -> None:
    liver = _say("can it harm the liver?", "ask_liver", Memory())
    begins = _say("when does it come on?", "nlu_fallback", liver)
    assert begins.answer == "ask_when_effects_start"
    assert _say("how would I notice?", "nlu_fallback", begins).answer == "ask_liver"


def test_a_guess_at_a_topic_that_nobody_named_is_not_given() -> None:
    travel = _say("can I travel?", "ask_travel", Memory())
    asked = _say("how common is that?", "ask_interferon_mood", travel)
    assert asked.response == "utter_not_known_of_it"


def test_a_refusal_is_kept_where_the_topic_has_no_answer() -> None:
    travel = _say("can I travel?", "ask_travel", Memory())
    assert _say("how serious is it?", "ask_prognosis", travel).intent == "ask_prognosis"


def test_a_name_that_is_only_compared_gets_its_own_answer() -> None:
    interferon = _say("what is interferon?", "ask_interferon", Memory())
    assert _say("vs IL-2?", "nlu_fallback", interferon).intent == "ask_il2"


def test_the_first_and_the_last_are_those_of_the_list() -> None:
    types = _say("what types are there?", "ask_types", Memory())
    second = _say("more about the second one", "tell_more", types)
    assert second.answer == "ask_mab"
    assert _say("and the last one?", "nlu_fallback", second).answer == "ask_cancer_vaccine"
    assert _say("the sixth one", "nlu_fallback", second).answer == "ask_mab"


def test_the_first_of_two_treatments_is_the_one_named_first() -> None:
    cells = _say("what is Yescarta?", "ask_cart", Memory())
    both = _say("and Opdivo?", "ask_checkpoint", cells)
    assert _say("side effects of the first one", "nlu_fallback", both).answer == "ask_cart_effects"


def test_the_first_offered_topic_can_be_named_by_its_place() -> None:
    offered = Memory(answer="ask_cart", offered=("ask_travel", "ask_sun"))
    assert _say("the second one please", "nlu_fallback", offered).answer == "ask_sun"


@pytest.mark.parametrize("text", ["what happens at the first infusion?", "the second week was bad"])
def test_the_first_of_something_else_is_no_place_in_a_list(text: str) -> None:
    assert READER.read(text).ordinal is None


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


def test_the_memory_of_a_conversation_from_before_an_upgrade_is_kept() -> None:
    older = '{"message":"m","answer":"ask_liver","treatment":"ici","told":["ask_liver"],"misses":1}'
    read = Memory.loads(older)
    assert (read.answer, read.treatment, read.told) == ("ask_liver", "ici", ("ask_liver",))
    assert (read.topic, read.named, read.offered) == ("", (), ())


@pytest.mark.parametrize("answer", sorted(INTENTS))
def test_every_answer_can_be_said_simply_and_its_sources_named(answer: str) -> None:
    words = spoken.words(answer, RESPONSES, TABLES.sources)
    assert set(words) == set(spoken.SLOTS)
    assert all(words.values())
    assert not any(re.search(r"[{}]|\bNone\b", said) for said in words.values())
    assert spoken.buttons(answer, RESPONSES)
