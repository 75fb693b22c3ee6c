"""Which answer a message asks for because of what was talked about before. Pure logic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rasa_bridge.follow_ups.aspects import WHAT, Aspects
from rasa_bridge.follow_ups.memory import Memory
from rasa_bridge.follow_ups.mentions import Mentions
from rasa_bridge.follow_ups.sides import Sides
from rasa_bridge.follow_ups.words import Said

NOT_UNDERSTOOD = frozenset({"nlu_fallback", "near_topics", "nonsense"})


@dataclass(frozen=True)
class Answers:
    """What is known of the answers."""

    aspects: Aspects
    sides: Sides
    lead_to: Mapping[str, Sequence[str]]
    """Answer -> the answers its buttons lead to."""
    mentions: Mentions = field(default_factory=Mentions)
    """What the answers mention."""


def answer_meant(said: Said, intent: str, before: Memory, answers: Answers) -> str:
    """Return the answer meant because of the one before, else the intent itself.

    Args:
        said: what was read from the message.
        intent: what the classifier believes.
        before: what was remembered up to the message.
        answers: what is known of the answers.
    """
    aspects = answers.aspects
    found = aspects.of_kind(said.names, before.answer) or _of_name(said, intent, before, aspects)
    found = found or of_sides(said, before, answers)
    if found:
        return found
    general = aspects.general_aspect(intent)
    if general and before.treatment and (said.points_back or said.short):
        return aspects.aspects[general].answer(before.treatment)
    if intent in NOT_UNDERSTOOD and said.names and not said.treatment:
        return answers.mentions.first(_near(before, answers), said.names) or intent
    return intent


def only_asks(said: Said, before: Memory, answers: Answers) -> bool:
    """Tell whether a message can only ask about the answer just given, and reports nothing.

    Every word of it is known then: "the shingles one?" after vaccines is no report of shingles.
    """
    if not before.fresh:
        return False
    if said.compares or answers.aspects.of_kind(said.names, before.answer):
        return True
    goes_on = said.asks or said.opens
    return goes_on and (said.only_names or (said.asks and bool(of_sides(said, before, answers))))


def same_kind(said: Said, before: Memory) -> bool:
    """Tell whether two treatments of one class are set beside each other."""
    return said.compares and bool(before.answer) and said.treatment == before.treatment


def of_sides(said: Said, before: Memory, answers: Answers) -> str:
    """Return the answer on the first side asked about that has one, "" where none has."""
    found = (_of_side(name, said.treatment, before, answers) for name in said.sides)
    return next(filter(None, found), "")


def _of_name(said: Said, intent: str, before: Memory, aspects: Aspects) -> str:
    """Return the answer on a treatment of which nothing else is said: "what about Opdivo?"."""
    if not said.only_names or not (before.answer or intent in NOT_UNDERSTOOD):
        return ""
    side = before.aspect
    if said.compares and side and said.treatment not in aspects.aspects[side].of:
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
    of_treatment = side.otherwise or aspects.aspect_of(before.answer)
    if not own and side.aspect and before.treatment and of_treatment:
        own = aspects.of_class(side.aspect, before.treatment, "")
    return own or side.otherwise


def _near(before: Memory, answers: Answers) -> Iterator[str]:
    """Yield the last answer, and those on the same topic and treatment."""
    topics = [each for each in (before.answer, before.topic) if each]
    yield from topics
    for topic in topics:
        yield from answers.lead_to.get(topic, ())
    for aspect in answers.aspects.aspects.values():
        if before.treatment in aspect.of:
            yield aspect.of[before.treatment]
