"""The pages of the rendered tables: one a body system, one for what lies across them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from triage.render.plain import in_plain_words
from triage.render.tree import draw
from triage.tables import Rule, Symptom, Tables

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1,h2,h3{line-height:1.2}h2{border-top:2px solid #ccc;padding-top:1rem;break-before:auto}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.9rem}
th,td{border:1px solid #999;padding:.35rem .5rem;text-align:left;vertical-align:top}
th{background:#eee}.level{white-space:nowrap;font-weight:600}
.notice{border:2px solid #8a1c1c;padding:.6rem 1rem;background:#fff4f4}
svg{width:100%;max-width:45rem;height:auto;font:14px system-ui,sans-serif}
svg .ask{fill:#f6f6f6;stroke:#555}svg path.way{stroke:#555;fill:none}svg text.way{fill:#444;font-size:12px}
svg text.level{text-anchor:middle;font-weight:600}svg rect.emergency{fill:#f3b4b4;stroke:#8a1c1c}
svg rect.urgent{fill:#f8d6a4;stroke:#8a5a00}svg rect.same_day{fill:#f6efae;stroke:#6d6400}
svg rect.routine{fill:#cfe8cf;stroke:#1f5f1f}td.emergency{background:#f3b4b4}td.urgent{background:#f8d6a4}
td.same_day{background:#f6efae}td.routine{background:#cfe8cf}
@media print{section{break-inside:avoid-page}nav{display:none}body{margin:0}}
"""
NOTICE = (
    "These tables have not been reviewed by a clinician. They are shown so that one can. "
    "A column that says “not reviewed” stays so until a named clinician signs the rule."
)


def page(title: str, body: str, tables: Tables) -> str:
    """Return a whole HTML page that needs nothing but itself."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>"
        f'<nav><a href="index.html">All tables</a></nav><main><h1>{escape(title)}</h1>'
        f'<p class="notice">{NOTICE}</p>{body}<p>Tables {tables.hash}.</p></main></body></html>\n'
    )


def system_page(system: str, symptoms: Sequence[Symptom], tables: Tables) -> str:
    """Return the page of one body system."""
    sections = "".join(_symptom(symptom, tables) for symptom in symptoms)
    return page(f"Body system: {system.replace('_', ' ')}", sections, tables)


def rules_page(title: str, rules: Sequence[Rule], tables: Tables) -> str:
    """Return a page for rules that belong to no single symptom."""
    return page(title, _decision_table(rules, tables) + _sources(rules, tables), tables)


def exceptions_list(tables: Tables) -> str:
    """Return the rules that may lower a level, as a list."""
    items = "".join(
        f"<li><b>{escape(rule.id)}</b> → {_named(rule.level.id)}: "
        f"{escape(in_plain_words(rule.when.root, tables))}. {escape(rule.why)}</li>"
        for rule in tables.rules
        if rule.exception
    )
    return f"<ul>{items}</ul>"


def _symptom(symptom: Symptom, tables: Tables) -> str:
    said = ", ".join(f"“{escape(phrase)}”" for phrase in symptom.said_as.phrases)
    hints = ", ".join(f"“{escape(phrase)}”" for phrase in symptom.said_as.hints)
    may_mean = f"<p>May mean it, and is asked about: {hints}</p>" if hints else ""
    places = "".join(
        f"<li>{escape(', '.join(pair.problem))} with {escape(', '.join(pair.place))}</li>"
        for pair in symptom.said_as.problem_at_place
    )
    asked = "".join(
        f"<li>{escape(tables.questions[name].ask)} <small>({name})</small></li>"
        for name in symptom.ask
    )
    watch = f"<p>Watch for: {escape(symptom.watch_for)}</p>" if symptom.watch_for else ""
    return (
        f'<section id="{symptom.id}"><h2>{escape(symptom.name)} <small>({symptom.id})</small></h2>'
        f"<p>May point to: {escape(', '.join(symptom.suspects))}. Never said to the patient.</p>"
        f"<h3>What patients say</h3><p>{said}</p>{may_mean}{f'<ul>{places}</ul>' if places else ''}"
        f"<h3>What is asked</h3><ol>{asked}</ol>"
        f"<h3>Decision table</h3><p>The first true row gives the level.</p>"
        f"{_decision_table(symptom.rules, tables, symptom)}"
        f"<h3>Decision tree</h3>{draw(symptom, tables)}{watch}"
        f"<h3>Sources</h3>{_sources(symptom.rules, tables)}</section>"
    )


def _decision_table(rules: Sequence[Rule], tables: Tables, symptom: Symptom | None = None) -> str:
    rows = [_row(place, rule, tables) for place, rule in enumerate(rules, start=1)]
    if symptom is not None:
        for what, level in (
            ("no rule is true, at least one question answered", symptom.otherwise),
            ("no rule is true, no question answered", symptom.if_unanswered),
        ):
            rows.append(
                f'<tr><td></td><td>{what}</td><td class="level {level.id}">{_named(level.id)}</td>'
                "<td></td><td></td></tr>"
            )
    head = (
        "<tr><th>#</th><th>When</th><th>Level</th><th>Told to the patient</th><th>Basis</th></tr>"
    )
    return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"


def _row(place: int, rule: Rule, tables: Tables) -> str:
    marks = [rule.basis.replace("_", " "), ", ".join(rule.source), f"since {rule.since}"]
    marks.append(f"reviewed: {rule.reviewed}" if rule.reviewed else "not reviewed")
    exception = " <b>Exception: may lower the level.</b>" if rule.exception else ""
    name = f"<b>{escape(rule.name)}</b><br>" if rule.name else ""
    return (
        f"<tr><td>{place}</td><td>{name}{escape(in_plain_words(rule.when.root, tables))}{exception}"
        f'<br><small>{rule.id}</small></td><td class="level {rule.level.id}">'
        f"{_named(rule.level.id)}</td><td>{escape(rule.why)}</td>"
        f"<td>{escape('; '.join(marks))}</td></tr>"
    )


def _sources(rules: Iterable[Rule], tables: Tables) -> str:
    names = dict.fromkeys(name for rule in rules for name in rule.source)
    items = "".join(
        f"<li><b>{name}</b>: {escape(tables.sources[name].title)} "
        f"[{tables.sources[name].read.replace('_', ' ')}]</li>"
        for name in names
    )
    return f"<ul>{items}</ul>"


def _named(level_id: str) -> str:
    return level_id.replace("_", " ")
