"""A report in words nobody listed is told from everyday talk, with a probability."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_bridge.check.content import read_content
from rasa_bridge.second_net.component import SecondNet
from rasa_bridge.second_net.detector import Detector
from rasa_bridge.second_net.reader import OTHER, PERSON, PLACE, PROBLEM, Reader
from triage.tables import load

ROOT = Path(__file__).parents[2]

READER = Reader.of(load())
REPORTS = [
    "my toes feel like they are full of sand",
    "it is as if ants were marching under my ribs",
    "there's a hedgehog in my gullet",
    "everything below my waist is asleep",
    "my limbs are made of porridge",
]
"""In words that no table lists and no example has."""
EVERYDAY = [
    "my car is making a funny noise",
    "remind me to buy milk tomorrow",
    "the soup is too salty",
    "book a table for two",
    "my printer is jammed",
]
SMALL = [
    ("my head hurts", True),
    ("my belly is sore", True),
    ("I feel dizzy", True),
    ("my legs are weak", True),
    ("my chest is tight", True),
    ("I feel awful today", True),
    ("play a song", False),
    ("what is the weather", False),
    ("my car is new", False),
    ("I like this film", False),
    ("book a flight", False),
    ("my bank is closed today", False),
]


def _context() -> ExecutionContext:
    return ExecutionContext(GraphSchema({}))


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[LocalModelStorage, Resource]:
    """The component trained on all examples, in a storage as Rasa makes it."""
    examples = read_content(ROOT).examples
    messages = [Message.build(example.text, intent=example.intent) for example in examples]
    storage = LocalModelStorage(tmp_path_factory.mktemp("model"))
    resource = Resource("second_net")
    config = SecondNet.get_default_config()
    component = SecondNet.create(config, storage, resource, _context())
    return storage, component.train(TrainingData(messages))


def _judged(
    trained: tuple[LocalModelStorage, Resource],
    text: str,
    intent: str = "nlu_fallback",
    entities: list[dict[str, Any]] | None = None,
) -> Message:
    """Return the message after the component, having come to it with this intent."""
    component = SecondNet.load(SecondNet.get_default_config(), *trained, _context())
    message = Message.build(text)
    message.set("intent", {"name": intent, "confidence": 0.3})
    message.set("entities", entities or [])
    component.process([message])
    return message


@pytest.mark.parametrize("text", REPORTS)
@pytest.mark.parametrize("intent", ["nlu_fallback", "near_topics", "out_of_scope", "ask_fatigue"])
def test_a_report_in_words_nobody_listed_is_one(
    trained: tuple[LocalModelStorage, Resource], text: str, intent: str
) -> None:
    message = _judged(trained, text, intent)

    assert message.get("intent")["name"] == "report_symptom"
    assert SecondNet.get_default_config()["threshold"] <= message.get("intent")["confidence"] <= 1
    assert message.get("intent_ranking")[0] == message.get("intent")


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_talk_is_none(trained: tuple[LocalModelStorage, Resource], text: str) -> None:
    assert _judged(trained, text, "out_of_scope").get("intent")["name"] == "out_of_scope"


def test_where_something_was_perceived_it_is_not_asked(
    trained: tuple[LocalModelStorage, Resource],
) -> None:
    denied = [{"entity": "finding", "value": "fever", "role": "negated"}]

    message = _judged(trained, REPORTS[0], entities=denied)

    assert message.get("intent")["name"] == "nlu_fallback"


@pytest.mark.parametrize("intent", ["affirm", "deny", "greet", "called_team", "nonsense", "help"])
def test_what_is_said_about_the_conversation_stays_so(
    trained: tuple[LocalModelStorage, Resource], intent: str
) -> None:
    assert _judged(trained, REPORTS[0], intent).get("intent")["name"] == intent


def test_a_question_that_has_an_answer_keeps_it(
    trained: tuple[LocalModelStorage, Resource],
) -> None:
    message = _judged(trained, "why do my toes feel full of sand?", "ask_nerves")

    assert message.get("intent")["name"] == "ask_nerves"


@pytest.mark.parametrize("text", ["", "?", "x" * 5000, "ß🙂 \u200b", "my ribs " * 3000])
def test_odd_texts_do_not_break_it(trained: tuple[LocalModelStorage, Resource], text: str) -> None:
    assert _judged(trained, text).get("intent")["name"]


def test_a_component_that_was_not_loaded_says_so(tmp_path: Path) -> None:
    storage = LocalModelStorage(tmp_path)
    component = SecondNet.create(
        SecondNet.get_default_config(), storage, Resource("none"), _context()
    )

    with pytest.raises(RuntimeError, match="not loaded from a model"):
        component.process([Message.build("hello")])


def _small() -> Detector:
    texts, reports = zip(*SMALL, strict=True)
    return Detector.train(READER, texts, np.array(reports))


def test_the_same_examples_give_the_same_detector() -> None:
    texts = [*REPORTS, *EVERYDAY]

    assert np.array_equal(_small().probabilities(texts), _small().probabilities(texts))


def test_a_saved_detector_gives_the_same_probabilities(tmp_path: Path) -> None:
    detector = _small()
    detector.save(tmp_path)
    texts = [*REPORTS, *EVERYDAY, "", "?"]

    assert np.array_equal(
        Detector.load(tmp_path).probabilities(texts), detector.probabilities(texts)
    )


def test_what_is_saved_holds_no_code(tmp_path: Path) -> None:
    _small().save(tmp_path)

    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".npz"]
    with np.load(next(tmp_path.glob("*.npz")), allow_pickle=False) as arrays:
        assert all(arrays[name].dtype.kind == "f" for name in arrays.files)


def test_a_report_is_likelier_than_everyday_talk_even_after_few_examples() -> None:
    likely = _small().probabilities(["my arms are sore", "book a song"])

    assert 0 <= likely[1] < likely[0] <= 1


def test_words_of_the_body_and_of_trouble_show_in_the_shape() -> None:
    signs = READER.read("my chest hurts and my wife plays tennis").signs

    assert signs == ("my", PLACE, PROBLEM, "and", "my", PERSON, OTHER, OTHER)


def test_two_ways_to_say_the_same_trouble_have_one_shape() -> None:
    assert READER.read("my belly aches").signs == READER.read("my knees hurt").signs


def test_trouble_that_is_not_there_is_no_trouble_in_the_shape() -> None:
    reading = READER.read("no pain in my chest")

    assert PROBLEM not in reading.signs
    assert "pain" not in reading.stems


def test_spelling_case_and_marks_do_not_change_what_is_read() -> None:
    assert READER.read("MY  chest, hurts!") == READER.read("my chest hurts")


def test_a_reader_written_and_read_back_reads_the_same() -> None:
    again = Reader.from_json(READER.as_json())

    for text in REPORTS:
        assert again.read(text) == READER.read(text)
