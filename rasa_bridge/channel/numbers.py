"""Whom to call: the clinic's numbers, in the order that fits how fast help is needed."""

from __future__ import annotations

from rasa_bridge.clinic import Clinic
from triage.levels import Level

Call = dict[str, str]
"""One entry a patient can tap: {"label", "number"}."""


def call_list(clinic: Clinic, level: Level | None = None, *, crisis: bool = False) -> list[Call]:
    """Return the numbers to show, the one to call first on top.

    Args:
        clinic: the clinic's numbers.
        level: how fast help is needed; emergency services come first at `emergency` and
            where nothing is known.
        crisis: the person spoke of suicide or self-harm; the crisis line is added.
    """
    emergency = {"label": "Emergency", "number": clinic.emergency_number}
    team = {"label": "Care team (24 h)", "number": clinic.care_team_phone}
    first_team = level is not None and level < Level.EMERGENCY
    calls = [team, emergency] if first_team else [emergency, team]
    if crisis:
        calls.insert(1, {"label": "Crisis line", "number": clinic.crisis_line})
    return calls
