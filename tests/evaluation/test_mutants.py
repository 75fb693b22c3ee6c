"""Every change a tired author could make to a rule is noticed by a hand-written case."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.mutants import mutants, run_mutants
from triage.check import all_cases
from triage.tables import load

CASES = Path(__file__).parents[1] / "triage" / "cases"
TABLES = load()


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_hand_written_cases_notice_nearly_every_change_of_a_rule() -> None:
    report = run_mutants(TABLES, all_cases(CASES, TABLES))
    assert report.total > 1500
    assert report.killed_share >= 0.95, "\n".join(report.survivors)


def test_every_rule_is_dropped_lowered_and_moved() -> None:
    names = [mutant.name for mutant in mutants(TABLES)]
    assert len(names) == len(set(names))
    for rule in TABLES.rules:
        assert f"drop {rule.id}" in names
    for kind in ("lower ", "swap and/or in ", "move 38.0 to 37.9 in ", "swap fever."):
        assert any(name.startswith(kind) for name in names), kind
