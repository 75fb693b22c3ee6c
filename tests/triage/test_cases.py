"""The hand-written cases: what a nurse would expect, rule by rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from triage.cases import ClinicalCase, read_cases
from triage.check import check
from triage.tables import Tables, load

HERE = Path(__file__).parent
FILES = [*sorted((HERE / "cases").glob("*.yml")), HERE / "vignettes.yml"]
CASES = [case for path in FILES for case in read_cases(path, load())]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.place}: {case.name}")
def test_the_tables_agree_with_the_hand_written_case(case: ClinicalCase, tables: Tables) -> None:
    assert not case.failures(tables)


def test_every_rule_has_a_case_that_fires_it_and_a_near_miss(tables: Tables) -> None:
    assert not check(tables, HERE / "cases").failures
