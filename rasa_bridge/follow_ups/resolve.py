"""Decides what a message means because of what was talked about before. Pure logic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rasa_bridge.answer_finder.finder import OUTSIDE
from rasa_bridge.follow_ups.aspects import WHAT, Aspects
from rasa_bridge.follow_ups.memory import Memory
from rasa_bridge.follow_ups.words import Said

ANSWER = "ask_"
NOT_UNDERSTOOD = frozenset({"nlu_fallback", "near_topics", "nonsense"})
_NO_TOPIC = NOT_UNDERSTOOD - {"near_topics"}
MOST_MISSES = 2
"""After so many in a row the list of topics and the care team's number are offered."""
SIMPLY, SOURCES = "utter_said_simply", "utter_sources"
ABOUT_LAST, ABOUT_WHAT = "utter_about_last", "utter_about_what"
NO_MORE, TOPIC_LIST = "utter_no_more", "utter_topic_list"
_OF_LAST_ANSWER = {"simpler": SIMPLY, "where_from": SOURCES}


@dataclass(frozen=True)
class Turn:
    """The latest message and what the bot may do with it."""

    key: str
    said: Said
    intent: str
    """What the classifier believes."""
    answered: bool
    """Whether the bot answers it beside the triage; a red flag stands alone."""
    whole: bool
    """Whether the answer is all there is to say: nothing was reported."""
    unheard: bool = False
    """Whether the triage itself says no more than that it did not understand."""


def follow(
    turn: Turn, before: Memory, aspects: Aspects, follow_ups: Mapping[str, Sequence[str]]
) -> Memory:
    """Return the memory with the message in it, and what the message means.

    Args:
        turn: the message.
        before: what was remembered up to it.
        aspects: the table of aspects.
        follow_ups: answer -> the answers its buttons lead to.

    Pure: the same arguments give the same memory.
    """
    named = replace(before, message=turn.key, treatment=turn.said.treatment or before.treatment)
    if not turn.answered:
        misses = _misses(turn, turn.intent, before)
        response = TOPIC_LIST if misses >= MOST_MISSES else ""
        return replace(named, intent=turn.intent, response=response, misses=misses)
    intent, response = _meant(turn, before, aspects, follow_ups)
    misses = _misses(turn, intent, before)
    if misses >= MOST_MISSES:
        response = TOPIC_LIST
    after = replace(named, intent=intent, response=response, misses=misses)
    if response or not intent.startswith(ANSWER) or intent in OUTSIDE:
        return after
    treatment = turn.said.treatment or _class_now(intent, before.treatment, aspects)
    return replace(
        after,
        answer=intent,
        aspect=_aspect(turn, intent, before, aspects),
        treatment=treatment,
        told=before.with_answer(intent),
    )


def _misses(turn: Turn, intent: str, before: Memory) -> int:
    """Return how many messages in a row were not understood."""
    missed = intent in NOT_UNDERSTOOD and (turn.whole or turn.unheard)
    return before.misses + 1 if missed else 0


def _meant(
    turn: Turn, before: Memory, aspects: Aspects, follow_ups: Mapping[str, Sequence[str]]
) -> tuple[str, str]:
    """Return the intent meant, and the response in place of the rules' own or ""."""
    if turn.intent == "tell_more":
        return _more(turn.said, before, aspects, follow_ups)
    if turn.intent in _OF_LAST_ANSWER and before.answer:
        return turn.intent, _OF_LAST_ANSWER[turn.intent]
    intent = _answer_meant(turn, before, aspects)
    if intent in NOT_UNDERSTOOD and turn.said.points_back and turn.whole:
        return intent, ABOUT_LAST if before.answer else ABOUT_WHAT
    if intent in _NO_TOPIC and turn.said.asks and turn.said.short and turn.whole and before.answer:
        return intent, ABOUT_LAST  # "how many?": of what was talked about, if of anything
    return intent, ""


def _answer_meant(turn: Turn, before: Memory, aspects: Aspects) -> str:
    """Return the answer meant because of the one before, else the intent itself."""
    said, intent = turn.said, turn.intent
    if said.only_names and (before.answer or intent in NOT_UNDERSTOOD):
        return aspects.of_class(before.aspect, said.treatment, before.answer) or intent
    kind = aspects.of_kind(said.names, before.answer)
    if kind:
        return kind
    short = _short_question(said.question, before, aspects)
    if short:
        return short
    general = aspects.general_aspect(intent)
    if general and before.treatment and (said.points_back or said.short):
        return aspects.aspects[general].answer(before.treatment)
    return intent


def _more(
    said: Said, before: Memory, aspects: Aspects, follow_ups: Mapping[str, Sequence[str]]
) -> tuple[str, str]:
    """Return the next answer of the topic: of the treatment named, else after the last answer."""
    first = aspects.aspects[WHAT].of.get(said.treatment, "")
    if first and first not in before.told:
        return first, ""
    start = first or before.answer
    if not start:
        return "tell_more", ""
    for answer in follow_ups.get(start, ()):
        if answer not in before.told:
            return answer, ""
    return "tell_more", NO_MORE if before.answer else ""


def _short_question(question: str, before: Memory, aspects: Aspects) -> str:
    for short in aspects.short_questions:
        if question in short.said and before.answer:
            own = short.after.get(before.answer) or short.of.get(before.treatment)
            if short.aspect and before.treatment:
                own = own or aspects.of_class(short.aspect, before.treatment, "")
            return own or short.otherwise
    return ""


def _class_now(intent: str, before: str, aspects: Aspects) -> str:
    """Return the class an answer is about; where it is about several, the one before counts."""
    if any(aspect.of.get(before) == intent for aspect in aspects.aspects.values()):
        return before
    return aspects.treatment_of(intent) or before


def _aspect(turn: Turn, intent: str, before: Memory, aspects: Aspects) -> str:
    """Return the side of a treatment that is talked about now."""
    if turn.said.only_names and before.aspect:
        return before.aspect
    return aspects.general_aspect(turn.intent) or aspects.aspect_of(intent)
