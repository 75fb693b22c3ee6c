"""Proves that a changed table gives the same level for every answer: an equivalent mutant."""

from __future__ import annotations

import z3

from evaluation.solver import World, is_true, solution, total_level
from triage.tables import Rule, Tables


def is_equivalent(tables: Tables, changed: Tables, symptom: str | None) -> bool:
    """Tell whether no case can have another level with the changed tables.

    Args:
        tables: the tables as they are.
        changed: the same with one change.
        symptom: the symptom whose rules were changed; None for red flags and combinations.
    """
    if symptom is None:
        return _same_rules(tables, changed)
    world = World(tables, "w")
    # The symptom is there: its rules are asked for nothing else.
    world.present[symptom] = z3.BoolVal(True)
    before = total_level(tables.symptoms[symptom], world)
    after = total_level(changed.symptoms[symptom], world)
    return solution(before != after, *world.possible()) is None


def _same_rules(tables: Tables, changed: Tables) -> bool:
    """Tell whether every rule outside the symptoms is true in the same cases, at its level."""
    pairs = [(tables.red_flags, changed.red_flags), (tables.combinations, changed.combinations)]
    return all(_same_list(tables, before, after) for before, after in pairs)


def _same_list(tables: Tables, before: tuple[Rule, ...], after: tuple[Rule, ...]) -> bool:
    if len(before) != len(after):
        return False
    for old, new in zip(before, after, strict=True):
        if old == new:
            continue
        if old.level is not new.level or "level" in old.when.text:
            return False
        world = World(tables, "w")
        differ = is_true(old.when.root, world) != is_true(new.when.root, world)
        if solution(differ, *world.possible()) is not None:
            return False
    return True
