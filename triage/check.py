"""Checks the tables as a whole and counts what nobody has confirmed yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from triage.cases import ClinicalCase, read_cases
from triage.tables import Tables


@dataclass(frozen=True)
class Report:
    """What a check found."""

    summary: tuple[str, ...]
    """Lines that say how far the tables are confirmed."""
    failures: tuple[str, ...]
    """Lines that say what must be mended; empty where all is well."""


def check(tables: Tables, cases_folder: Path | None) -> Report:
    """Check that every rule has a source and both kinds of hand-written case.

    Args:
        tables: the clinical tables, already checked name by name.
        cases_folder: where the hand-written cases are; None where only the tables are at
            hand, then cases are not looked at.
    """
    rules = tables.rules
    unreviewed = [rule for rule in rules if not rule.reviewed]
    unread = [rule for rule in rules if not _read(tables, rule.source)]
    choices = [rule for rule in rules if rule.basis == "design_choice"]
    exceptions = [rule for rule in rules if rule.exception]
    whole = (
        f"tables {tables.hash}: {len(tables.symptoms)} symptoms, {len(tables.questions)} "
        f"questions, {len(rules)} rules ({len(tables.red_flags)} red flags, "
        f"{len(tables.combinations)} combinations)"
    )
    summary = [
        whole,
        f"{len(unreviewed)} of {len(rules)} rules are not reviewed by a clinician",
        f"{len(choices)} rules rest on a design choice a clinician has to confirm",
        f"{len(unread)} rules rest only on sources that were not read",
        f"{len(exceptions)} rules are exceptions that may lower a level",
    ]
    failures: list[str] = []
    if cases_folder is not None:
        cases = all_cases(cases_folder, tables)
        summary.append(f"{len(cases)} hand-written cases")
        failures += _untested(tables, cases)
        failures += [
            f"{case.place}: {case.name}: {f}" for case in cases for f in case.failures(tables)
        ]
    return Report(tuple(summary), tuple(failures))


def all_cases(folder: Path, tables: Tables) -> list[ClinicalCase]:
    """Return every hand-written case below the folder."""
    return [case for path in sorted(folder.glob("*.yml")) for case in read_cases(path, tables)]


def _read(tables: Tables, source_ids: tuple[str, ...]) -> bool:
    return any(tables.sources[source].read != "not_read" for source in source_ids)


def _untested(tables: Tables, cases: list[ClinicalCase]) -> Iterator[str]:
    fired = {case.rule for case in cases if case.fires}
    missed = {case.rule for case in cases if not case.fires}
    for rule in tables.rules:
        if rule.id not in fired:
            yield f"rule {rule.id} has no case that fires it"
        if rule.id not in missed and rule.when.text != "always":
            yield f"rule {rule.id} has no near miss"
