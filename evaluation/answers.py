"""Whether a question gets its answer: right, wrong, or none; a wrong answer is worse than none.

A set is known by the name of its file. A row of `answers` carries the right answer, or a list
of those that are right; `immunotherapy_questions` is mapped by answer_for_question.yml; of the
sets about other things any answer is a wrong one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from evaluation.rows import Row, RowError, answer_for_question, read_rows
from evaluation.share import Share, share

OWN_SET = Path(__file__).parent / "questions" / "answers.jsonl"
REFUSAL = "ask_other_illness"
"""The answer that says that the bot knows nothing of another illness."""
_NOTHING_OF_OURS: dict[str, Collection[str]] = {
    "out_of_scope": (REFUSAL,),
    # "Call poison control" is right for whatever was taken.
    "general_questions": (REFUSAL, "ask_overdose"),
}
"""Sets about other things -> answers that do no harm there."""


@dataclass(frozen=True)
class Answered:
    """What one question got."""

    answer: str
    """The intent answered, empty where none was."""
    offered: tuple[str, ...] = ()
    """Intents of the topics offered in place of an answer."""


class Answerer(Protocol):
    """Something that answers questions."""

    def answers(self, texts: Sequence[str]) -> list[Answered]:
        """Return what each text gets, each in a conversation of its own."""


@dataclass(frozen=True)
class Result:
    """The figures of one set and what went wrong."""

    name: str
    figures: dict[str, Share]
    wrong: tuple[tuple[Row, str, str], ...]
    """Row, the right answer ("" for none), the one given ("" for none)."""

    def lines(self, shown: int) -> Iterator[str]:
        """Yield the figures, what is taken for what, and some of the rows."""
        yield self.name
        for name, figure in self.figures.items():
            yield f"  {name}: {figure}"
        taken = Counter((right or "none", given or "none") for _, right, given in self.wrong)
        for (right, given), count in sorted(taken.items(), key=lambda entry: -entry[1]):
            yield f"  {count} x {right} got {given}"
        for row, right, given in self.wrong[:shown]:
            yield f"  {row.id}: {row.text}: {right or 'none'}, got {given or 'none'}"


def score(path: Path, answerer: Answerer, intents: Collection[str]) -> Result:
    """Score one set.

    Args:
        path: the set; JSON Lines.
        answerer: what is measured.
        intents: those that have an answer, to check the rows with.

    Raises:
        RowError: the set is not known, or a row names an answer that is not there.
    """
    rows = read_rows(path)
    if path.stem in _NOTHING_OF_OURS:
        return _score_others(path.stem, rows, answerer, _NOTHING_OF_OURS[path.stem])
    right = _right_answers(path, rows, intents)
    rows = [row for row in rows if row.id in right]
    got = answerer.answers([row.text for row in rows])
    pairs = [(row, right[row.id], each) for row, each in zip(rows, got, strict=True)]
    figures = {
        "right": share([each.answer in gold for _, gold, each in pairs]),
        "wrong": share([bool(each.answer) and each.answer not in gold for _, gold, each in pairs]),
        "none": share([not each.answer for _, _, each in pairs]),
        "none, but the right topic was offered": share(
            [not each.answer and not gold.isdisjoint(each.offered) for _, gold, each in pairs]
        ),
    }
    wrong = tuple(
        (row, " or ".join(sorted(gold)), each.answer)
        for row, gold, each in pairs
        if each.answer not in gold
    )
    return Result(path.stem, figures, wrong)


def _score_others(
    name: str, rows: Sequence[Row], answerer: Answerer, harmless: Collection[str]
) -> Result:
    got = answerer.answers([row.text for row in rows])
    answered = [bool(each.answer) and each.answer not in harmless for each in got]
    figures = {
        "an answer of ours": share(answered),
        "topics offered": share([bool(each.offered) for each in got]),
    }
    wrong = tuple(
        (row, "", each.answer) for row, each, bad in zip(rows, got, answered, strict=True) if bad
    )
    return Result(name, figures, wrong)


def _right_answers(
    path: Path, rows: Sequence[Row], intents: Collection[str]
) -> dict[str, frozenset[str]]:
    if path.stem == "immunotherapy_questions":
        right = answer_for_question()
    elif all("answer" in row.notes for row in rows):
        right = {row.id: _as_set(row.notes["answer"]) for row in rows}
    else:
        known = ", ".join(sorted([*_NOTHING_OF_OURS, "immunotherapy_questions"]))
        raise RowError(
            f"{path.name}: rows without `answer`. Without it only these sets are known: {known}."
        )
    for row, names in right.items():
        if missing := names - set(intents):
            raise RowError(f"{path.name}, row {row}: there is no answer {', '.join(missing)}.")
    return right


def _as_set(answer: str | list[str]) -> frozenset[str]:
    return frozenset([answer] if isinstance(answer, str) else answer)


def write_json(path: Path, results: Sequence[Result]) -> None:
    """Write figures and misses; texts are named by row id alone, never copied."""
    content = {
        result.name: {
            "figures": {name: figure.as_json() for name, figure in result.figures.items()},
            "misses": [{"id": row.id, "right": r, "got": g} for row, r, g in result.wrong],
        }
        for result in results
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
