"""Questions of the conversation itself, asked beside those of the clinical tables."""

from __future__ import annotations

DANGER_SIGNS = "danger_signs"
"""Chest pain, trouble breathing, fainting, confusion or heavy bleeding now?

Source: `global_red_flags_screen` of the clinical specification.
"""
HAPPENING_NOW = "happening_now"
"""Do you have now what you asked about, or had before?"""
SINCE_LAST_TIME = "since_last_time"
"""Better, the same or worse, after a break?"""
CALLED = "have_called"
"""Have you been able to call?"""

THOUGHTS_OF_HARM = "thoughts_of_harm"
"""Do you think of ending your life? Asked after words of despair."""
HARM_SYMPTOM = "suicidal_thoughts"

DANGER_RULE = "screen.danger_signs"
DANGER_WHY = "you said yes to one of the danger signs"

SCREENS: dict[str, tuple[str, ...]] = {
    DANGER_SIGNS: ("yes", "no"),
    HAPPENING_NOW: ("yes", "no"),
    SINCE_LAST_TIME: ("better", "same", "worse"),
    CALLED: ("yes", "no"),
    THOUGHTS_OF_HARM: ("yes", "no"),
}
"""Each screen with the values its buttons may carry."""

KEPT = frozenset({DANGER_SIGNS, THOUGHTS_OF_HARM})
"""Screens that stay open until they are answered or something clinical is said."""
