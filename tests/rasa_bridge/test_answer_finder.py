"""A question gets its answer, whatever the drug and the spelling; what is not ours gets none."""

from __future__ import annotations

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_bridge.answer_finder.component import AnswerFinder
from rasa_bridge.answer_finder.features import ODD, Reader
from rasa_bridge.answer_finder.lexicon import Lexicon
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
        ("my creatinine reads 212 today, is that bad", "ask_result_meaning"),
        ("which would you pick, Opdivo or surgery", "ask_drug_choice"),
    ],
)
def test_what_is_recognized_is_refused_whatever_is_guessed(
    trained: tuple[LocalModelStorage, Resource], text: str, intent: str
) -> None:
    assert _intent(trained, text, HIGH) == intent


def test_of_two_refusals_the_one_the_finder_is_sure_of_is_given(
    trained: tuple[LocalModelStorage, Resource],
) -> None:
    text = "is durvalumab going to keep my brother alive, would you say"

    assert _intent(trained, text) == "ask_prognosis"
    assert _intent(trained, text, {"refusal_threshold": 1.1}) == "ask_drug_choice"


def test_a_refusal_is_believed_early_about_treatment_only(
    trained: tuple[LocalModelStorage, Resource],
) -> None:
    text = "what milligrams of hydrocortisone are given with a cold"

    assert _intent(trained, text, {**HIGH, "refusal_threshold": 0.0}) == "ask_dose"
    assert _intent(trained, "so what would you pick for the party", HIGH) != "ask_drug_choice"


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
