"""Which answer a message asks for because of what was talked about before. Pure logic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rasa_bridge.answer_finder.finder import REFUSALS
from rasa_bridge.follow_ups.aspects import NAMES, WHAT, Aspects
from rasa_bridge.follow_ups.memory import Memory
from rasa_bridge.follow_ups.mentions import Mentions
from rasa_bridge.follow_ups.sides import Sides
from rasa_bridge.follow_ups.words import Said
from triage.turn.intents import ANSWER, FALLBACK, NEAR, NONSENSE

NOT_UNDERSTOOD = frozenset({FALLBACK, NEAR, NONSENSE})
_LOOKED_AT = 3
"""Guesses that are looked at where the best one was not believed."""
_NEAR_ENOUGH = 0.4
"""A guess as likely as this is taken where it is near what is talked about."""
_LIKELY_ENOUGH = 0.9
"""The same for any other: who just read an answer asks about treatment, not about hair styles."""
Guesses = Sequence[tuple[str, float]]
"""What the classifier takes a message for, the likeliest first."""


@dataclass(frozen=True)
class Answers:
    """What is known of the answers."""

    aspects: Aspects
    sides: Sides
    lead_to: Mapping[str, Sequence[str]]
    """Answer -> the answers its buttons lead to."""
    mentions: Mentions = field(default_factory=Mentions)
    """What the answers mention."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Answer -> its title."""

    def names(self, memory: Memory) -> frozenset[str]:
        """Return the stems of the words that name what is talked about."""
        topics = {memory.answer, memory.topic}
        titles = (self.titles.get(topic, "") for topic in topics)
        return frozenset(self.sides.not_filler(" ".join(titles))) | self.aspects.names_of(topics)


def answer_meant(
    said: Said, intent: str, guesses: Guesses, before: Memory, answers: Answers
) -> str:
    """Return the answer meant because of the one before, else the intent itself.

    Args:
        said: what was read from the message.
        intent: what the classifier believes.
        guesses: what else it takes the message for.
        before: what was remembered up to the message.
        answers: what is known of the answers.
    """
    aspects = answers.aspects
    if said.compares and intent in REFUSALS:
        return intent
    found = aspects.of_kind(said.names, before.answer) or _of_name(said, intent, before, aspects)
    if not said.names_topic or intent in (*NOT_UNDERSTOOD, before.answer, before.topic):
        found = found or of_sides(said, before, answers)
    if found:
        return found
    general = aspects.general_aspect(intent)
    if general and before.treatment and (said.points_back or said.short):
        return aspects.aspects[general].answer(before.treatment)
    if intent in NOT_UNDERSTOOD and before.answer and said.names and not said.treatment:
        near = tuple(_near(before, answers))
        return answers.mentions.first(near, said.names) or _likely(guesses, near) or intent
    return intent


def only_asks(said: Said, before: Memory, answers: Answers) -> bool:
    """Tell whether a message after an answer can only ask about it, and reports nothing.

    Every word of it is known then: "the shingles one?" after vaccines is no report of shingles.
    """
    if said.compares or answers.aspects.of_kind(said.names, before.answer):
        return True
    goes_on = said.asks or said.opens
    of_side = said.asks and not said.names_topic and of_sides(said, before, answers)
    return goes_on and bool(said.only_names or of_side)


def same_kind(said: Said, intent: str, before: Memory, answers: Answers) -> bool:
    """Tell whether two treatments are set beside each other of which the same was said."""
    if not said.compares or not before.answer or intent in REFUSALS:
        return False
    same = _of_name(said, intent, before, answers.aspects) == before.answer
    return same or said.treatment == before.treatment


def of_sides(said: Said, before: Memory, answers: Answers) -> str:
    """Return the answer on the first side asked about that has one, "" where none has."""
    found = (_of_side(name, said.treatment, before, answers) for name in said.sides)
    return next(filter(None, found), "")


def _of_name(said: Said, intent: str, before: Memory, aspects: Aspects) -> str:
    """Return the answer on a treatment of which nothing else is said: "what about Opdivo?"."""
    if not said.only_names or not (before.answer or intent in NOT_UNDERSTOOD):
        return ""
    side = before.aspect
    if said.compares and (
        side == NAMES or (side and said.treatment not in aspects.aspects[side].of)
    ):
        side = WHAT
    return aspects.of_class(side, said.treatment, before.answer)


def _of_side(name: str, treatment: str, before: Memory, answers: Answers) -> str:
    """Return the answer on one side, of the treatment named or of the last topic."""
    side, aspects = answers.sides[name], answers.aspects
    if treatment:
        own = side.of.get(treatment, "")
        return own or (aspects.of_class(side.aspect, treatment, "") if side.aspect else "")
    if not before.answer:
        return ""
    topics = [before.answer, before.topic]
    if before.answer in answers.sides.any_topic:
        topics.reverse()
    own = next(filter(None, map(side.after.get, topics)), "") or side.of.get(before.treatment, "")
    of_treatment = side.otherwise or any(map(aspects.aspect_of, topics))
    if not own and side.aspect and before.treatment and of_treatment:
        own = aspects.of_class(side.aspect, before.treatment, "")
    return own or side.otherwise


def _likely(guesses: Guesses, near: Sequence[str]) -> str:
    """Return the likeliest answer of those that were not believed, "" where none will do."""
    own = [each for each in guesses if each[0] not in NOT_UNDERSTOOD][:_LOOKED_AT]
    likely = (
        intent
        for intent, likelihood in own
        if likelihood >= (_NEAR_ENOUGH if intent in near else _LIKELY_ENOUGH)
    )
    return next((each for each in likely if each.startswith(ANSWER)), "")


def _near(before: Memory, answers: Answers) -> Iterator[str]:
    """Yield the last answer, and those on the same topic and treatment."""
    topics = [each for each in (before.answer, before.topic) if each]
    yield from topics
    for topic in topics:
        yield from answers.lead_to.get(topic, ())
    for aspect in answers.aspects.aspects.values():
        if before.treatment in aspect.of:
            yield aspect.of[before.treatment]
