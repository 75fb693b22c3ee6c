"""Turns clinical questions into responses with buttons, and finds the intents in `data/`."""

from __future__ import annotations

import json
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.utils.common import cached_method

from rasa_bridge.stored_tables import training_folder
from triage.tables import Question, load

ENTITIES = ("finding", "question", "value")
"""`finding` is what the perception component reports; the others are what a button carries."""
DONT_KNOW = "I don't know"


class TriageImporter(RasaFileImporter):
    """Rasa's own importer, with the clinical questions and all intents added to the domain."""

    @cached_method
    def get_domain(self) -> Domain:
        """Return the domain of domain.yml with everything found elsewhere."""
        found = {
            "intents": sorted(
                self.get_nlu_data().intents
                | {"answer", "nlu_fallback", "near_topics", "start_triage"}
            ),
            "entities": list(ENTITIES),
            "responses": question_responses(),
        }
        return super().get_domain().merge(Domain.from_dict(found))


def question_responses() -> dict[str, list[dict[str, Any]]]:
    """Return `utter_ask_<question>` for every question of the tables."""
    questions = load(training_folder()).questions.values()
    return {f"utter_ask_{question.id}": [_response(question)] for question in questions}


def _response(question: Question) -> dict[str, Any]:
    titles = {"yes": "Yes", "no": "No"} if question.type == "yes_no" else dict(question.choices)
    titles["dont_know"] = DONT_KNOW
    buttons = [
        {"title": title, "payload": payload(question.id, value)} for value, title in titles.items()
    ]
    return {"text": question.ask, "buttons": buttons}


def payload(question: str, value: str) -> str:
    """Return what a button sends, with its braces doubled: responses are format strings."""
    return f"/answer{{{json.dumps({'question': question, 'value': value})}}}"
