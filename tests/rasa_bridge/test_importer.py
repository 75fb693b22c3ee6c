"""Clinical questions become responses with buttons."""

from __future__ import annotations

import json

from rasa_bridge.importer import payload, question_responses
from triage.tables import load

TABLES = load()
RESPONSES = question_responses()


def test_every_question_can_be_asked_and_has_a_way_out() -> None:
    assert RESPONSES.keys() == {f"utter_ask_{name}" for name in TABLES.questions}
    for variations in RESPONSES.values():
        (variation,) = variations
        assert variation["text"].strip()
        assert "I don't know" in {button["title"] for button in variation["buttons"]}


def test_a_yes_no_question_has_a_button_for_each() -> None:
    titles = [button["title"] for button in RESPONSES["utter_ask_stool_blood"][0]["buttons"]]

    assert titles == ["Yes", "No", "I don't know"]


def test_a_choice_has_a_button_for_each_value() -> None:
    buttons = RESPONSES["utter_ask_breath_level"][0]["buttons"]

    assert len(buttons) == len(TABLES.questions["breath_level"].choices) + 1


def test_a_button_names_its_question_and_value() -> None:
    written = payload("stool_blood", "yes").format()

    assert written.startswith("/answer{")
    assert json.loads(written.removeprefix("/answer")) == {
        "question": "stool_blood",
        "value": "yes",
    }
