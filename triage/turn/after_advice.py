"""Replies to what is said after advice: it got worse, nobody answers, may I drive there?"""

from __future__ import annotations

from dataclasses import replace

from triage.levels import Level, highest
from triage.turn import screens
from triage.turn.say import Answering, Say
from triage.turn.situation import Reply, Situation

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


def worse(now: Situation) -> Reply | None:
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


def follow_up(now: Situation) -> Reply | None:
    """Answer how following the advice went: called, not called, told to wait."""
    heard = now.events.heard
    text = next((group for group in _AFTER_ADVICE if group in heard.flags), None)
    if text is None or now.state.advice is None or heard.reports:
        return None
    if text == "not_called" and now.state.advice < Level.URGENT:
        return Reply(now.state, (), Answering.NONE)
    if text == "team_said" and now.level is Level.EMERGENCY:
        text = "team_said_emergency"
    return Reply(now.state, (Say(text),))


def help_first(now: Situation) -> Reply | None:
    """Say again what to do in an emergency, in place of an answer for quiet days."""
    asked = now.events.heard.intent in _AFTER_HELP and not now.events.reported
    first = asked and now.level is Level.EMERGENCY
    return Reply(now.state, (Say("help_first"),), Answering.NONE) if first else None


def late_yes_or_no(now: Situation) -> Reply | None:
    """After a break a yes answers nothing: the question it belongs to is gone."""
    bare = now.events.heard.flags & {"yes", "no", "dont_know"}
    late = now.events.after_break and now.state.advice is not None and bare
    return Reply(now.state, (), Answering.NONE) if late else None
