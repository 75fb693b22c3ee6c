"""The note for the nurse: what was said, answered and advised, to read out on the phone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timezone
from importlib.metadata import version
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

FACTS_SLOT = "triage_note"
INTRODUCTION = (
    "Here is a short note you can read out or show. Check that it is right. It was made from "
    "your own answers by an automated guide, not a doctor."
)
NOTHING_YET = (
    "There is nothing to note yet. Tell me what you feel first. If you are worried, call your "
    "care team now and just say it in your own words."
)
_LONGEST_QUOTE = 100
_ADVISED = {
    "emergency": "call the emergency services now, then the care team",
    "urgent": "phone the care team's 24-hour line now",
    "same_day": "contact the care team today",
    "routine": "tell the care team at the next contact",
}


class MakeNote(Action):
    """Says the note. Everything in it was put together by the triage, in the slot."""

    def name(self) -> str:
        """Return the name the rules use."""
        return "action_make_note"

    def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[dict[str, Any]]:
        """Say the note; the conversation stays as it is."""
        facts = json.loads(tracker.get_slot(FACTS_SLOT) or "{}")
        dispatcher.utter_message(text=note(facts, datetime.now(timezone.utc)))
        return []


def note(facts: Mapping[str, Any], now: datetime) -> str:
    """Return the note as plain text, in the order a nurse expects (SBAR).

    Args:
        facts: see `triage.turn.note_facts`.
        now: the time of the note.
    """
    if not (facts.get("present") or facts.get("in_doubt") or facts.get("level")):
        return NOTHING_YET
    body = "\n".join(_lines(facts, now))
    return f"{INTRODUCTION}\n{body}".replace("{", "(").replace("}", ")")


def _lines(facts: Mapping[str, Any], now: datetime) -> Iterator[str]:
    reporter = "A carer reports" if facts["reporter"] == "carer" else "The patient reports"
    yield f"SITUATION. {reporter}: {_listed(map(_symptom, facts['present'])) or 'see below'}."
    if facts.get("in_doubt"):
        yield f"Had before, not sure it is there now: {_listed(facts['in_doubt'])}."
    if facts["absent"]:
        yield f"Says there is no: {_listed(facts['absent'])}."
    yield f"BACKGROUND. Treatment: {_listed(facts['therapies']) or 'not told'}."
    yield "ANSWERS."
    for given in facts["answers"]:
        yield f"- {given['question']} {given['answer']}"
    for question in facts["unanswered"]:
        yield f"- {question} Not answered."
    for rule in facts["rules"]:
        yield f"- Rule {rule['id']}: {rule['why']}."
    advice = _ADVISED.get(facts["advice"] or "")
    at = f" (shown {_seconds(facts['advised_at'])})" if facts["advised_at"] else ""
    yield f"ADVICE. Told to {advice}{at}." if advice else "ADVICE. None given yet."
    yield (
        f"Note made {now.isoformat(timespec='seconds')}, guide {version('immuno-triage')}, "
        f"tables {facts['tables']}. Reported by the patient, not a clinical grade."
    )


def _symptom(told: Mapping[str, str]) -> str:
    words = told["words"].strip()
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[:_LONGEST_QUOTE]} ..."
    return f'{told["name"]} ("{words}")' if words else told["name"]


def _seconds(moment: str) -> str:
    return datetime.fromisoformat(moment).isoformat(timespec="seconds")


def _listed(things: Any) -> str:
    return "; ".join(things)
