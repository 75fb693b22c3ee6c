"""Proves that a changed table gives the same level for every case: an equivalent mutant."""

from __future__ import annotations

from evaluation.solver import World, case_level, solution
from triage.tables import Rule, Tables


def is_equivalent(tables: Tables, changed: Tables, symptom: str | None) -> bool:
    """Tell whether no case can have another level with the changed tables.

    A case holds any of the symptoms the changed rules name, present or not, with any answers and
    treatments. Other symptoms can only raise both levels alike.

    Args:
        tables: the tables as they are.
        changed: the same with one change.
        symptom: the symptom whose rules were changed; None for red flags and combinations.
    """
    named = _named(tables, changed) if symptom is None else _around(tables, symptom)
    world = World(tables, "w")
    present = [world.has(symptom)] if symptom else []
    before = case_level(tables, named, world)
    after = case_level(changed, named, world)
    return solution(before != after, *present, *world.possible()) is None


def _around(tables: Tables, symptom: str) -> list[str]:
    rules = tables.symptoms[symptom].rules
    return sorted({symptom}.union(*(rule.when.symptoms for rule in rules)))


def _named(tables: Tables, changed: Tables) -> list[str]:
    pairs = ((tables.red_flags, changed.red_flags), (tables.combinations, changed.combinations))
    rules: set[Rule] = set()
    for before, after in pairs:
        rules |= {rule for rule in before if rule not in after}
    return sorted(set().union(*(rule.when.symptoms for rule in rules)))
