"""Every way the chat can say no, each with a sentence a patient can act on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa_bridge.channel.numbers import call_list
from rasa_bridge.clinic import Clinic


@dataclass(frozen=True)
class Reason:
    """A status code and what the patient reads."""

    status: int
    text: str


_UNWELL = "If you feel unwell, call one of these numbers."
DANGER = "What you wrote can be an emergency. Call emergency services now."
DANGER_SIGNS = (
    "Chest pain, trouble breathing, fainting, confusion or heavy bleeding? "
    "Call emergency services now."
)
UNREAD = (
    f"I could not read all of that message. {DANGER_SIGNS} Please send a shorter message. {_UNWELL}"
)

REASONS = {
    "no_session": Reason(401, f"This chat has ended. Please start a new one. {_UNWELL}"),
    "bad_request": Reason(400, f"I could not read that. Please send it again. {_UNWELL}"),
    "empty": Reason(422, f"That message was empty. Please write what is wrong. {_UNWELL}"),
    "too_long": Reason(413, f"That message is too long. Please send a shorter one. {_UNWELL}"),
    "too_big": Reason(413, UNREAD),
    "too_many": Reason(429, f"That was too fast. Please wait a moment. {_UNWELL}"),
    "old_button": Reason(409, f"That button is out of date. Please use the newest ones. {_UNWELL}"),
    "cannot_undo": Reason(409, f"I cannot go back to that. Please tell me in words. {_UNWELL}"),
    "not_found": Reason(404, f"There is nothing here. {_UNWELL}"),
    "wrong_method": Reason(405, f"That does not work here. {_UNWELL}"),
    "failed": Reason(500, f"Something went wrong. I could not answer. {_UNWELL}"),
    "no_reply": Reason(502, f"I have no answer to that. Please use other words. {_UNWELL}"),
    "late": Reason(504, f"My answer takes too long. Please try again. {_UNWELL}"),
    "not_erased": Reason(500, f"I could not delete this chat. Please try again later. {_UNWELL}"),
    "not_ready": Reason(503, f"The chat is not ready. {_UNWELL}"),
}


class RefusalError(Exception):
    """A request that gets no answer, and why.

    Args:
        code: a key of REASONS.
        danger: the message itself sounds like an emergency; the refusal says so first.
        retry_after: seconds to wait before trying again, 0 where waiting does not help.
    """

    def __init__(self, code: str, *, danger: bool = False, retry_after: float = 0.0) -> None:
        super().__init__(code)
        self.code = code
        self.danger = danger
        self.retry_after = retry_after

    @property
    def status(self) -> int:
        """The HTTP status."""
        return REASONS[self.code].status

    def body(self, clinic: Clinic) -> dict[str, Any]:
        """Return the JSON body: what happened, in plain words, and whom to call."""
        text = REASONS[self.code].text
        if self.danger:
            text = f"{DANGER} {text}"
        return {"error": {"code": self.code, "text": text, "call": call_list(clinic)}}
