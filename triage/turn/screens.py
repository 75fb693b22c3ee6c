"""Questions of the conversation itself, asked beside those of the clinical tables."""

from __future__ import annotations

DANGER_SIGNS = "danger_signs"
"""Chest pain, trouble breathing, fainting, confusion or heavy bleeding now?

Source: `global_red_flags_screen` of the clinical specification.
"""
HAPPENING_NOW = "happening_now"
"""Do you have now what you asked about, had before, or told in a way that leaves it in doubt?"""
SINCE_LAST_TIME = "since_last_time"
"""Better, the same or worse, after a break?"""
CALLED = "have_called"
"""Have you been able to call?"""

BODY_AREA = "body_area"
"""Where is the problem? The areas of clinical/body_areas.yml as buttons."""
AREA_SYMPTOM = "area_symptom"
"""Which of the symptoms of that area is it?"""
PICKER = frozenset({BODY_AREA, AREA_SYMPTOM})

DONT_KNOW = "dont_know"
THOUGHTS_OF_HARM = "thoughts_of_harm"
"""Do you think of ending your life? Asked after words of despair."""
HARM_SYMPTOM = "suicidal_thoughts"

DANGER_RULE = "screen.danger_signs"
DANGER_WHY = "you said yes to one of the danger signs"

SCREENS: dict[str, tuple[str, ...]] = {
    DANGER_SIGNS: ("yes", "no"),
    HAPPENING_NOW: ("yes", "no", DONT_KNOW),
    SINCE_LAST_TIME: ("better", "same", "worse"),
    CALLED: ("yes", "no"),
    THOUGHTS_OF_HARM: ("yes", "no"),
    BODY_AREA: (DONT_KNOW,),
    AREA_SYMPTOM: (DONT_KNOW,),
}
"""Each screen with the values its buttons may carry; those of the picker carry areas and
symptoms as well.
"""

KEPT = frozenset({DANGER_SIGNS, THOUGHTS_OF_HARM}) | PICKER
"""Screens that stay open until they are answered or something clinical is said.

Thoughts of harm are asked about until there is an answer, whatever else is told meanwhile.
"""
