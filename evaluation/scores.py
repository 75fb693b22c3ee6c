"""Scores one set: which figures it has and what they count.

The targets are the project's own, set before measuring; see docs/evaluation.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from evaluation.observed import Observed
from evaluation.rows import Row, expected_symptoms, lay_labels
from evaluation.share import Share, share
from triage.levels import Level

Judged = list[tuple[Row, Observed]]


@dataclass
class Score:
    """The figures of one set."""

    name: str
    figures: dict[str, Share] = field(default_factory=dict)
    misses: list[tuple[Row, Observed, str]] = field(default_factory=list)
    """Rows that went wrong, with what is wrong about them."""


def score_severe(rows: Judged) -> Score:
    """Score sentences that must be escalated; contested rows apart."""
    right = expected_symptoms()
    score = Score("severe")

    def outcome(row: Row, seen: Observed) -> str:
        symptoms = right.get(row.id, row.notes.get("symptoms", ()))
        if (seen.shown or 0) >= Level.URGENT or seen.asks_about(symptoms):
            return "caught"
        return "netted" if seen.picker else "missed"

    plain = [(row, seen) for row, seen in rows if not row.notes.get("contested")]
    contested = [(row, seen) for row, seen in rows if row.notes.get("contested")]

    def caught(part: Judged) -> Share:
        return share([outcome(row, seen) == "caught" for row, seen in part])

    score.figures["caught"] = caught(plain)
    score.figures["caught or netted"] = share([outcome(r, s) != "missed" for r, s in plain])
    score.figures["caught, contested rows"] = caught(contested)
    present = [(row, seen) for row, seen in plain if row.notes.get("form") == "present"]
    score.figures["level or advice within accept, form present"] = share(
        [_id(seen.shown) in row.notes["accept"] for row, seen in present]
    )
    only = [(row, seen) for row, seen in plain if row.notes["accept"] == ["emergency"]]
    score.figures["emergency at once, rows that accept only emergency"] = share(
        [seen.level is Level.EMERGENCY for _, seen in only]
    )
    for key in ("form", "who"):
        for value, part in _by(plain, key).items():
            score.figures[f"caught, {key} {value}"] = caught(part)
    for row, seen in rows:
        how = outcome(row, seen)
        if how != "caught":
            score.misses.append((row, seen, how))
        elif (row, seen) in only and seen.level is not Level.EMERGENCY:
            score.misses.append((row, seen, "not emergency at once"))
    return score


def score_benign(rows: Judged) -> Score:
    """Score sentences that must not be escalated above `max_level`."""
    score = Score("benign")
    none = [(row, seen) for row, seen in rows if row.notes["max_level"] == "none"]
    routine = [(row, seen) for row, seen in rows if row.notes["max_level"] == "routine"]
    _false_alarms(score, rows)
    score.figures["urgent or above"] = share([(s.level or 0) >= Level.URGENT for _, s in rows])
    score.figures["any level, max none"] = share([s.level is not None for _, s in none])
    score.figures["question or picker, max none"] = share([s.question is not None for _, s in none])
    score.figures["at most same_day, max routine"] = share(
        [(s.shown or 0) <= Level.SAME_DAY for _, s in routine]
    )
    for label, part in _by(rows, "label").items():
        score.figures[f"any level, {label}"] = share([s.level is not None for _, s in part])
    for row, seen in rows:
        limit = Level.SAME_DAY if row.notes["max_level"] == "routine" else 0
        if (seen.shown or 0) > limit or (not limit and seen.question):
            score.misses.append((row, seen, f"max_level {row.notes['max_level']}"))
    return score


def score_silent(name: str) -> Callable[[Judged], Score]:
    """Return the scorer of a set in which any escalation is a false alarm."""

    def score_rows(rows: Judged) -> Score:
        score = Score(name)
        _false_alarms(score, rows)
        score.figures["any level"] = share([s.level is not None for _, s in rows])
        score.figures["triage question"] = share([s.triage_question for _, s in rows])
        score.figures["any level or triage question"] = share(
            [s.level is not None or s.triage_question for _, s in rows]
        )
        score.figures["picker"] = share([s.picker for _, s in rows])
        for row, seen in rows:
            if seen.level is not None or seen.triage_question:
                score.misses.append((row, seen, "false alarm"))
        return score

    return score_rows


def score_lay_terms(rows: Judged) -> Score:
    """Score lay terms: is a right symptom found?"""
    right = lay_labels()
    score = Score("lay_terms")

    def found(row: Row, seen: Observed) -> bool:
        return bool({f.symptom for f in seen.findings} & right[row.notes["label"]])

    lay = [(row, seen) for row, seen in rows if row.notes["lay"]]
    rest = [(row, seen) for row, seen in rows if not row.notes["lay"]]
    score.figures["a right symptom, lay words"] = share([found(*pair) for pair in lay])
    score.figures["a right symptom, clinical words"] = share([found(*pair) for pair in rest])
    score.misses = [(row, seen, "not found") for row, seen in lay if not found(row, seen)]
    return score


def _false_alarms(score: Score, rows: Judged) -> None:
    score.figures["emergency"] = share([s.level is Level.EMERGENCY for _, s in rows])


def _by(rows: Iterable[tuple[Row, Observed]], key: str) -> Mapping[str, Judged]:
    parts: dict[str, Judged] = defaultdict(list)
    for row, seen in rows:
        parts[str(row.notes.get(key, "unlabeled"))].append((row, seen))
    return dict(sorted(parts.items()))


def _id(level: Level | None) -> str:
    return level.id if level else "none"


def score_fresh(rows: Judged) -> Score:
    """Score a set that holds both: sentences to escalate and sentences not to."""
    score = score_severe([(row, seen) for row, seen in rows if "accept" in row.notes])
    benign = score_benign([(row, seen) for row, seen in rows if "max_level" in row.notes])
    score.name = "fresh_reports"
    score.figures |= {f"not to escalate: {name}": part for name, part in benign.figures.items()}
    score.misses += benign.misses
    return score


SCORERS: dict[str, Callable[[Judged], Score]] = {
    "fresh_reports": score_fresh,
    "severe": score_severe,
    "benign": score_benign,
    "out_of_scope": score_silent("out_of_scope"),
    "general_questions": score_silent("general_questions"),
    "lay_terms": score_lay_terms,
}
"""Name of a set's file -> its scorer."""
_NUMBER = re.compile(r"_\d+$")


def scorer_of(name: str) -> Callable[[Judged], Score] | None:
    """Return the scorer of a set by the name of its file, None where there is none.

    Later parts of a set end in a number: `fresh_reports_2` is scored as `fresh_reports`.
    """
    return SCORERS.get(_NUMBER.sub("", name))
