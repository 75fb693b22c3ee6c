"""Prints a score, writes it as JSON, and draws the confusion matrix."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evaluation.observed import Observed
from evaluation.rows import Row
from evaluation.scores import Score
from triage.levels import Level

LEVELS = ["none", *(level.id for level in Level)]


def lines(score: Score, shown_misses: int) -> Iterable[str]:
    """Yield the score as text: the figures, then the misses with what was understood."""
    yield f"{score.name}"
    for name, figure in score.figures.items():
        yield f"  {name}: {figure}"
    for row, seen, what in score.misses[:shown_misses]:
        yield f"  {what}: {row.id}: {row.text}"
        yield f"      understood: {understood(seen)}"
    if len(score.misses) > shown_misses:
        yield f"  … {len(score.misses) - shown_misses} more misses are in the JSON file"


def understood(seen: Observed) -> str:
    """Return in a line what was understood and what came of it."""
    found = [
        f"{f.symptom} {f.status.value} ({f.words!r}{', cue ' + repr(f.cue) if f.cue else ''})"
        for f in seen.findings
    ]
    level = seen.level.id if seen.level else "no level"
    return f"{'; '.join(found) or 'nothing'} -> {level}, question {seen.question or 'none'}"


def write_json(path: Path, scores: Iterable[Score], tables_hash: str, bot: str) -> None:
    """Write every figure and every miss; texts are named by row id alone, never copied."""
    content = {
        "bot": bot,
        "tables": tables_hash,
        "sets": {
            score.name: {
                "figures": {name: figure.as_json() for name, figure in score.figures.items()},
                "misses": [{"id": row.id, "what": what} for row, _, what in score.misses],
            }
            for score in scores
        },
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def draw_confusion(path: Path, rows: Iterable[tuple[Row, Observed]]) -> None:
    """Draw how often each right level got each level or advice, as a PNG file.

    The right level is `gold_level` of a row, or its `max_level`.
    """
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    counts: Counter[tuple[str, str]] = Counter()
    for row, seen in rows:
        right = row.notes.get("gold_level") or row.notes.get("max_level") or "none"
        counts[right, seen.shown.id if seen.shown else "none"] += 1
    grid = [[counts[right, got] for got in LEVELS] for right in LEVELS]
    figure, axes = pyplot.subplots(figsize=(6, 5))
    axes.imshow(grid, cmap="Blues")
    axes.set_xticks(range(len(LEVELS)), LEVELS, rotation=30)
    axes.set_yticks(range(len(LEVELS)), LEVELS)
    axes.set_xlabel("level or advice in the first reply")
    axes.set_ylabel("right level (severe: gold, benign: at most)")
    darkest = max(map(max, grid))
    for y, line in enumerate(grid):
        for x, count in enumerate(line):
            color = "white" if count > darkest / 2 else "black"
            axes.text(x, y, str(count), ha="center", va="center", color=color)
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=120)
    pyplot.close(figure)
