"""A question gets its answer, whatever the drug and the spelling; what is not ours gets none."""

from __future__ import annotations

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from rasa_bridge.answer_finder.component import AnswerFinder
from rasa_bridge.answer_finder.features import ODD, Reader
from rasa_bridge.answer_finder.finder import REFUSALS
from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.answer_finder.requests import Requests
from tests.answers.answers import ROOT, answers, examples_of
from triage.tables import load

HIGH = {"threshold": 1.1, "near_threshold": 0.2}
"""No answer is trusted."""


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[LocalModelStorage, Resource]:
    """The component trained on all examples, in a storage as Rasa makes it."""
    groups = {answer.intent: list(answer.examples) for answer in answers()}
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        groups.update({intent: list(found) for intent, found in examples_of(path).items()})
    messages = [
        Message.build(text, intent=intent) for intent, texts in groups.items() for text in texts
    ]
    storage = LocalModelStorage(tmp_path_factory.mktemp("model"))
    resource = Resource("finder")
    config = AnswerFinder.get_default_config()
    component = AnswerFinder.create(config, storage, resource, _context())
    return storage, component.train(TrainingData(messages))


def _context() -> ExecutionContext:
    return ExecutionContext(GraphSchema({}))


def _intent(
    trained: tuple[LocalModelStorage, Resource], text: str, config: dict[str, float] | None = None
) -> str:
    settings = {**AnswerFinder.get_default_config(), **(config or {})}
    component = AnswerFinder.load(settings, *trained, _context())
    message = Message.build(text)
    component.process([message])
    return str(message.get("intent")["name"])


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("side effects of panitumumab please", "ask_mab_effects"),
        ("wich foods should i stay away from on opdivo", "ask_food"),
        ("am I okay to drive on keytruda?", "ask_driving"),
        ("who will pay for all this treatment", "ask_cost"),
    ],
)
def test_a_question_gets_its_answer_from_a_loaded_model(
    trained: tuple[LocalModelStorage, Resource], text: str, intent: str
) -> None:
    assert _intent(trained, text) == intent


@pytest.mark.parametrize(
    "text",
    [
        "my debit card was eaten by the machine",
        "how do I braid my hair for a party",
        "which lager is brewed in Munich",
        "side effects of omeprazolol",
        "what are the symptoms of brucellosis",
    ],
)
def test_everyday_requests_and_other_illnesses_get_no_answer_of_ours(
    trained: tuple[LocalModelStorage, Resource], text: str
) -> None:
    intent = _intent(trained, text)

    assert intent == "ask_other_illness" or not intent.startswith("ask_")


def test_where_nothing_is_trusted_near_topics_are_offered_and_far_ones_are_not(
    trained: tuple[LocalModelStorage, Resource],
) -> None:
    assert _intent(trained, "can I eat cheese on opdivo", HIGH) == "near_topics"
    assert _intent(trained, "can I eat cheese on opdivo", {**HIGH, "near_threshold": 1.1}) == (
        "nlu_fallback"
    )


def test_a_wish_to_tap_is_believed_where_no_answer_would_be(
    trained: tuple[LocalModelStorage, Resource],
) -> None:
    assert _intent(trained, "could I pick from a list", HIGH) == "start_triage"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("the pharmacy forgot to write how many prednisone I take", "ask_dose"),
        ("how many panadol may dad swallow in one go", "ask_dose"),
        ("is 30 mg prednisolone too much for a small woman", "ask_dose"),
        ("could I halve my dexamethasone from Friday", "ask_dose"),
        ("what is the survival rate for stage 4 melanoma", "ask_prognosis"),
        ("my creatinine reads 212 today, is that bad", "ask_result_meaning"),
        ("the CT says ground glass changes, what is that", "ask_result_meaning"),
        ("can you go through my biopsy report", "ask_result_meaning"),
        ("which would you pick, Opdivo or surgery", "ask_drug_choice"),
        ("which immunotherapy is the best for lung cancer", "ask_drug_choice"),
        ("I am thinking of packing in the nivolumab", "ask_stop_medicine"),
    ],
)
def test_a_request_gets_the_refusal_that_says_whom_to_ask(
    trained: tuple[LocalModelStorage, Resource], text: str, intent: str
) -> None:
    assert _intent(trained, text) == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        (
            "Grandpa is 77 and has melanoma. He goes in each month and never complains. "
            "How much longer will he live?",
            "ask_prognosis",
        ),
        (
            "We saw two doctors this week. One is for chemo and the other for Keytruda. "
            "Which would you choose for my brother?",
            "ask_drug_choice",
        ),
        (
            "The pharmacy was shut when we got home. My sister has her prednisolone but no sheet. "
            "How many of the tablets should she take?",
            "ask_dose",
        ),
        (
            "I opened the portal on the bus. It shows lipase 290 and a red star. "
            "Is that bad, or does it pass?",
            "ask_result_meaning",
        ),
    ],
)
def test_a_request_at_the_end_of_a_story_is_refused(
    trained: tuple[LocalModelStorage, Resource], text: str, intent: str
) -> None:
    assert _intent(trained, text) == intent


