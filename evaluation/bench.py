"""Measures speed: the engine alone, and the whole bot against the same Rasa without triage.

Machines are noisy: bots are measured in one run, turn by turn in alternation, and medians and
ratios are what counts.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from evaluation.bench_beside import beside
from triage.decide import decide
from triage.model import Case
from triage.perceive import perceive
from triage.tables import Tables

SENTENCES = (
    "I have had the runs since yesterday, about six times, no blood that I can see",
    "my husband is on Opdivo and gets out of breath when he walks to the kitchen",
    "what is the difference between immunotherapy and chemo",
    "no fever but I can't stop shaking and my chest feels tight",
    "can I have a flu shot while I am on Keytruda",
    "temp 101.2 since last night and a bit of a cough, finished treatment eight months ago",
    "thank you, that helps",
    "it's probably nothing but the whites of my eyes look yellow and my pee is like cola",
)
REPEATS = 40


def run(tables: Tables, out: Path, *, engine_only: bool, checkout: Path | None) -> int:
    """Measure, print a table and write it as JSON; return the exit code."""
    results = {"engine": _engine(tables)}
    if checkout:
        results["short messages beside the other checkout"] = beside(checkout, SENTENCES)
        results["4000 characters beside it"] = beside(checkout, [_long(4000)])
    if not engine_only:
        from evaluation.bench_bot import compare

        results["whole_bot"] = compare(SENTENCES)
    for part, figures in results.items():
        print(part)
        for name, value in figures.items():
            print(f"  {name:<44} {value:10.3f}")
    out.mkdir(parents=True, exist_ok=True)
    path = out / "bench.json"
    path.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print(f"written to {path}")
    return 0


def _engine(tables: Tables) -> Mapping[str, float]:
    """Return milliseconds of perceive and decide together."""
    short = list(_times(SENTENCES, tables))
    figures = {
        "up to 40 words, median (ms)": statistics.median(short),
        "up to 40 words, p95 (ms)": p95(short),
    }
    for length in (1000, 2000, 4000, 8000):
        taken = _times([_long(length)], tables)
        figures[f"{length} characters, median (ms)"] = statistics.median(taken)
    return figures


def _long(length: int) -> str:
    text = ", and ".join(SENTENCES)
    return (text * (length // len(text) + 1))[:length]


def _times(texts: Sequence[str], tables: Tables) -> Iterable[float]:
    for _ in range(REPEATS):
        for number, text in enumerate(texts):
            # A changed text, so that no cache answers.
            yield milliseconds(lambda text=f"{text} {number}{_}": _triage(text, tables))


def _triage(text: str, tables: Tables) -> None:
    heard = perceive(text, tables)
    findings = {finding.symptom: finding.status for finding in heard.findings}
    decide(Case(findings=findings, answers=heard.answers, therapies=heard.therapies), tables)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work took."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def p95(times: Sequence[float]) -> float:
    """Return the time that 95 % of the measurements do not exceed."""
    return statistics.quantiles(times, n=20)[-1]
