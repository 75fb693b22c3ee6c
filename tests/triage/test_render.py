"""The rendered tables: every rule on a page a nurse can read on paper."""

from __future__ import annotations

import re
from pathlib import Path

from triage.render import write_site
from triage.render.plain import in_plain_words
from triage.tables import Tables

COMMITTED = Path(__file__).parents[2] / "docs" / "tables"


def test_every_symptom_and_rule_is_on_a_page(tables: Tables, tmp_path: Path) -> None:
    write_site(tables, tmp_path)
    site = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html"))
    for rule in tables.rules:
        assert rule.id in site
    for symptom in tables.symptoms:
        assert f'id="{symptom}"' in site
    assert site.count("<svg") == len(tables.symptoms)


def test_every_page_says_that_nothing_is_reviewed(tables: Tables, tmp_path: Path) -> None:
    write_site(tables, tmp_path)
    for path in tmp_path.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "have not been reviewed by a clinician" in text
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text), path.name


def test_the_index_lists_the_eleven_exceptions(tables: Tables, tmp_path: Path) -> None:
    write_site(tables, tmp_path)
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    for rule in tables.rules:
        assert (f"<b>{rule.id}</b>" in index) is rule.exception


def test_a_rule_reads_as_words(tables: Tables) -> None:
    rule = next(r for r in tables.symptoms["coughing_blood"].rules if "blood_amount" in r.when.text)
    assert in_plain_words(rule.when.root, tables).startswith("blood amount: ")


def test_the_committed_pages_are_those_of_the_tables(tables: Tables, tmp_path: Path) -> None:
    write_site(tables, tmp_path)
    for path in tmp_path.glob("*.html"):
        committed = COMMITTED / path.name
        assert committed.is_file(), f"run `make tables`: {path.name} is missing"
        assert committed.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), (
            f"run `make tables`: {path.name} is not current"
        )
