"""Renders the clinical tables as a static site for review, on screen or on paper."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from pathlib import Path

from triage.render.pages import exceptions_list, page, rules_page, system_page
from triage.tables import Symptom, Tables

__all__ = ["write_site"]


def write_site(tables: Tables, folder: Path) -> int:
    """Write every page into the folder and return how many there are."""
    by_system: dict[str, list[Symptom]] = defaultdict(list)
    for symptom in tables.symptoms.values():
        by_system[symptom.system].append(symptom)
    pages = {
        f"{system}.html": system_page(system, symptoms, tables)
        for system, symptoms in by_system.items()
    }
    flags = "Answers that are a red flag whatever the symptom"
    pages["red_flags.html"] = rules_page(flags, tables.red_flags, tables)
    together = "Findings that mean more together"
    pages["combinations.html"] = rules_page(together, tables.combinations, tables)
    pages["index.html"] = page("Clinical tables", _index(by_system, tables), tables)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in pages.items():
        (folder / name).write_text(content, encoding="utf-8")
    return len(pages)


def _index(by_system: dict[str, list[Symptom]], tables: Tables) -> str:
    systems = "".join(
        f'<li><a href="{system}.html">{system.replace("_", " ")}</a>: '
        + ", ".join(f'<a href="{system}.html#{s.id}">{escape(s.name)}</a>' for s in symptoms)
        + "</li>"
        for system, symptoms in sorted(by_system.items())
    )
    unreviewed = sum(not rule.reviewed for rule in tables.rules)
    return (
        f"<p>{len(tables.symptoms)} symptoms, {len(tables.rules)} rules, "
        f"{unreviewed} of them not reviewed.</p><h2>Body systems</h2><ul>{systems}</ul>"
        '<h2>Across symptoms</h2><ul><li><a href="red_flags.html">Red-flag answers</a></li>'
        '<li><a href="combinations.html">Combinations</a></li></ul>'
        f"<h2>Rules that may lower a level</h2>{exceptions_list(tables)}"
    )
