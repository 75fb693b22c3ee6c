"""Answers (being written)."""
from __future__ import annotations
from dataclasses import dataclass, field
@dataclass(frozen=True)
class Heard:
    tokens: object; layout: object; matches: object; readings: object
@dataclass(frozen=True)
class Answers:
    values: dict = field(default_factory=dict); therapies: tuple = (); unknown: bool = False; flags: frozenset = frozenset()
def answers_of(heard, tables, relevant, pending):
    return Answers()
