"""Replies to what is told of symptoms and treatments, and to what only mentions them."""

from __future__ import annotations

from dataclasses import replace

from triage.levels import Level
from triage.model import Status
from triage.turn import screens
from triage.turn.doubt import unsure
from triage.turn.hear import REPORTS
from triage.turn.say import Answering, Say
from triage.turn.situation import Reply, Situation
from triage.turn.state import Conversation


def level_stays(now: Situation) -> Reply | None:
    """Say that a level once told stays, whatever is taken back."""
    stays = now.events.took_back and now.level is not None
    return Reply(now.state, (Say("level_stays"),)) if stays else None


def open_question(now: Situation) -> Reply | None:
    """Say what to do meanwhile, where the open question may still change the level."""
    advice = now.decision.advice_level
    if not now.events.reported or not now.waits or advice is None:
        return None
    # "What about chest pain?" asks for no answer about the heart here.
    answer = Answering.NONE if now.events.heard.adds else Answering.QUESTIONS
    return Reply(now.state, (Say(f"advice_{advice.id}"),), answer)


def noted(now: Situation) -> Reply | None:
    """Note what was said; once nothing is left to ask, ask whether they could call."""
    if not now.events.reported or not now.state.case.present:
        return None
    done = now.level is Level.URGENT and now.state.pending is None
    state = replace(now.state, pending=screens.CALLED) if done else now.state
    return Reply(state, (Say("noted"),))


def taken_back(now: Situation) -> Reply | None:
    """Note what was taken back."""
    return Reply(now.state, (Say("taken_back"),)) if now.events.took_back else None


def mentioned(now: Situation) -> Reply | None:
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


def therapy(now: Situation) -> Reply | None:
    """Note the treatment named, unless it was named in a question."""
    heard = now.events.heard
    named = heard.therapies and not now.waits and not heard.asks and heard.intent not in REPORTS
    return Reply(now.state, (Say("therapy_noted"),)) if named else None
