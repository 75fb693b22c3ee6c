"""Draws a symptom's rules as a decision tree: from top to bottom, the first true one counts."""

from __future__ import annotations

import textwrap
from html import escape

from triage.levels import Level
from triage.render.plain import in_plain_words
from triage.tables import Rule, Symptom, Tables

WIDTH = 720
QUESTION_WIDTH = 470
LINE = 17
GAP = 26
PAD = 12
LEVEL_X = QUESTION_WIDTH + 70


def draw(symptom: Symptom, tables: Tables) -> str:
    """Return the tree as an SVG element that fits a printed page."""
    parts: list[str] = []
    y = 4
    for rule in symptom.rules:
        y = _node(parts, y, rule, tables)
    sure = any(rule.when.text == "always" for rule in symptom.rules)
    if not sure:
        y = _end(parts, y, symptom)
    title = escape(f"Decision tree for {symptom.name}")
    return (
        f'<svg viewBox="0 0 {WIDTH} {y}" role="img" aria-label="{title}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{title}</title>{"".join(parts)}</svg>'
    )


def _node(parts: list[str], y: int, rule: Rule, tables: Tables) -> int:
    lines = textwrap.wrap(in_plain_words(rule.when.root, tables), 62) or [""]
    if rule.exception:
        lines.append("(exception: may lower the level)")
    height = LINE * len(lines) + 2 * PAD
    middle = y + height / 2
    parts.append(
        f'<rect class="ask" x="2" y="{y}" width="{QUESTION_WIDTH}" height="{height}" rx="6"/>'
    )
    parts += [
        f'<text x="{PAD + 2}" y="{y + PAD + 13 + LINE * place}">{escape(line)}</text>'
        for place, line in enumerate(lines)
    ]
    parts.append(f'<path class="way" d="M{QUESTION_WIDTH + 2} {middle}h58"/>')
    parts.append(f'<text class="way" x="{QUESTION_WIDTH + 12}" y="{middle - 5}">yes</text>')
    _level(parts, middle, rule.level)
    if rule.when.text != "always":
        parts.append(f'<path class="way" d="M30 {y + height}v{GAP}"/>')
        parts.append(f'<text class="way" x="38" y="{y + height + 17}">no, or not known</text>')
    return y + height + GAP


def _end(parts: list[str], y: int, symptom: Symptom) -> int:
    for what, level in (
        ("at least one question answered", symptom.otherwise),
        ("no question answered", symptom.if_unanswered),
    ):
        parts.append(f'<text x="{PAD + 2}" y="{y + 20}">{what}</text>')
        parts.append(f'<path class="way" d="M260 {y + 15}h{QUESTION_WIDTH - 200}"/>')
        _level(parts, y + 15, level)
        y += 38
    return y


def _level(parts: list[str], middle: float, level: Level) -> None:
    parts.append(
        f'<rect class="{level.id}" x="{LEVEL_X}" y="{middle - 15}" width="150" height="30" rx="15"/>'
        f'<text class="level" x="{LEVEL_X + 75}" y="{middle + 5}">{level.id.replace("_", " ")}</text>'
    )
