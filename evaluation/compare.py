"""Compares the bot with itself without a mechanism, and with two simple bots."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from evaluation.ablation import variants
from evaluation.alarm_words import AlarmWords
from evaluation.observed import Bot
from evaluation.rows import Row, read_rows
from evaluation.scores import scorer_of
from evaluation.share import Share
from triage.tables import Tables

Compared = tuple[str, Bot, AbstractContextManager[object]]
"""Name, bot, and what holds while it runs."""

SHOWN = {
    "severe": ("caught", "caught or netted"),
    "fresh_reports": ("caught", "caught or netted"),
    "benign": ("urgent or above", "question or picker, max none"),
    "out_of_scope": ("any level or triage question", "picker"),
    "general_questions": ("any level", "picker"),
    "lay_terms": ("a right symptom, lay words",),
}
"""Set -> the figures that are compared; `fresh_reports_2` has those of `fresh_reports`."""


def compare(
    sets: Sequence[Path], tables: Tables, out: Path, *, with_bot: bool, with_rasa: bool
) -> int:
    """Print a table, one part a bot and a line a figure; write it as JSON."""
    rows = {path.stem: read_rows(path) for path in sets if _shown(path.stem)}
    results: dict[str, dict[str, Share]] = {}
    for name, bot, holding in _bots(tables, with_bot=with_bot, with_rasa=with_rasa):
        print(name)
        results[name] = {}
        for stem, part in rows.items():
            with holding:
                figures = _figures(stem, part, bot)
            results[name] |= figures
            for what, figure in figures.items():
                print(f"  {what}: {figure}", flush=True)
    out.mkdir(parents=True, exist_ok=True)
    plain = {
        name: {what: figure.as_json() for what, figure in figures.items()}
        for name, figures in results.items()
    }
    (out / "compare.json").write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")
    return 0


def _bots(tables: Tables, *, with_bot: bool, with_rasa: bool) -> Iterator[Compared]:
    yield from variants(tables)
    yield "list of alarm words", AlarmWords(), nullcontext()
    if with_bot:
        from evaluation.without_net import bots

        yield from bots(tables)
    if with_rasa:
        from evaluation.rasa_alone import RasaAlone

        stock = RasaAlone.trained(Path.cwd())
        yield "Rasa alone (DIET, one intent for symptoms)", stock, nullcontext()


def _shown(stem: str) -> tuple[str, ...]:
    known = scorer_of(stem)
    return next((figures for name, figures in SHOWN.items() if scorer_of(name) is known), ())


def _figures(stem: str, rows: Sequence[Row], bot: Bot) -> dict[str, Share]:
    scorer = scorer_of(stem)
    if scorer is None:
        return {}
    score = scorer([(row, bot.observe(row.text)) for row in rows])
    return {f"{stem}, {what}": score.figures[what] for what in _shown(stem)}
