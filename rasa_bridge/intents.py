"""Intents by their names: which have no examples, and which response answers a question."""

from __future__ import annotations

from triage.turn.intents import ANSWER, BUTTON, FALLBACK, NEAR, START

WITHOUT_EXAMPLES = frozenset({BUTTON, FALLBACK, NEAR, START})
"""Intents of buttons, and what the classifier says when it does not know."""
UTTER_ANSWER = "utter_answer_"
"""How the responses that answer a question begin."""


def response_to(intent: str) -> str:
    """Return the response that answers a question: `ask_rash` -> `utter_answer_rash`."""
    return UTTER_ANSWER + intent.removeprefix(ANSWER)


def answered_by(response: str) -> str:
    """Return the question that a response answers: `utter_answer_rash` -> `ask_rash`."""
    return ANSWER + response.removeprefix(UTTER_ANSWER)
