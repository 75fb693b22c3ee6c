"""A turn as the window gets it: messages, buttons, the question asked, whom to call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from rasa_bridge.channel.events import Said, Turn
from rasa_bridge.channel.numbers import call_list
from rasa_bridge.clinic import Clinic
from triage.levels import Level
from triage.tables import Tables
from triage.turn.screens import HAPPENING_NOW

Json = dict[str, Any]

TEMPERATURE_UNITS = ["°F", "°C"]
_SCREEN_KINDS = {HAPPENING_NOW: "yes_no"}
"""How to answer a question of the conversation itself; the others offer a choice."""
_NOTHING_NOTED = "your answers"
"""What the texts say where no symptom was named: nothing a person could correct."""
_WENT_BACK = "(went back one question)"


@dataclass(frozen=True)
class Offered:
    """A button the patient may tap now."""

    id: str
    title: str
    payload: str


@dataclass(frozen=True)
class Writer:
    """Writes turns as the API's messages."""

    tables: Tables
    clinic: Clinic
    sign: Callable[..., str]
    """Makes an id that cannot be guessed out of texts."""

    def offered(self, turn: Turn) -> list[Offered]:
        """Return the buttons of a turn with their ids."""
        return [offer for said in turn.said for offer in self._offers(said)]

    def reply(self, turn: Turn) -> list[Json]:
        """Return the bot's messages of a turn, its buttons included."""
        messages = [self._message(said) for said in turn.said]
        if not messages:
            return []
        noted = turn.slots.get("triage_noted")
        if noted and noted not in {turn.noted_before, _NOTHING_NOTED}:
            messages[0]["noted"] = _parts(noted)
        triage = self.triage(turn)
        if triage:
            messages[0]["triage"] = triage
        question = self._question(turn)
        if question:
            messages[-1]["question"] = question
        return messages

    def history(self, all_turns: list[Turn], after: str) -> list[Json]:
        """Return both sides' messages that came after the one with the id `after`.

        Only the newest turn has buttons: older ones could not be used any more.
        """
        messages: list[Json] = []
        titles: dict[str, str] = {}
        for turn in all_turns:
            messages.append(_patient(turn, titles))
            reply = self.reply(turn)
            if turn is not all_turns[-1]:
                for message in reply:
                    message.pop("buttons", None)
            messages.extend(reply)
            titles = {payload: title for said in turn.said for title, payload in said.buttons}
        return [message for message in messages if message["id"] > after]

    def triage(self, turn: Turn) -> Json | None:
        """Return the level set so far, why, and whom to call; None while none is set."""
        level_id = turn.slots.get("triage_level")
        if not level_id:
            return None
        crisis = any("suicid" in rule for rule in turn.slots.get("triage_rules") or ())
        return {
            "level": level_id,
            "because": _parts(turn.slots.get("triage_because")),
            "call": call_list(self.clinic, Level.of(level_id), crisis=crisis),
        }

    def _message(self, said: Said) -> Json:
        message: Json = {"id": said.id, "from": "bot", "text": said.text, "at": _iso(said.at)}
        offers = self._offers(said)
        if offers:
            message["buttons"] = [{"id": offer.id, "title": offer.title} for offer in offers]
        return message

    def _offers(self, said: Said) -> list[Offered]:
        return [
            Offered(self.sign(said.id, str(place), payload), title, payload)
            for place, (title, payload) in enumerate(said.buttons)
        ]

    def _question(self, turn: Turn) -> Json | None:
        question_id = turn.slots.get("triage_question")
        if not question_id:
            return None
        known = self.tables.questions.get(question_id)
        block: Json = {"id": question_id, "kind": _SCREEN_KINDS.get(question_id, "choice")}
        if known is not None:
            block["kind"] = known.kind or known.type
        if block["kind"] == "temperature":
            block["units"] = TEMPERATURE_UNITS
        elif known is not None and known.unit:
            block["units"] = [known.unit]
        return {**block, "number": len(turn.asked), "of": turn.most}


def _patient(turn: Turn, titles: dict[str, str]) -> Json:
    text = titles.get(turn.text, turn.text)
    if turn.text.startswith("/"):
        text = titles.get(turn.text, _WENT_BACK)
    return {
        "id": turn.id,
        "from": "patient",
        "text": text,
        "at": _iso(turn.at),
        "sent_id": turn.sent_id,
    }


def _parts(value: object) -> list[str]:
    """Return a slot that holds one text or a list of texts as a list without empty ones."""
    texts = value if isinstance(value, (list, tuple)) else str(value or "").split("; ")
    return [str(text) for text in texts if str(text).strip()]


def _iso(seconds: float) -> str:
    moment = datetime.fromtimestamp(seconds, tz=timezone.utc)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
