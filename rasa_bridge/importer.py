"""Turns clinical questions into responses with buttons, and finds the intents in `data/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from rasa_bridge.intents import WITHOUT_EXAMPLES
from rasa_bridge.stored_tables import training_tables
from triage.tables import Picker, Question
from triage.turn.intents import BUTTON
from triage.turn.picker import SOMETHING_ELSE
from triage.turn.screens import AREA_SYMPTOM, BODY_AREA

ENTITIES = ("finding", "question", "value")
"""`finding` is what the perception component reports; the others are what a button carries."""
DONT_KNOW = "I don't know"


class TriageImporter(RasaFileImporter):
    """Rasa's own importer, with the clinical questions and all intents added to the domain."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Return the examples, read from the files once: Rasa asks three times in a training."""
        return self._examples(language or "en")

    @cached_method
    def _examples(self, language: str) -> TrainingData:
        return super().get_nlu_data(language)

    @cached_method
    def get_domain(self) -> Domain:
        """Return the domain of domain.yml with everything found elsewhere."""
        found = {
            "intents": sorted(self.get_nlu_data().intents | WITHOUT_EXAMPLES),
            "entities": list(ENTITIES),
            "responses": {**question_responses(), **picker_responses()},
        }
        return super().get_domain().merge(Domain.from_dict(found))


def question_responses() -> dict[str, list[dict[str, Any]]]:
    """Return `utter_ask_<question>` for every question of the tables."""
    questions = training_tables().questions.values()
    return {f"utter_ask_{question.id}": [_response(question)] for question in questions}


def picker_responses() -> dict[str, list[dict[str, Any]]]:
    """Return `utter_ask_body_area`, and `utter_ask_area_symptom_<area>` for every area."""
    picker = training_tables().picker
    areas = {area.id: area.label for area in picker.areas.values()}
    found = {f"utter_ask_{BODY_AREA}": [_list(picker, picker.ask, BODY_AREA, areas)]}
    for area in picker.areas.values():
        text = f"{area.label}: {picker.ask_symptom[0].lower()}{picker.ask_symptom[1:]}"
        said = _list(picker, text, AREA_SYMPTOM, area.symptoms)
        found[f"utter_ask_{AREA_SYMPTOM}_{area.id}"] = [said]
    return found


def _list(picker: Picker, text: str, question: str, titles: Mapping[str, str]) -> dict[str, Any]:
    more = {SOMETHING_ELSE: picker.something_else, "dont_know": DONT_KNOW}
    return _with_buttons(text, question, {**titles, **more})


def _response(question: Question) -> dict[str, Any]:
    titles = {"yes": "Yes", "no": "No"} if question.type == "yes_no" else dict(question.choices)
    return _with_buttons(question.ask, question.id, {**titles, "dont_know": DONT_KNOW})


def _with_buttons(text: str, question: str, titles: Mapping[str, str]) -> dict[str, Any]:
    buttons = [
        {"title": title, "payload": payload(question, value)} for value, title in titles.items()
    ]
    return {"text": text, "buttons": buttons}


def payload(question: str, value: str) -> str:
    """Return what a button sends, with its braces doubled: responses are format strings."""
    return f"/{BUTTON}{{{json.dumps({'question': question, 'value': value})}}}"
