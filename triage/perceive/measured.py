"""Symptoms that a reading alone makes: oxygen of 91, a temperature of 38.5."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from triage.model import Answer
from triage.tables.types import Symptom


@dataclass(frozen=True)
class _ReadingsView:
    """Readings as an expression of the tables sees them: no symptoms, no therapies."""

    readings: Mapping[str, Answer]

    def has(self, symptom: str) -> bool:
        """No symptom is known here."""
        return False

    def on(self, therapy: str) -> bool:
        """No therapy is known here."""
        return False

    def answer(self, question: str) -> Answer | None:
        """The reading, None where there is none."""
        return self.readings.get(question)

    def special(self, name: str) -> Answer | None:
        """No level is known here."""
        return None

    def is_open(self, question: str) -> bool:
        """Nothing is asked here."""
        return False

    @property
    def known(self) -> Collection[str]:
        """The readings given."""
        return self.readings.keys()


def measured_symptoms(
    readings: Mapping[str, Answer], symptoms: Mapping[str, Symptom]
) -> Iterator[str]:
    """Yield the ids of the symptoms whose `measured` expression is true of the readings."""
    if readings:
        view = _ReadingsView(readings)
        for symptom in symptoms.values():
            if symptom.said_as.measured and symptom.said_as.measured.holds(view):
                yield symptom.id
