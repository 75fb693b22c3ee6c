"""Builds the values of triage.tables.types out of files that passed their schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from triage.expression import Expression, ExpressionError, parse
from triage.levels import Level
from triage.tables.marked_yaml import Marked, Where
from triage.tables.problems import Problem
from triage.tables.types import (
    BodyArea,
    Picker,
    ProblemAtPlace,
    Question,
    Rule,
    SaidAs,
    Source,
    Symptom,
    Therapy,
)


class Builder:
    """Builds tables and keeps the faults it meets, so that all are told at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[Marked, Where]] = {}
        """Rule id, or `symptom <id>` -> where it stands, for later checks."""

    def symptoms(self, marked: Marked, system: str) -> dict[str, Symptom]:
        """Return the symptoms of one body system's file."""
        return {
            name: self._symptom(marked, name, system, entry) for name, entry in marked.data.items()
        }

    def rules(self, marked: Marked, prefix: str) -> tuple[Rule, ...]:
        """Return the rules of a file that maps a rule's id to the rule."""
        return tuple(
            self._rule(marked, (name,), prefix + name, entry) for name, entry in marked.data.items()
        )

    def _symptom(self, marked: Marked, name: str, system: str, entry: Mapping[str, Any]) -> Symptom:
        self.places[f"symptom {name}"] = (marked, (name,))
        rules = []
        for position, rule in enumerate(entry["rules"]):
            where: Where = (name, "rules", position)
            rule_id = f"{name}.{rule['id']}"
            if rule_id in self.places:
                self._fault(marked, (*where, "id"), f"the rule id `{rule['id']}` is given twice.")
            rules.append(self._rule(marked, where, rule_id, rule))
        said = entry["said_as"]
        measured = said.get("measured")
        return Symptom(
            id=name,
            name=entry["name"],
            system=system,
            suspects=tuple(entry["suspects"]),
            said_as=SaidAs(
                phrases=tuple(said["phrases"]),
                hints=tuple(said.get("hints", ())),
                problem_at_place=tuple(
                    ProblemAtPlace(tuple(pair["problem"]), tuple(pair["place"]))
                    for pair in said.get("problem_at_place", ())
                ),
                not_when=tuple(said.get("not_when", ())),
                measured=self._expression(marked, (name, "said_as", "measured"), measured)
                if measured
                else None,
            ),
            ask=tuple(entry["ask"]),
            rules=tuple(rules),
            otherwise=Level.of(entry["otherwise"]),
            if_unanswered=Level.of(entry["if_unanswered"]),
            watch_for=entry.get("watch_for", ""),
            event=entry.get("event", False),
            mild_means_adl_none=entry.get("mild_means_adl_none", False),
        )

    def _rule(self, marked: Marked, where: Where, rule_id: str, entry: Mapping[str, Any]) -> Rule:
        self.places[rule_id] = (marked, where)
        return Rule(
            id=rule_id,
            level=Level.of(entry["level"]),
            when=self._expression(marked, (*where, "when"), entry["when"]),
            why=entry["why"],
            source=tuple(entry["source"]),
            basis=entry["basis"],
            since=self._date(marked, (*where, "since"), entry["since"]),
            reviewed=entry["reviewed"],
            exception=entry.get("exception", False),
            name=entry.get("name", ""),
        )

    def _expression(self, marked: Marked, where: Where, text: str) -> Expression:
        try:
            return parse(text)
        except ExpressionError as error:
            self._fault(marked, where, str(error))
            return parse("always")

    def _date(self, marked: Marked, where: Where, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._fault(marked, where, f"`{text}` is not a date. Write it as 2026-11-23.")
            return date.min

    def _fault(self, marked: Marked, where: Where, text: str) -> None:
        self.problems.append(marked.problem(where, text))


def questions(marked: Marked) -> dict[str, Question]:
    """Return the questions of clinical/questions.yml."""
    return {
        name: Question(
            id=name,
            type=entry["type"],
            ask=entry["ask"],
            worse=entry["worse"],
            choices=entry.get("choices", {}),
            said_as={value: tuple(said) for value, said in entry.get("said_as", {}).items()},
            noted=entry.get("noted", {}),
            same_as=tuple(entry.get("same_as", ())),
            unit=entry.get("unit", ""),
            minimum=entry.get("minimum"),
            maximum=entry.get("maximum"),
            kind=entry.get("kind", ""),
            starts_at=entry.get("starts_at", {}),
        )
        for name, entry in _entries(marked)
    }


def therapies(marked: Marked) -> dict[str, Therapy]:
    """Return the therapies of clinical/therapies.yml."""
    return {
        name: Therapy(name, entry["name"], tuple(entry["said_as"]))
        for name, entry in _entries(marked)
    }


def sources(marked: Marked) -> dict[str, Source]:
    """Return the sources of clinical/sources.yml."""
    return {
        name: Source(name, entry["title"], entry["where"], entry["read"])
        for name, entry in _entries(marked)
    }


def picker(marked: Marked) -> Picker:
    """Return the picker of clinical/body_areas.yml."""
    read = marked.data
    areas = {
        name: BodyArea(name, entry["label"], entry["symptoms"])
        for name, entry in read["areas"].items()
    }
    return Picker(
        read["ask"], read["ask_symptom"], read["something_else"], areas, read["not_offered"]
    )


def _entries(marked: Marked) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from marked.data.items()
