"""Clinical questions and the lists of the picker become responses with buttons."""

from __future__ import annotations

import json
from typing import Any

from rasa_bridge.importer import payload, picker_responses, question_responses
from triage.tables import load

TABLES = load()
RESPONSES = question_responses()
PICKER = picker_responses()


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


def test_the_picker_asks_for_the_area_with_a_button_for_each() -> None:
    (variation,) = PICKER["utter_ask_body_area"]

    labels = [area.label for area in TABLES.picker.areas.values()]
    assert _titles(variation) == [*labels, "Something else", "I don't know"]
    assert "{emergency_number}" in variation["text"]


def test_each_area_has_a_list_of_its_symptoms_and_a_way_out() -> None:
    areas = TABLES.picker.areas
    expected = {"utter_ask_body_area", *(f"utter_ask_area_symptom_{name}" for name in areas)}
    assert PICKER.keys() == expected
    for area in areas.values():
        (variation,) = PICKER[f"utter_ask_area_symptom_{area.id}"]
        assert variation["text"].startswith(f"{area.label}: which of these")
        assert _titles(variation) == [*area.symptoms.values(), "Something else", "I don't know"]


def test_the_buttons_of_the_picker_name_areas_and_symptoms() -> None:
    (areas,) = PICKER["utter_ask_body_area"]
    (symptoms,) = PICKER["utter_ask_area_symptom_belly"]

    assert _sent(areas)[:3] == [("body_area", name) for name in list(TABLES.picker.areas)[:3]]
    assert _sent(areas)[-2:] == [("body_area", "something_else"), ("body_area", "dont_know")]
    belly = TABLES.picker.areas["belly"].symptoms
    assert _sent(symptoms)[:-2] == [("area_symptom", name) for name in belly]


def _titles(variation: dict[str, Any]) -> list[str]:
    return [button["title"] for button in variation["buttons"]]


def _sent(variation: dict[str, Any]) -> list[tuple[str, str]]:
    """Return question and value of each button, as they reach the bot."""
    sent = [
        json.loads(button["payload"].format().removeprefix("/answer"))
        for button in variation["buttons"]
    ]
    return [(fields["question"], fields["value"]) for fields in sent]
