"""Mutation testing of the clinical tables: does a hand-written case notice every change?

A mutant is the tables with one change a tired author could make: a rule dropped, a level
lowered, a threshold moved by one, `and` and `or` swapped, two neighboring rules swapped. It is
killed when a hand-written case fails on it; the tables' own output is never the yardstick.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from triage.cases import ClinicalCase
from triage.expression import ExpressionError, parse
from triage.levels import Level
from triage.tables import Rule, Symptom, Tables

FINE_STEP = {"temp_c": 0.1, "glucose_mmol": 0.1}
"""Thresholds that move by a tenth; all others move by one."""


@dataclass(frozen=True)
class Mutant:
    """Tables with one change."""

    name: str
    """What was changed, for example ``drop diarrhoea.severe_pain``."""
    tables: Tables
    symptom: str | None
    """The symptom whose rules were changed; None for red flags and combinations."""
    concerns: frozenset[str]
    """Symptoms and questions whose cases can notice; a case with none of them cannot."""


@dataclass(frozen=True)
class MutationReport:
    """How many mutants the cases killed, and which survived."""

    total: int
    """Mutants that can change a level."""
    survivors: tuple[str, ...]
    equivalent: tuple[str, ...]
    """Mutants that no answers can tell from the tables, proved with the solver; not counted."""

    @property
    def killed_share(self) -> float:
        """Killed mutants as a share from 0 to 1."""
        return 1 - len(self.survivors) / self.total


def run_mutants(tables: Tables, cases: Sequence[ClinicalCase]) -> MutationReport:
    """Run every mutant against the cases that could notice it."""
    from evaluation.equivalence import is_equivalent

    inputs = [(case, _inputs(case, tables)) for case in cases]
    total = 0
    survivors, equivalent = [], []
    for mutant in mutants(tables):
        concerned = (case for case, given in inputs if given & mutant.concerns)
        if not any(case.failures(mutant.tables) for case in concerned):
            if is_equivalent(tables, mutant.tables, mutant.symptom):
                equivalent.append(mutant.name)
                continue
            survivors.append(mutant.name)
        total += 1
    return MutationReport(total, tuple(survivors), tuple(equivalent))


def _inputs(case: ClinicalCase, tables: Tables) -> frozenset[str]:
    known = case.case(tables)
    return frozenset({*known.present, *known.answers})


def mutants(tables: Tables) -> Iterator[Mutant]:
    """Yield every mutant of the tables, in a fixed order."""
    for symptom in tables.symptoms.values():
        concerns = frozenset({symptom.id})
        for name, rules in _changed_lists(symptom.rules):
            changed = replace(symptom, rules=rules)
            yield Mutant(name, _with_symptom(tables, changed), symptom.id, concerns)
        for place, rule in enumerate(symptom.rules[:-1]):
            rules = _swapped(symptom.rules, place)
            name = f"swap {rule.id} with the next rule"
            changed = replace(symptom, rules=rules)
            yield Mutant(name, _with_symptom(tables, changed), symptom.id, concerns)
        for name, changed in _lowered_ends(symptom):
            yield Mutant(name, _with_symptom(tables, changed), symptom.id, concerns)
    yield from _of_list(tables, tables.red_flags, lambda rules: replace(tables, red_flags=rules))
    yield from _of_list(
        tables, tables.combinations, lambda rules: replace(tables, combinations=rules)
    )


def _of_list(
    tables: Tables, rules: tuple[Rule, ...], rebuilt: Callable[[tuple[Rule, ...]], Tables]
) -> Iterator[Mutant]:
    for place, rule in enumerate(rules):
        concerns = frozenset({*rule.when.symptoms, *rule.when.questions}) or frozenset(
            tables.symptoms
        )
        for name, changed in _changed_lists((rule,)):
            mutated = rebuilt((*rules[:place], *changed, *rules[place + 1 :]))
            yield Mutant(name, mutated, None, concerns)


def _changed_lists(rules: tuple[Rule, ...]) -> Iterator[tuple[str, tuple[Rule, ...]]]:
    """Yield the rules with one rule dropped or changed in itself."""
    for place, rule in enumerate(rules):
        before, after = rules[:place], rules[place + 1 :]
        yield f"drop {rule.id}", (*before, *after)
        for name, changed in _changed_rules(rule):
            yield name, (*before, changed, *after)


def _changed_rules(rule: Rule) -> Iterator[tuple[str, Rule]]:
    if rule.level > Level.ROUTINE:
        lower = Level(rule.level - 1)
        yield f"lower {rule.id} to {lower.id}", replace(rule, level=lower)
    if rule.when.text == "always":
        return
    for what, tree in _changed_trees(rule.when.text):
        try:
            when = parse(ast.unparse(tree))
        except ExpressionError:
            continue
        yield f"{what} in {rule.id}: {when.text}", replace(rule, when=when)


def _changed_trees(text: str) -> Iterator[tuple[str, ast.expr]]:
    count = len(list(ast.walk(ast.parse(text, mode="eval"))))
    for place in range(count):
        for change in (_swap_junction, _move_up, _move_down):
            tree = ast.parse(text, mode="eval")
            node = list(ast.walk(tree))[place]
            what = change(node)
            if what:
                yield what, tree.body


def _swap_junction(node: ast.AST) -> str:
    if not isinstance(node, ast.BoolOp):
        return ""
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return "swap and/or"


def _move_up(node: ast.AST) -> str:
    return _move(node, 1)


def _move_down(node: ast.AST) -> str:
    return _move(node, -1)


def _move(node: ast.AST, direction: int) -> str:
    match node:
        case ast.Compare(left=left, comparators=[ast.Constant(value=value) as threshold]) if (
            isinstance(value, int | float) and not isinstance(value, bool)
        ):
            name = left.id if isinstance(left, ast.Name) else ""
            threshold.value = round(value + direction * FINE_STEP.get(name, 1), 1)
            return f"move {value} to {threshold.value}"
    return ""


def _lowered_ends(symptom: Symptom) -> Iterator[tuple[str, Symptom]]:
    if symptom.otherwise > Level.ROUTINE:
        lower = Level(symptom.otherwise - 1)
        yield f"lower {symptom.id}'s otherwise", replace(symptom, otherwise=lower)
    if symptom.if_unanswered > Level.ROUTINE:
        lower = Level(symptom.if_unanswered - 1)
        yield f"lower {symptom.id}'s if_unanswered", replace(symptom, if_unanswered=lower)


T = TypeVar("T")


def _swapped(items: tuple[T, ...], place: int) -> tuple[T, ...]:
    return (*items[:place], items[place + 1], items[place], *items[place + 2 :])


def _with_symptom(tables: Tables, symptom: Symptom) -> Tables:
    return replace(tables, symptoms={**tables.symptoms, symptom.id: symptom})
