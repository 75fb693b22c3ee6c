"""The intents of a host's classifier that the conversation's logic knows by name."""

from __future__ import annotations

ANSWER = "ask_"
"""How the intents of questions that have an answer begin."""
BUTTON = "answer"
"""The tap on an answer to a question of the triage."""
REPORT = "report_symptom"
START = "start_triage"
"""The button of a person who wants to be asked about symptoms."""
NONSENSE = "nonsense"
FALLBACK = "nlu_fallback"
"""The classifier does not know."""
NEAR = "near_topics"
"""No answer can be trusted, but some are near enough to be offered."""
