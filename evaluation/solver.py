"""The rules of a symptom as formulas for the z3 solver.

A question is a value and whether it is known; a symptom or a therapy is a truth value. A rule
is true, or it is not (false or unknown): that is all its level depends on. Every combination of
answers is covered at once, so nothing depends on picking samples.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import z3

from triage.expression.nodes import (
    SPECIAL_NAMES,
    Answered,
    Constant,
    Count,
    Has,
    IsNone,
    Junction,
    Node,
    Not,
    On,
    is_one_of,
)
from triage.tables import Question, Symptom, Tables

_SPECIAL = re.compile(rf"\b(?:{'|'.join(SPECIAL_NAMES)})\b")


@dataclass
class World:
    """One way a case may be: a set of solver variables."""

    tables: Tables
    name: str
    values: dict[str, Any] = field(default_factory=dict)
    known: dict[str, Any] = field(default_factory=dict)
    present: dict[str, Any] = field(default_factory=dict)
    therapies: dict[str, Any] = field(default_factory=dict)

    def value(self, question: str) -> Any:
        """Return the variable of an answer, made where it is new."""
        return self.values.setdefault(question, self._variable(self.tables.questions[question]))

    def is_known(self, question: str) -> Any:
        """Return the variable of: this question is answered."""
        return self.known.setdefault(question, z3.Bool(f"{self.name}.{question}.known"))

    def has(self, symptom: str) -> Any:
        """Return the variable of: this symptom is present."""
        return self.present.setdefault(symptom, z3.Bool(f"{self.name}.has.{symptom}"))

    def on(self, therapy: str) -> Any:
        """Return the variable of: the person has had this therapy."""
        return self.therapies.setdefault(therapy, z3.Bool(f"{self.name}.on.{therapy}"))

    def _variable(self, question: Question) -> Any:
        name = f"{self.name}.{question.id}"
        if question.type == "yes_no":
            return z3.Bool(name)
        return z3.Int(name) if question.type == "choice" else z3.Real(name)

    def possible(self) -> list[Any]:
        """Return what holds in every world: answers lie in their question's range."""
        limits = []
        for name, value in self.values.items():
            question = self.tables.questions[name]
            if question.type == "choice":
                limits += [value >= 0, value < len(question.choices)]
            elif question.type == "number":
                limits += [value >= question.minimum, value <= question.maximum]
        return limits

    def changed(self, name: str, **variables: Mapping[str, Any]) -> World:
        """Return a world that shares every variable with this one but the ones given."""
        kinds = ("values", "known", "present", "therapies")
        parts = {kind: dict(getattr(self, kind)) | dict(variables.get(kind, {})) for kind in kinds}
        return World(self.tables, name, **parts)


def is_true(node: Node, world: World) -> Any:
    """Return the formula for: this part is true."""
    return _truth(node, world, True)


def _truth(node: Node, world: World, wanted: bool) -> Any:  # noqa: PLR0911 one return a node
    match node:
        case Constant(truth):
            return z3.BoolVal(truth is wanted)
        case Junction(parts, settling):
            join = z3.Or if wanted is settling else z3.And
            return join([_truth(part, world, wanted) for part in parts])
        case Not(part):
            return _truth(part, world, not wanted)
        case Has(symptom):
            return _as(world.has(symptom), wanted)
        case On(therapy):
            return _as(world.on(therapy), wanted)
        case Count(symptoms, compare, number):
            count = z3.Sum([z3.If(world.has(name), 1, 0) for name in symptoms])
            return _as(compare(count, number), wanted)
        case IsNone(question):
            return _as(world.is_known(question), not wanted)
        case Answered(name, compare, against):
            given = world.value(name)
            test = _comparison(world.tables.questions[name], given, compare, against)
            return z3.And(world.is_known(name), _as(test, wanted))
    raise TypeError(f"the solver does not know {type(node).__name__}")


def _comparison(question: Question, given: Any, compare: Any, against: Any) -> Any:
    order = list(question.choices)
    if compare is is_one_of:
        return z3.Or([given == (order.index(v) if order else v) for v in against])
    return compare(given, order.index(against) if order else against)


def _as(formula: Any, wanted: bool) -> Any:
    return formula if wanted else z3.Not(formula)


def case_level(tables: Tables, symptoms: Iterable[str], world: World) -> Any:
    """Return the level of a whole case as a solver number.

    Counted are these symptoms where they are present, red flags and combinations. Combinations
    that rest on the level itself (`level`, `n_same_day_systems`) are left out: they can only
    follow the levels that are counted.
    """
    parts = []
    for name in symptoms:
        symptom = tables.symptoms[name]
        answered = z3.Or([world.is_known(question) for question in symptom.ask])
        parts.append((world.has(name), level(symptom, world, answered)))
    parts += [
        (is_true(rule.when.root, world), int(rule.level))
        for rule in (*tables.red_flags, *tables.combinations)
        if not _SPECIAL.search(rule.when.text)
    ]
    result: Any = z3.IntVal(0)
    for holds, height in parts:
        raised = z3.If(holds, height, 0)
        result = z3.If(raised > result, raised, result)
    return result


def fires(symptom: Symptom, place: int, world: World) -> Any:
    """Return the formula for: this rule is the first that is true."""
    earlier = [z3.Not(is_true(rule.when.root, world)) for rule in symptom.rules[:place]]
    return z3.And(*earlier, is_true(symptom.rules[place].when.root, world))


def level(symptom: Symptom, world: World, answered: Any = True) -> Any:
    """Return the symptom's level as a solver number.

    `answered` is the formula for: one of its questions has an answer.
    """
    result = z3.If(answered, int(symptom.otherwise), int(symptom.if_unanswered))
    for rule in reversed(symptom.rules):
        result = z3.If(is_true(rule.when.root, world), int(rule.level), result)
    return result


def exception_fires(symptom: Symptom, world: World) -> Any:
    """Return the formula for: the level comes from a rule marked as an exception."""
    places = [place for place, rule in enumerate(symptom.rules) if rule.exception]
    return z3.Or([fires(symptom, place, world) for place in places])


def solution(*formulas: Any) -> str | None:
    """Return a world in which all formulas hold, as text; None where there is none."""
    solver = z3.Solver()
    solver.add(*formulas)
    answer = solver.check()
    if answer == z3.unknown:
        raise RuntimeError(f"the solver gave up: {solver.reason_unknown()}")
    return str(solver.model()) if answer == z3.sat else None
