"""The first messages of a turn in which no level has to be told.

Each function answers one kind of message and returns None for any other; the first that answers
wins, so their order in `_IN_ORDER` is the order of importance.
"""

from __future__ import annotations

from dataclasses import replace

from triage.levels import Level
from triage.model import Status
from triage.turn import about_symptoms, after_advice, picker, screens
from triage.turn.doubt import asks
from triage.turn.hear import REPORTS
from triage.turn.say import Answering, Say
from triage.turn.situation import Reply, Situation

_TO_SCREENS = {
    (screens.CALLED, "yes"): "called",
    (screens.CALLED, "no"): "not_called",
    (screens.SINCE_LAST_TIME, "better"): "better",
    (screens.SINCE_LAST_TIME, "same"): "same",
    (screens.DANGER_SIGNS, "no"): "no_danger_signs",
    (screens.HAPPENING_NOW, "no"): "not_happening",
    (screens.THOUGHTS_OF_HARM, "no"): "no_harm",
    (screens.BODY_AREA, screens.DONT_KNOW): "unsure",
    (screens.AREA_SYMPTOM, screens.DONT_KNOW): "unsure",
}


def reply(situation: Situation) -> Reply:
    """Return the first messages; none where the host may answer whatever it was."""
    replies = (answer(situation) for answer in _IN_ORDER)
    found = next((answered for answered in replies if answered is not None), None)
    return found or Reply(situation.state, (), Answering.ANY)


def _restarted(now: Situation) -> Reply | None:
    if not now.events.restarted:
        return None
    advice = now.state.advice
    text = "restart" if advice is None else f"restart_{advice.id}"
    return Reply(now.state, (Say(text),), Answering.NONE)


def _to_screen(now: Situation) -> Reply | None:
    text = _TO_SCREENS.get((now.events.screen or "", now.events.heard.screen or ""))
    had = any(now.state.case.findings.get(s) is Status.PAST for s in now.state.wondered)
    if text == "not_happening" and had:
        text = "is_over"
    return Reply(now.state, (Say(text),)) if text else None


def _despair(now: Situation) -> Reply | None:
    """Ask gently after words of despair, before anything else is asked."""
    gently = asks(now.state) and now.state.pending == screens.THOUGHTS_OF_HARM
    veiled = gently and now.events.reported
    if now.state.level is Level.EMERGENCY or not (veiled or "despair" in now.events.heard.flags):
        return None
    asking = replace(now.state, pending=screens.THOUGHTS_OF_HARM)
    return Reply(asking, (Say("despair"),), Answering.NONE)


def _undone(now: Situation) -> Reply | None:
    """Ask again, and nothing else: the payload of a button is no message to answer."""
    return Reply(now.state, (), Answering.NONE) if now.events.undone else None


def _stale_button(now: Situation) -> Reply | None:
    stale = now.events.heard.stale
    return Reply(now.state, (Say("stale_button"),), Answering.NONE) if stale else None


def _unusable(now: Situation) -> Reply | None:
    if now.events.gave_up:
        return Reply(now.state, (Say("unsure"),), Answering.NONE)
    if now.events.unusable and now.waits:
        return Reply(now.state, (Say("not_understood"),), Answering.NONE)
    return None


def _area(now: Situation) -> Reply | None:
    """Show the symptoms of the area that was tapped."""
    return Reply(now.state, (), Answering.NONE) if now.events.heard.area else None


def _unclear(now: Situation) -> Reply | None:
    """Let a person tap what they could not say; after nonsense, ask about the danger signs."""
    nonsense = "no_known_word" in now.events.heard.flags
    unclear = nonsense or (now.events.heard.intent in REPORTS and not now.waits)
    if not unclear:
        return None
    if now.events.after_break and now.state.advice is not None:
        return Reply(now.state, (), Answering.NONE)
    if now.level is Level.EMERGENCY or now.waits:
        return Reply(now.state, (Say("not_understood"),), Answering.NONE)
    said = (Say("not_understood"),) if now.events.unusable else ()
    if now.state.pending == screens.THOUGHTS_OF_HARM:
        return Reply(now.state, said, Answering.NONE)
    if nonsense and now.state.pending not in screens.PICKER:
        return Reply(replace(now.state, pending=screens.DANGER_SIGNS), (), Answering.NONE)
    return Reply(picker.opened(now.state), said, Answering.NONE)


_IN_ORDER = (
    _restarted,
    _undone,
    after_advice.worse,
    _to_screen,
    _despair,
    after_advice.follow_up,
    after_advice.help_first,
    _stale_button,
    about_symptoms.level_stays,
    about_symptoms.open_question,
    about_symptoms.noted,
    about_symptoms.taken_back,
    about_symptoms.mentioned,
    about_symptoms.therapy,
    _area,
    _unusable,
    _unclear,
    after_advice.late_yes_or_no,
)
