"""The first messages of a turn in which no level has to be told.

Each function answers one kind of message and returns None for any other; the first that answers
wins, so their order in `_IN_ORDER` is the order of importance.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from triage.levels import Level, highest
from triage.model import Decision, Status
from triage.turn import picker, screens
from triage.turn.doubt import asks, unsure, waits
from triage.turn.events import Events
from triage.turn.hear import REPORTS
from triage.turn.say import Answering, Say
from triage.turn.state import Conversation

_AFTER_ADVICE = (
    *("in_care", "help_coming", "cannot_call", "no_answer", "no_number", "team_said"),
    *("not_called", "called", "better"),
)
"""Speech groups that follow advice up; each has a message of its name."""
_AFTER_HELP = frozenset(
    {"ask_driving", "ask_cart_driving", "ask_sleep", "ask_exercise", "ask_travel", "ask_work",
     "ask_who_to_call", "ask_report_at_once", "ask_schedule"}
)  # fmt: skip
"""Questions whose everyday answer could keep somebody from getting help in an emergency."""
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


@dataclass(frozen=True)
class Situation:
    """What a reply is chosen from."""

    state: Conversation
    level: Level | None
    """The level of the case."""
    decision: Decision
    events: Events

    @property
    def waits(self) -> bool:
        """Whether a question about what was reported is open."""
        return waits(self.state)


@dataclass(frozen=True)
class Reply:
    """The first messages, and the state once they are said."""

    state: Conversation
    say: tuple[Say, ...]
    answer: Answering = Answering.QUESTIONS


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


def _worse(now: Situation) -> Reply | None:
    """Repeat the highest advice: getting worse is never small talk."""
    heard, state = now.events.heard, now.state
    if "worse_now" not in heard.flags and heard.screen != "worse":
        return None
    advised = highest(state.level, state.advice)
    if advised is not None:
        return Reply(state, (Say("worse"), Say(advised.id)), Answering.NONE)
    if heard.findings:
        return None
    asking = state if now.waits else replace(state, pending=screens.DANGER_SIGNS)
    return Reply(asking, (Say("worse"),))


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


def _follow_up(now: Situation) -> Reply | None:
    heard = now.events.heard
    text = next((group for group in _AFTER_ADVICE if group in heard.flags), None)
    if text is None or now.state.advice is None or heard.reports:
        return None
    if text == "not_called" and now.state.advice < Level.URGENT:
        return Reply(now.state, (), Answering.NONE)
    if text == "team_said" and now.level is Level.EMERGENCY:
        text = "team_said_emergency"
    return Reply(now.state, (Say(text),))


def _help_first(now: Situation) -> Reply | None:
    """Say again what to do in an emergency, in place of an answer for quiet days."""
    asked = now.events.heard.intent in _AFTER_HELP and not now.events.reported
    first = asked and now.level is Level.EMERGENCY
    return Reply(now.state, (Say("help_first"),), Answering.NONE) if first else None


def _undone(now: Situation) -> Reply | None:
    """Ask again, and nothing else: the payload of a button is no message to answer."""
    return Reply(now.state, (), Answering.NONE) if now.events.undone else None


def _stale_button(now: Situation) -> Reply | None:
    stale = now.events.heard.stale
    return Reply(now.state, (Say("stale_button"),), Answering.NONE) if stale else None


def _level_stays(now: Situation) -> Reply | None:
    stays = now.events.took_back and now.level is not None
    return Reply(now.state, (Say("level_stays"),)) if stays else None


def _open_question(now: Situation) -> Reply | None:
    advice = now.decision.advice_level
    if not now.events.reported or not now.waits or advice is None:
        return None
    return Reply(now.state, (Say(f"advice_{advice.id}"),))


def _noted(now: Situation) -> Reply | None:
    """Note what was said; once nothing is left to ask, ask whether they could call."""
    if not now.events.reported or not now.state.case.present:
        return None
    done = now.level is Level.URGENT and now.state.pending is None
    state = replace(now.state, pending=screens.CALLED) if done else now.state
    return Reply(state, (Say("noted"),))


def _taken_back(now: Situation) -> Reply | None:
    return Reply(now.state, (Say("taken_back"),)) if now.events.took_back else None


def _mentioned(now: Situation) -> Reply | None:
    """Answer mentions that do not count: asked about, over, not there, somebody else's."""
    by_status: dict[Status, list[str]] = {}
    for finding in now.events.heard.findings:
        by_status.setdefault(finding.status, []).append(finding.symptom)
    for status, text in ((Status.HYPOTHETICAL, "if_it_happens"), (Status.PAST, "past")):
        if status in by_status:
            answered = status is Status.HYPOTHETICAL and now.events.heard.digression
            said = () if answered else (Say(text),)
            return Reply(_wondering(now, by_status[status]), said)
    if Status.NEGATED in by_status:
        return Reply(now.state, (Say("not_there"),))
    return Reply(now.state, (Say("somebody_else"),)) if Status.OTHER in by_status else None


def _wondering(now: Situation, symptoms: list[str]) -> Conversation:
    """Ask whether it is happening now, unless something more important is asked or told."""
    if unsure(now.state.case):
        return now.state
    state = replace(now.state, wondered=tuple(dict.fromkeys(symptoms)))
    free = not now.waits and now.state.level is not Level.EMERGENCY
    return replace(state, pending=screens.HAPPENING_NOW) if free else state


def _therapy(now: Situation) -> Reply | None:
    """Note the treatment named, unless it was named in a question."""
    heard = now.events.heard
    named = heard.therapies and not now.waits and not heard.asks and heard.intent not in REPORTS
    return Reply(now.state, (Say("therapy_noted"),)) if named else None


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


def _late_yes_or_no(now: Situation) -> Reply | None:
    """After a break a yes answers nothing: the question it belongs to is gone."""
    bare = now.events.heard.flags & {"yes", "no", "dont_know"}
    late = now.events.after_break and now.state.advice is not None and bare
    return Reply(now.state, (), Answering.NONE) if late else None


_IN_ORDER = (
    _restarted,
    _undone,
    _worse,
    _to_screen,
    _despair,
    _follow_up,
    _help_first,
    _stale_button,
    _level_stays,
    _open_question,
    _noted,
    _taken_back,
    _mentioned,
    _therapy,
    _area,
    _unusable,
    _unclear,
    _late_yes_or_no,
)
