"""The clinical tables as values: what is dangerous, as its author wrote it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from triage.expression import Expression
from triage.levels import Level
from triage.model import Answer


@dataclass(frozen=True)
class Rule:
    """When `when` is true, the level is at least `level`."""

    id: str
    """`<symptom>.<rule>`, `flag.<rule>`, or a combination's id."""
    level: Level
    when: Expression
    why: str
    """Told to the patient, in plain words."""
    source: tuple[str, ...]
    basis: str
    """`guideline`, or `design_choice` (to be confirmed by a clinician)."""
    since: date
    reviewed: str = ""
    """Who reviewed it and when; empty until a clinician has."""
    exception: bool = False
    """A narrow lowering: it may give less than the rules below it."""
    name: str = ""
    """A combination's name; empty for other rules."""


class RulesByName:
    """Rules found by the names they need: a case that knows none of them cannot make them true."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._anyway: set[int] = set()
        self._places: dict[str, set[int]] = {}
        for place, rule in enumerate(rules):
            if rule.when.needs is None:
                self._anyway.add(place)
            for name in rule.when.needs or ():
                self._places.setdefault(name, set()).add(place)

    def within_reach(self, known: Collection[str]) -> list[Rule]:
        """Return the rules that may be true, in order.

        Args:
            known: the symptoms present and the questions answered or open.
        """
        named = (self._places[name] for name in known if name in self._places)
        return [self._rules[place] for place in sorted(self._anyway.union(*named))]


@dataclass(frozen=True)
class ProblemAtPlace:
    """Any problem word with any place word in one clause."""

    problem: tuple[str, ...]
    place: tuple[str, ...]


@dataclass(frozen=True)
class SaidAs:
    """How patients name a symptom."""

    phrases: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    """What may mean it: it is asked about, never taken for it."""
    problem_at_place: tuple[ProblemAtPlace, ...] = ()
    not_when: tuple[str, ...] = ()
    measured: Expression | None = None
    """A reading that is the symptom, such as ``spo2 <= 94``."""


@dataclass(frozen=True)
class Symptom:
    """One symptom whole: what patients say, what to ask, the rules."""

    id: str
    name: str
    system: str
    suspects: tuple[str, ...]
    said_as: SaidAs
    ask: tuple[str, ...]
    rules: tuple[Rule, ...]
    otherwise: Level
    if_unanswered: Level
    watch_for: str = ""
    event: bool = False
    """It counts though it is over now: a fit, a faint."""
    mild_means_adl_none: bool = False

    @property
    def grave(self) -> bool:
        """Whether it is an emergency unless more is known."""
        return self.if_unanswered is Level.EMERGENCY


@dataclass(frozen=True)
class Question:
    """One question the bot can ask."""

    id: str
    type: str
    """`yes_no`, `number` or `choice`."""
    ask: str
    worse: str
    """Which answer is the worse one: up, down, both, yes, no or none."""
    choices: Mapping[str, str]
    """Choice id -> label, mild to bad; empty for other types."""
    said_as: Mapping[str, tuple[str, ...]]
    """Answer (yes, no or a choice id) -> phrases that give it."""
    noted: Mapping[str, str] = field(default_factory=dict)
    """`yes`, `no`, a choice id or `number` -> how that answer is read back; {n} is the number."""
    same_as: tuple[str, ...] = ()
    """Symptoms that say the same as a yes: beside one of them it is not read back."""
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    kind: str = ""
    starts_at: Mapping[str, float] = field(default_factory=dict)
    """Choice id -> the least number that means it, mild to bad; empty where none does."""

    def choice_at(self, numbers: Collection[float]) -> str | None:
        """Return the choice that a number means, of two the worse: "10 to 20 percent"."""
        reached = [c for c, least in self.starts_at.items() if numbers and max(numbers) >= least]
        return reached[-1] if reached else None

    def in_words(self, answer: Answer) -> str:
        """Return an answer as a reader of the tables would say it: `yes`, a label, `38.5 C`."""
        if isinstance(answer, bool):
            return "yes" if answer else "no"
        if isinstance(answer, str):
            return self.choices.get(answer, answer)
        # A unit that is a range of numbers, such as 0-10, must not be read as one with the answer.
        unit = f"({self.unit})" if self.unit[:1].isdigit() else self.unit
        return f"{answer:g} {unit}".strip()


@dataclass(frozen=True)
class Therapy:
    """One class of immunotherapy and the names people use for it."""

    id: str
    name: str
    said_as: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """Where a rule or a fact comes from."""

    id: str
    title: str
    where: str
    read: str
    """`excerpt_read`, `secondary_copy_read` or `not_read`."""


@dataclass(frozen=True)
class BodyArea:
    """One area of the body, as a button, with its symptoms as buttons."""

    id: str
    label: str
    symptoms: Mapping[str, str]
    """Symptom -> title of its button."""


@dataclass(frozen=True)
class Picker:
    """How to find a symptom by tapping."""

    ask: str
    """Shown with the areas; holds the danger signs."""
    ask_symptom: str
    something_else: str
    """Title of the last button of every list."""
    areas: Mapping[str, BodyArea]
    not_offered: Mapping[str, str]
    """Symptom that is no button -> why not."""


@dataclass(frozen=True)
class Tables:
    """All clinical tables, checked."""

    symptoms: Mapping[str, Symptom]
    questions: Mapping[str, Question]
    red_flags: tuple[Rule, ...]
    combinations: tuple[Rule, ...]
    therapies: Mapping[str, Therapy]
    sources: Mapping[str, Source]
    levels: Mapping[str, Mapping[str, Any]]
    language: Mapping[str, Any]
    """clinical/language.yml as read; its meaning belongs to triage.perceive."""
    picker: Picker
    hash: str
    """First 12 hexadecimal digits of the SHA-256 over the files."""

    @cached_property
    def flags_by_name(self) -> RulesByName:
        """The red flags, found by what a case knows."""
        return RulesByName(self.red_flags)

    @cached_property
    def combinations_by_name(self) -> RulesByName:
        """The combinations, found by what a case knows."""
        return RulesByName(self.combinations)

    @cached_property
    def in_steps(self) -> tuple[Question, ...]:
        """The questions whose choices a number may mean."""
        return tuple(question for question in self.questions.values() if question.starts_at)

    @cached_property
    def told_beside(self) -> Mapping[str, frozenset[str]]:
        """Symptom -> questions whose answers count beside it: it asks them, or its rules name them.

        What describes another symptom is left to that one: blisters of the mouth are none of
        the skin, and "even at rest" is said of more than breath.
        """
        told = {name: set(symptom.ask) for name, symptom in self.symptoms.items()}
        own = [((name,), rule) for name, each in self.symptoms.items() for rule in each.rules]
        joint = [(rule.when.symptoms, rule) for rule in self.combinations]
        for names, rule in (*own, *joint):
            for symptom in names:
                told[symptom].update(filter(self._tells_by_itself, rule.when.questions))
        return {name: frozenset(questions) for name, questions in told.items()}

    def _tells_by_itself(self, question: str) -> bool:
        asked = self.questions.get(question)
        return asked is not None and asked.type != "choice" and not asked.same_as

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of every table."""
        own = (rule for symptom in self.symptoms.values() for rule in symptom.rules)
        return (*own, *self.red_flags, *self.combinations)
