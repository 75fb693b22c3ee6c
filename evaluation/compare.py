"""Compares the engine with itself without a mechanism, and with two simple bots."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from evaluation.ablation import variants
from evaluation.alarm_words import AlarmWords
from evaluation.observed import Bot
from evaluation.rows import Row, read_rows
from evaluation.scores import SCORERS, Score
from evaluation.share import Share
from triage.tables import Tables

SHOWN = {
    "severe": "caught",
    "benign": "urgent or above",
    "out_of_scope": "any level or triage question",
    "general_questions": "any level",
    "lay_terms": "a right symptom, lay words",
}
"""Set -> the figure that is compared."""


def compare(sets: Sequence[Path], tables: Tables, out: Path, *, with_rasa: bool) -> int:
    """Print a table, one line a bot and a column a set; write it as JSON."""
    rows = {path.stem: read_rows(path) for path in sets if path.stem in SHOWN}
    results: dict[str, dict[str, Share]] = {}
    for name, bot, holding in _bots(tables, with_rasa=with_rasa):
        with holding:
            results[name] = {stem: _figure(stem, part, bot) for stem, part in rows.items()}
        print(name)
        for stem, figure in results[name].items():
            print(f"  {stem}, {SHOWN[stem]}: {figure}", flush=True)
    out.mkdir(parents=True, exist_ok=True)
    plain = {
        name: {s: f.as_json() for s, f in figures.items()} for name, figures in results.items()
    }
    (out / "compare.json").write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")
    return 0


def _bots(
    tables: Tables, *, with_rasa: bool
) -> Iterator[tuple[str, Bot, AbstractContextManager[object]]]:
    yield from variants(tables)
    yield "list of alarm words", AlarmWords(), nullcontext()
    if with_rasa:
        from evaluation.rasa_alone import RasaAlone

        yield (
            "Rasa alone (DIET, one intent for symptoms)",
            RasaAlone.trained(Path.cwd()),
            nullcontext(),
        )


def _figure(stem: str, rows: Sequence[Row], bot: Bot) -> Share:
    score: Score = SCORERS[stem]([(row, bot.observe(row.text)) for row in rows])
    return score.figures[SHOWN[stem]]
