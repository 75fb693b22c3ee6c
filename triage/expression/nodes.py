"""The parts of a rule's expression and their value in Kleene's three-valued logic.

Every part answers four questions: what it is now (true, false or unknown), whether answers
to open questions could make it true or false, which questions those are, and without which names
it can never be true.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from triage.model import Answer

Truth = bool | None
Needs = frozenset[str] | None
"""Symptoms and questions of which one must be present, answered or open; None: there is no
such condition, the part can be true without any of them.
"""


class View(Protocol):
    """What an expression may look at."""

    @property
    def present(self) -> Collection[str]:
        """The symptoms present."""

    @property
    def therapies(self) -> Collection[str]:
        """What the person has had."""

    @property
    def answers(self) -> Mapping[str, Answer]:
        """Question -> the answer given, and the special names that are known."""

    @property
    def askable(self) -> Collection[str]:
        """Questions (and `therapy`) that may still be answered."""


SPECIAL_NAMES = ("level", "n_same_day_systems")
"""Names beside the questions: the level set so far, and how many body systems are at same_day."""


class Node(Protocol):
    """A compiled part of an expression."""

    def value(self, view: View) -> Truth:
        """True, False or unknown, as the case stands."""

    def can_be(self, view: View, wanted: bool) -> bool:
        """Whether answers to open questions can make this part `wanted`."""

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        """Open questions (and `therapy`) whose answers can help to make it `wanted`."""

    def needs(self) -> Needs:
        """Names of which one must be known for this part to be true."""


@dataclass(frozen=True)
class Constant:
    """Always true, or always false."""

    truth: bool

    def value(self, view: View) -> Truth:
        return self.truth

    def can_be(self, view: View, wanted: bool) -> bool:
        return self.truth is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        yield from ()

    def needs(self) -> Needs:
        return None


@dataclass(frozen=True)
class Junction:
    """Parts joined by `and` or by `or`."""

    parts: tuple[Node, ...]
    settling: bool
    """The value of one part that settles the whole: False for and, True for or."""

    def value(self, view: View) -> Truth:
        unknown = False
        for part in self.parts:
            truth = part.value(view)
            if truth is self.settling:
                return self.settling
            unknown = unknown or truth is None
        return None if unknown else not self.settling

    def can_be(self, view: View, wanted: bool) -> bool:
        enough = any if wanted is self.settling else all
        return enough(part.can_be(view, wanted) for part in self.parts)

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        if self.can_be(view, wanted):
            for part in self.parts:
                if part.value(view) is not wanted:
                    yield from part.asks(view, wanted)

    def needs(self) -> Needs:
        each = [part.needs() for part in self.parts]
        known = [names for names in each if names is not None]
        if self.settling:
            return frozenset().union(*known) if len(known) == len(each) else None
        return min(known, key=len, default=None)


@dataclass(frozen=True)
class Not:
    """The opposite of a part."""

    part: Node

    def value(self, view: View) -> Truth:
        truth = self.part.value(view)
        return None if truth is None else not truth

    def can_be(self, view: View, wanted: bool) -> bool:
        return self.part.can_be(view, not wanted)

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        return self.part.asks(view, not wanted)

    def needs(self) -> Needs:
        return None


@dataclass(frozen=True)
class Has:
    """A symptom is present."""

    symptom: str

    def value(self, view: View) -> Truth:
        return self.symptom in view.present

    def can_be(self, view: View, wanted: bool) -> bool:
        return (self.symptom in view.present) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        yield from ()

    def needs(self) -> Needs:
        return frozenset({self.symptom})


@dataclass(frozen=True)
class On:
    """The person has had a therapy."""

    therapy: str

    def value(self, view: View) -> Truth:
        return self.therapy in view.therapies

    def can_be(self, view: View, wanted: bool) -> bool:
        return "therapy" in view.askable or (self.therapy in view.therapies) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        if "therapy" in view.askable:
            yield "therapy"

    def needs(self) -> Needs:
        return None


@dataclass(frozen=True)
class Count:
    """How many of these symptoms are present."""

    symptoms: tuple[str, ...]
    compare: Callable[[int, int], bool]
    number: int

    def value(self, view: View) -> Truth:
        return self.compare(sum(name in view.present for name in self.symptoms), self.number)

    def can_be(self, view: View, wanted: bool) -> bool:
        return self.value(view) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        yield from ()

    def needs(self) -> Needs:
        return None if self.compare(0, self.number) else frozenset(self.symptoms)


@dataclass(frozen=True)
class Answered:
    """A test of one question's answer, or of a special name's value."""

    name: str
    compare: Callable[[Answer, Any], bool]
    against: Answer | tuple[Answer, ...]

    def value(self, view: View) -> Truth:
        given = view.answers.get(self.name)
        return None if given is None else self.compare(given, self.against)

    def can_be(self, view: View, wanted: bool) -> bool:
        return self.name in view.askable or self.value(view) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        if self.name in view.askable:
            yield self.name

    def needs(self) -> Needs:
        return None if self.name in SPECIAL_NAMES else frozenset({self.name})


@dataclass(frozen=True)
class IsNone:
    """A question has no answer."""

    question: str

    def value(self, view: View) -> Truth:
        return self.question not in view.answers

    def can_be(self, view: View, wanted: bool) -> bool:
        return self.question in view.askable or self.value(view) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        if self.question in view.askable and not wanted:
            yield self.question

    def needs(self) -> Needs:
        return None


def is_one_of(given: Answer, values: Collection[Answer]) -> bool:
    """Tell whether the answer is one of the values."""
    return given in values
