"""The simplest bot to compare with: a list of alarm words."""

from __future__ import annotations

import re

from evaluation.observed import Observed
from triage.levels import Level

ALARM_WORDS = (
    "chest pain|short of breath|shortness of breath|breathless|can't breathe|cannot breathe|"
    "trouble breathing|wheezing|coughing blood|cough up blood|vomiting blood|blood in|bleeding|"
    "faint|fainted|passed out|collapsed|seizure|confused|confusion|slurred|paralysis|numb|weakness|"
    "blurred vision|double vision|severe|fever|chills|diarrhea|vomiting|rash|blisters|swelling|"
    "swollen|headache|palpitations|heart racing|suicidal|suicide|jaundice"
)
"""About 35 words and phrases anybody would list first."""


class AlarmWords:
    """Says `urgent` where an alarm word stands in the message, whatever stands around it."""

    _words = re.compile(rf"\b(?:{ALARM_WORDS})", re.IGNORECASE)

    def observe(self, text: str) -> Observed:
        """Return `urgent` or nothing."""
        level = Level.URGENT if self._words.search(text) else None
        return Observed(level, level, None, ())
