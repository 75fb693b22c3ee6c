"""Symptoms that a reading alone makes: oxygen of 91, a temperature of 38.5."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from triage.model import Answer
from triage.tables.types import Symptom
from triage.views import CaseView


def measured_symptoms(
    readings: Mapping[str, Answer], symptoms: Mapping[str, Symptom]
) -> Iterator[str]:
    """Yield the ids of the symptoms whose `measured` expression is true of the readings."""
    if readings:
        view = CaseView((), readings)
        for symptom in symptoms.values():
            if symptom.said_as.measured and symptom.said_as.measured.holds(view):
                yield symptom.id
