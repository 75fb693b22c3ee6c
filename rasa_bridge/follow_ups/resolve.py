"""Decides what a message means because of what was talked about before. Pure logic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rasa_bridge.answer_finder.finder import OUTSIDE, REFUSALS
from rasa_bridge.follow_ups.aspects import WHAT, Aspects
from rasa_bridge.follow_ups.meant import (
    NOT_UNDERSTOOD,
    Answers,
    Guesses,
    answer_meant,
    of_sides,
    same_kind,
)
from rasa_bridge.follow_ups.memory import Memory
from rasa_bridge.follow_ups.ordinals import Ordinal
from rasa_bridge.follow_ups.words import Said
from triage.turn.intents import ANSWER, NEAR

_NO_TOPIC = NOT_UNDERSTOOD - {NEAR}
MOST_MISSES = 2
"""After so many in a row the list of topics and the care team's number are offered."""
_FINE = "am_i_fine"
SIMPLY, SOURCES = "utter_said_simply", "utter_sources"
ABOUT_LAST, ABOUT_WHAT = "utter_about_last", "utter_about_what"
NO_MORE, TOPIC_LIST = "utter_no_more", "utter_topic_list"
NOT_KNOWN, SAME_KIND = "utter_not_known_of_it", "utter_same_kind"
ON_LAST = frozenset({SIMPLY, SOURCES, ABOUT_LAST, NOT_KNOWN, SAME_KIND})
"""Responses after which the last answer is still what is talked about."""
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
    guesses: Guesses = ()
    """What else the classifier takes it for, the likeliest first."""
    beside: bool = False
    """Whether the bot answers a question of ours beside the triage."""


def follow(turn: Turn, before: Memory, answers: Answers) -> Memory:
    """Return the memory with the message in it, and what the message means.

    Args:
        turn: the message.
        before: what was remembered up to it.
        answers: what is known of the answers.

    Pure: the same arguments give the same memory.
    """
    said = turn.said
    named = replace(
        before,
        message=turn.key,
        treatment=_treatment(said, before),
        named=before.with_name(said.treatment),
    )
    intent, response = _meant(turn, before, answers)
    if not turn.answered and not (turn.beside and intent.startswith(ANSWER)):
        misses = _misses(turn, turn.intent, before)
        response = TOPIC_LIST if misses >= MOST_MISSES else ""
        return replace(named, intent=turn.intent, response=response, misses=misses)
    misses = _misses(turn, intent, before)
    if misses >= MOST_MISSES:
        response = TOPIC_LIST
    after = replace(named, intent=intent, response=response, misses=misses)
    if response in ON_LAST:
        return replace(after, answered=turn.key)
    if response or not intent.startswith(ANSWER) or intent in OUTSIDE:
        return after
    aspects, compared = answers.aspects, said.compares and before.treatment
    goes_on = _goes_on(said, intent, before, answers)
    return replace(
        after,
        answer=intent,
        answered=turn.key,
        topic=before.topic if goes_on and before.topic and not said.ordinal else intent,
        offered=aspects.lists.get(intent, before.offered if goes_on else ()),
        aspect=_aspect(turn, intent, before, aspects),
        treatment=named.treatment if compared else _class_now(intent, named.treatment, aspects),
        told=before.with_answer(intent),
    )


def _goes_on(said: Said, intent: str, before: Memory, answers: Answers) -> bool:
    """Tell whether an answer goes on with the topic, or the list, of the answer before."""
    of_it = intent in answers.sides.general and (said.points_back or said.short)
    of_side = not said.treatment and of_sides(said, before, answers)
    return bool(said.ordinal or of_it or said.compares or of_side)


def _treatment(said: Said, before: Memory) -> str:
    """Return the class talked about; one that is only set beside it is not talked about."""
    if said.compares and before.treatment:
        return before.treatment
    return said.treatment or before.treatment


def _misses(turn: Turn, intent: str, before: Memory) -> int:
    """Return how many messages in a row were not understood."""
    missed = intent in NOT_UNDERSTOOD and (turn.whole or turn.unheard)
    return before.misses + 1 if missed else 0


def _meant(turn: Turn, before: Memory, answers: Answers) -> tuple[str, str]:
    """Return the intent meant, and the response in place of the rules' own or ""."""
    said = turn.said
    if said.ordinal and turn.whole and before.answer:
        picked = _picked(said.ordinal, said.sides, before, answers)
        return (picked, "") if picked else (turn.intent, ABOUT_LAST)
    if turn.intent == "tell_more":
        return _more(said, before, answers)
    if turn.intent in _OF_LAST_ANSWER and before.answer and not said.sides:
        return turn.intent, _OF_LAST_ANSWER[turn.intent]
    if turn.whole and same_kind(said, turn.intent, before, answers):
        return turn.intent, SAME_KIND
    intent = answer_meant(said, turn.intent, turn.guesses, before, answers)
    return intent, _about_last(turn, intent, before, answers) if turn.whole else ""


def _about_last(turn: Turn, intent: str, before: Memory, answers: Answers) -> str:
    """Return the response to a question on the last topic that has no answer, else ""."""
    said = turn.said
    if intent in NOT_UNDERSTOOD and said.points_back and not said.sides:
        return ABOUT_LAST if before.answer else ABOUT_WHAT
    if intent == _FINE and said.points_back and said.short and before.answer:
        return ABOUT_LAST  # "is that bad?": of what was read, not of how the person is
    if before.answer and said.sides and _only_guessed(turn, before, answers):
        return NOT_KNOWN
    short = intent in _NO_TOPIC and said.asks and said.short  # "how many?": of what was talked of
    return ABOUT_LAST if before.answer and (short or _only_guessed(turn, before, answers)) else ""


def _only_guessed(turn: Turn, before: Memory, answers: Answers) -> bool:
    """Tell whether no topic was named, and the last one has no answer to what was asked.

    The classifier then guesses at a topic that nobody named.
    """
    said = turn.said
    if said.treatment or said.names_topic or turn.intent in REFUSALS:
        return False
    if not said.sides:
        return said.bare and turn.intent.startswith(ANSWER)
    if of_sides(said, before, answers):
        return False
    sides = {answers.sides[name].aspect for name in said.sides} - {""}
    return answers.aspects.aspect_of(turn.intent) not in sides


def _picked(ordinal: Ordinal, sides: Sequence[str], before: Memory, answers: Answers) -> str:
    """Return the answer on the thing at a place: of a list, of two treatments, of the buttons."""
    aspects = answers.aspects
    aspect = next(filter(None, (answers.sides[name].aspect for name in sides)), "")
    treatments = tuple(aspects.aspects[WHAT].of.get(name, "") for name in before.named[-2:])
    buttons = tuple(answers.lead_to.get(before.answer, ()))
    lists = (treatments, before.offered) if aspect else (before.offered, treatments, buttons)
    thing = ordinal.of(next((things for things in lists if len(things) > 1), ()))
    if not sides or not thing:
        return thing
    treatment = aspects.treatment_of(thing)
    return aspects.of_class(aspect, treatment, "") if aspect and treatment else ""


def _more(said: Said, before: Memory, answers: Answers) -> tuple[str, str]:
    """Return the next answer of the topic: of the treatment named, else after the last answer."""
    first = answers.aspects.aspects[WHAT].of.get(said.treatment, "")
    if first and first not in before.told:
        return first, ""
    start = first or before.answer
    if not start:
        return "tell_more", ""
    for answer in answers.lead_to.get(start, ()):
        if answer not in before.told:
            return answer, ""
    return "tell_more", NO_MORE if before.answer else ""


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
