"""The picker: a person taps a body area and then one of its symptoms, instead of typing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from triage.perceive import perceive
from triage.tables import Tables
from triage.turn.message import Button
from triage.turn.screens import AREA_SYMPTOM, BODY_AREA, PICKER, SCREENS
from triage.turn.state import Conversation

SOMETHING_ELSE = "something_else"
UNWELL = "generally_unwell"
"""The symptom that "something else" stands for."""
_WORD = re.compile(r"[a-z]+")
_JOINING = frozenset({"and", "in", "my", "of", "on", "or", "the"})


@dataclass(frozen=True)
class Picked:
    """What was tapped: an area or a symptom; the other one is empty."""

    area: str = ""
    symptom: str = ""
    words: str = ""
    """The title of the button."""


def opened(state: Conversation) -> Conversation:
    """Return the conversation with the areas asked about."""
    return _offering(replace(state, pending=BODY_AREA), BODY_AREA)


def opened_area(state: Conversation, area: str) -> Conversation:
    """Return the conversation with the symptoms of one area asked about."""
    return _offering(replace(state, pending=AREA_SYMPTOM), area)


def without_tapped(state: Conversation, question: str) -> Conversation | None:
    """Return the conversation with this list open again and the tapped symptom gone.

    None where the list was not shown in this case.
    """
    areas = [name for name in state.offered if name != BODY_AREA]
    if question not in PICKER or not state.offered or (question == AREA_SYMPTOM and not areas):
        return None
    findings = {name: s for name, s in state.case.findings.items() if name != state.tapped}
    state = replace(state, case=replace(state.case, findings=findings), tapped="")
    return opened(state) if question == BODY_AREA else opened_area(state, areas[-1])


def asking(state: Conversation) -> str:
    """Return the name of the text that asks the pending question."""
    area = state.offered[-1] if state.offered else BODY_AREA
    if state.pending != AREA_SYMPTOM or area == BODY_AREA:
        return f"ask_{BODY_AREA if state.pending == AREA_SYMPTOM else state.pending}"
    return f"ask_{AREA_SYMPTOM}_{area}"


def pressed(state: Conversation, button: Button, tables: Tables) -> Picked | None:
    """Return what a button of the picker stands for, None where it is no longer open.

    An area is open as long as no question of the tables waits; a symptom whenever its area was
    shown in this case: one more symptom can only raise the level.
    """
    picker, value = tables.picker, button.value
    if not state.offered:
        return None
    if value == SOMETHING_ELSE:
        return Picked(symptom=UNWELL, words=picker.something_else)
    if button.question == BODY_AREA:
        free = state.pending is None or state.pending in SCREENS
        area = picker.areas.get(value)
        return Picked(area=value, words=area.label) if area and free else None
    shown = (picker.areas[name].symptoms for name in state.offered if name in picker.areas)
    title = next((symptoms[value] for symptoms in shown if value in symptoms), None)
    return Picked(symptom=value, words=title) if title else None


def named(state: Conversation, text: str, tables: Tables) -> Button | None:
    """Return the button whose title was typed while the picker is open.

    Of an area's title a part is enough, "belly" for "Belly or bowels", unless the part says what
    is wrong: "fever" is a report.
    """
    words = _words(text)
    if state.pending not in PICKER or not words:
        return None
    current = tables.picker.areas.get(state.offered[-1]) if state.offered else None
    if state.pending == AREA_SYMPTOM and current is not None:
        for symptom, title in current.symptoms.items():
            if words == _words(title):
                return Button(AREA_SYMPTOM, symptom)
    if words == _words(tables.picker.something_else):
        return Button(BODY_AREA, SOMETHING_ELSE)
    area = next((a for a in tables.picker.areas.values() if words <= _words(a.label)), None)
    if area is None or (words < _words(area.label) and perceive(text, tables).findings):
        return None
    return Button(BODY_AREA, area.id)


def _offering(state: Conversation, name: str) -> Conversation:
    """Put the list that is shown now last."""
    return replace(state, offered=(*(shown for shown in state.offered if shown != name), name))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _JOINING
