"""What one message means in this conversation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from triage.model import Answer, Finding, Status
from triage.perceive import perceive
from triage.perceive.speech import COMPARED, DENIED
from triage.tables import Tables
from triage.turn import intents
from triage.turn.amend import amended
from triage.turn.buttons import tapped
from triage.turn.doubt import waits
from triage.turn.heard import Heard
from triage.turn.message import Message
from triage.turn.picker import named
from triage.turn.screens import CALLED, DANGER_SIGNS, DONT_KNOW, HAPPENING_NOW, SCREENS
from triage.turn.state import Conversation

_QUESTION = re.compile(
    r"\?|(?:^|[.,;!]\s*)(?:what|how|why|which|who|where|can|could|do|does|is|are|should|will)\b",
    re.IGNORECASE,
)
"""A question mark, or a part of the message that begins like a question."""

_ADDS = re.compile(r"\W*(?:(?:and|but|ok|okay|so|also)\b\W*)?(?:what|how) about\b", re.IGNORECASE)
"""While symptoms are asked about, this may add one to them: "what about chest pain?"."""

_MEANT_BY_INTENT: Mapping[str, str] = {
    "called_team": "called",
    "nobody_answers": "no_answer",
    "no_number": "no_number",
    "team_told_me": "team_said",
    "feeling_better": "better",
    "feeling_worse": "worse_now",
    "restart": "start_again",
    "dont_know": DONT_KNOW,
    intents.NONSENSE: "no_known_word",
}
_TO_BE_STATED = frozenset({"called", "better", "team_said"})
"""Groups that a classifier's guess does not stand for in a question or beside a denial."""
_MEANT_BY_CHOICE: Mapping[str, str] = {"affirm": "yes", "deny": "no"}
REPORTS = frozenset({intents.REPORT, intents.START})
"""Intents of a person who wants to tell of a symptom, whether it was understood or not."""
_NO_CALL = frozenset({"cannot_call", "no_answer", "no_number"})
"""Speech groups of a person who wants to call and cannot; each has an answer of its own."""
_OF_THE_CALL = _NO_CALL | {"called", "not_called", "team_said", "help_coming", "in_care"}
FOLLOW_UPS = _OF_THE_CALL | {"better", "worse_now"}
"""Speech groups of a person who was advised before."""
_NO_DIGRESSION = REPORTS | {
    *("", "affirm", "deny", "dont_know"),
    *(intents.BUTTON, intents.NONSENSE, intents.FALLBACK, intents.NEAR),
}


def hear(state: Conversation, message: Message, tables: Tables) -> Heard:
    """Understand one message.

    Args:
        state: the conversation before the message.
        message: what was sent.
        tables: the clinical tables.
    """
    button = message.button or named(state, message.text, tables)
    if button is not None:
        return tapped(state, button, tables)
    return _typed(state, message, tables)


def is_question(text: str) -> bool:
    """Tell whether the text, or a part of it, has the form of a question."""
    return _QUESTION.search(text) is not None


def _typed(state: Conversation, message: Message, tables: Tables) -> Heard:
    pending = state.pending if state.pending in tables.questions else None
    seen = perceive(message.text, tables, _relevant(state, tables), pending)
    adds = waits(state) and _ADDS.match(message.text) is not None
    if adds:
        seen = replace(seen, findings=tuple(map(_in_doubt, seen.findings)))
    flags = set(seen.flags)
    understood = seen.findings or seen.answers or seen.therapies
    if message.intent and not understood:
        flags.add(_meant(message, seen.flags))
    answerable = message.intent not in _NO_DIGRESSION or (
        not message.intent and "question" in flags
    )
    if message.chosen or answerable:
        flags.discard("no_known_word")
    elif not any(character.isalnum() for character in message.text):
        flags.add("no_known_word")
    answers = _without_asides(seen.answers, flags, pending)
    if not understood:
        answers = dict(amended(state, message.text, seen.flags, tables))
    unknown = {pending} if pending and (seen.unknown or DONT_KNOW in flags) else set()
    reply = _screen_reply(state.pending, flags)
    counts = any(finding.status.counts for finding in seen.findings)
    topic = message.intent.startswith(intents.ANSWER) and not counts
    return Heard(
        findings=seen.findings,
        answers=answers,
        unknown=frozenset(unknown - answers.keys()),
        screen=reply,
        danger=state.pending == DANGER_SIGNS and reply == "yes",
        therapies=seen.therapies,
        carer=seen.about == "carer" and counts,
        flags=frozenset(flags - {""}),
        digression=answerable,
        asks=topic or "question" in flags or is_question(message.text),
        topic=topic,
        adds=adds,
        intent=message.intent,
    )


def belied(intent: str, flags: frozenset[str]) -> bool:
    """Tell whether a host's guess at a typed message is belied by what was perceived in it.

    "I have not called" sounds like a call, and "it started again" like a fresh start; only what
    clinical/language.yml hears in them counts.

    Args:
        intent: the intent that was guessed.
        flags: the speech groups perceived.
    """
    group = _MEANT_BY_INTENT.get(intent, "")
    if group in flags:
        return False
    in_doubt = DENIED in flags or "question" in flags
    return group == "start_again" or (group in _TO_BE_STATED and in_doubt)


def _meant(message: Message, flags: frozenset[str]) -> str:
    """Return the speech group that the host's intent stands for, empty where for none."""
    meant = _MEANT_BY_INTENT.get(message.intent, "")
    if message.chosen:
        return _MEANT_BY_CHOICE.get(message.intent, meant)
    compared = meant == "worse_now" and COMPARED in flags
    return "" if compared or belied(message.intent, flags) else meant


def _in_doubt(finding: Finding) -> Finding:
    """Return what was only asked about as what may be there."""
    asked = finding.status is Status.HYPOTHETICAL
    return replace(finding, status=Status.UNCLEAR) if asked else finding


def _without_asides(
    answers: Mapping[str, Answer], flags: set[str], pending: str | None
) -> dict[str, Answer]:
    """Return the answers, without one to the open question read out of an aside.

    The "have" of "I have no number" and the "yes" of "yes, I called" belong to the call.
    """
    aside = bool(flags & _OF_THE_CALL)
    return {name: value for name, value in answers.items() if not aside or name != pending}


def _screen_reply(pending: str | None, flags: set[str]) -> str | None:
    if pending not in SCREENS:
        return None
    meanings = {"yes": "yes", "no": "no", "better": "better", "worse_now": "worse", "same": "same"}
    if pending == CALLED and flags & _NO_CALL:
        return None
    # A doubtful reply is taken for the worse one: not called, but there.
    meanings |= (
        {"maybe_no": "no", "not_called": "no"} if pending == CALLED else {"maybe_yes": "yes"}
    )
    meanings[DONT_KNOW] = DONT_KNOW
    if pending == HAPPENING_NOW:
        meanings |= {"still_there": "yes", "over_now": "no"}
    replies = (meanings[flag] for flag in meanings if flag in flags)
    return next((reply for reply in replies if reply in SCREENS[pending]), None)


def _relevant(state: Conversation, tables: Tables) -> tuple[str, ...]:
    """Return the questions whose answers may be in the message."""
    asked = [name for name in state.case.asked if name in tables.questions]
    of_symptoms = (
        question
        for name in state.case.present
        if name in tables.symptoms
        for question in tables.told_beside[name]
    )
    return tuple(dict.fromkeys([*asked, *of_symptoms]))
