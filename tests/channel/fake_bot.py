"""A bot of a few lines behind Rasa's own interface, to test the channel without a model."""

from __future__ import annotations

import asyncio
import copy
import json
import time
from collections.abc import Callable
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.slots import AnySlot

SLOTS = ("triage_level", "triage_rules", "triage_because", "triage_noted", "triage_question")
DOMAIN = Domain(
    intents=[],
    entities=[],
    slots=[AnySlot(name, mappings=[{"type": "custom"}]) for name in SLOTS],
    responses={},
    action_names=[],
    forms={},
    data={},
)

Step = BotUttered | SlotSet


def says(text: str, *buttons: tuple[str, str]) -> BotUttered:
    data = {"buttons": [{"title": title, "payload": payload} for title, payload in buttons]}
    return BotUttered(text, data if buttons else {})


def asks(question: str, text: str, *buttons: tuple[str, str]) -> list[Step]:
    return [SlotSet("triage_question", question), says(text, *buttons)]


def answer(question: str, value: str) -> str:
    return "/answer" + json.dumps({"question": question, "value": value})


YES_NO = (("Yes", answer("stool_blood", "yes")), ("No", answer("stool_blood", "no")))
EMERGENCY: list[Step] = [
    SlotSet("triage_level", "emergency"),
    SlotSet("triage_rules", ["flag.not_breathing"]),
    SlotSet("triage_because", "severe trouble breathing"),
    SlotSet("triage_noted", "short of breath"),
    SlotSet("triage_question", None),
    says("Call emergency services now."),
]
SCRIPT: dict[str, list[Step]] = {
    "I can't breathe": EMERGENCY,
    "I can't breathe and my chest hurts badly": EMERGENCY,
    "I have the runs": asks("stool_blood", "Is there blood in it?", *YES_NO),
    answer("stool_blood", "yes"): [
        SlotSet("triage_level", "urgent"),
        SlotSet("triage_because", "blood with diarrhea"),
        *asks("temp_c", "What is your temperature?"),
    ],
    answer("stool_blood", "no"): asks("stools_over_usual", "How many more than usual?"),
    "/undo" + json.dumps({"question": "stool_blood"}): asks(
        "stool_blood", "Again: is there blood in it?", *YES_NO
    ),
    "I feel off": asks("body_area", "Where is it?", ("Belly", answer("body_area", "belly"))),
    answer("body_area", "belly"): asks(
        "area_symptom", "Which one?", ("Diarrhea", answer("area_symptom", "diarrhoea"))
    ),
    answer("area_symptom", "diarrhoea"): asks("stool_blood", "Is there blood in it?", *YES_NO),
    "/undo" + json.dumps({"question": "body_area"}): asks(
        "body_area", "Again: where is it?", ("Belly", answer("body_area", "belly"))
    ),
    "I was confused": asks("happening_now", "Do you have this now?", *YES_NO),
    "say nothing": [],
}


class FakeBot:
    """Answers from a table of texts, records in a real tracker store, can be slow or broken."""

    def __init__(self, store: TrackerStore | None = None) -> None:
        self.tracker_store = FailSafeTrackerStore(store or InMemoryTrackerStore(DOMAIN))
        self.lock_store = InMemoryLockStore()
        self.received: list[str] = []
        self.before_answering: Callable[[str], Any] | None = None
        """Called with each text; may raise, or return something to wait for."""

    async def handle_message(self, message: UserMessage) -> None:
        text = message.text or ""
        self.received.append(text)
        if self.before_answering:
            waiting = self.before_answering(text)
            if waiting is not None:
                await waiting
        tracker = await self.tracker_store.get_or_create_tracker(message.sender_id)
        heard = UserUttered(
            text,
            {"name": "any"},
            input_channel=message.input_channel,
            message_id=message.message_id,
        )
        tracker.update(heard, DOMAIN)
        for step in SCRIPT.get(text, [says(f"You said: {text}")]):
            event = copy.deepcopy(step)
            event.timestamp = time.time()
            tracker.update(event, DOMAIN)
            if isinstance(event, BotUttered):
                reply = {"text": event.text, **event.data}
                await message.output_channel.send_response(message.sender_id, reply)
        tracker.update(ActionExecuted("action_listen"), DOMAIN)
        await self.tracker_store.save(tracker)

    def sleep(self, seconds: float, texts: tuple[str, ...]) -> None:
        """Be slow on these texts."""
        self.before_answering = lambda text: asyncio.sleep(seconds) if text in texts else None