@pytest.mark.parametrize(
    "text",
    [
        "how much does pembrolizumab cost",
        "how much beer can I drink on Opdivo",
        "how many months does treatment last",
        "can Keytruda raise my liver enzymes",
        "what is a PD-L1 test for",
        "can a scan look worse although the drug works",
        "what is the difference between chemo and immunotherapy",
        "can two checkpoint drugs be given together",
        "why are steroids lowered slowly",
        "what happens if treatment is stopped early",
        "how long must I stay near the hospital after CAR-T",
        "can I be around my grandchildren",
        "can you die of cytokine release syndrome",
        "how many patients get itchy skin from Opdivo",
        "My wife has her drip on Thursday and we have a train at six. How long does the drip take?",
    ],
)
def test_a_general_question_that_looks_like_a_request_is_not_refused(
    trained: tuple[LocalModelStorage, Resource], text: str
) -> None:
    intent = _intent(trained, text)

    assert intent.startswith("ask_")
    assert intent not in REFUSALS


def test_a_request_goes_before_an_answer_that_is_trusted_less(
    trained: tuple[LocalModelStorage, Resource],
) -> None:
    text = "my creatinine reads 212 today, is that bad"

    assert _intent(trained, text, HIGH) == "ask_result_meaning"
    assert _intent(trained, text, {**HIGH, "request_threshold": 1.1}) != "ask_result_meaning"


@pytest.mark.parametrize(
    "text",
    [
        "how much flour goes into a loaf",
        "how long does the train take to Leeds",
        "which phone is better, the small or the big one",
        "what does the letter from my landlord mean",
        "should I cancel my gym membership",
        "so what would you pick for the party",
    ],
)
def test_everyday_requests_are_not_refused(
    trained: tuple[LocalModelStorage, Resource], text: str
) -> None:
    assert _intent(trained, text) not in REFUSALS


@pytest.mark.parametrize("text", ["", "?", "x" * 5000, "ß🙂 \u200b"])
def test_odd_texts_do_not_break_it(trained: tuple[LocalModelStorage, Resource], text: str) -> None:
    assert _intent(trained, text)


def test_drugs_of_one_class_read_the_same_and_an_unknown_one_as_odd() -> None:
    reader = Reader(Lexicon.of(load()), {}, {})

    assert reader.read("is Keytruda safe").plain == reader.read("is nivolumab safe").plain
    assert ODD in reader.read("is lisinopril safe").plain
    assert ODD in reader.read("is zorbifenazol safe").plain


def test_a_number_counts_beside_a_lab_value_only() -> None:
    reader = Reader(Lexicon.of(load()), {}, {})

    assert "figure" in reader.read("my creatinine is 140").meant
    assert "figure" not in reader.read("I have 140 stamps").meant


def test_who_asks_how_and_about_what_is_read() -> None:
    reading = Reader(Lexicon.of(load()), {}, {}).read("how many prednisolone can my gran take")

    assert {"how_much", "home_drug", "may", "person"} <= set(reading.asking)
    assert reading.of_care


def test_care_is_told_by_families_that_exist_and_not_by_everyday_words() -> None:
    lexicon = Lexicon.of(load())

    assert set(lexicon.care) <= set(lexicon.asking)
    assert not Reader(lexicon, {}, {}).read("how much flour goes into a loaf").of_care


def test_training_without_requests_says_what_is_missing() -> None:
    asked = frozenset({"ask_dose", "ask_prognosis"})

    with pytest.raises(ValueError, match=r"ask_dose, ask_prognosis need examples.*refusals\.yml"):
        Requests.learn([], csr_matrix((1, 1)), ["ask_rash"], asked, frozenset())
