"""Reads back what was understood, so that a person can correct it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from triage.model import Answer, Case, Status
from triage.tables import Question, Tables
from triage.turn.state import Conversation

_MOST_NAMES = 4
_MOST_ANSWERS = 3
"""The answers given last are read back; all of them would bury the new ones."""
_MOST_ABSENT = 3
_ARTICLE = re.compile(r"^an? ")
_DENIES = ("no ", "not ")
_LASTS = "for "
"""How long it lasts stands behind everything that does: `diarrhea and vomiting (for 2 days)`."""
_ONE = re.compile(r"(?<![\d.])1 ((?:more \w+ )?\w+?)s\b")
"""One of something that a text names in the plural: "1 days", "1 more bowel movements"."""


def noted_words(state: Conversation, tables: Tables) -> str:
    """Return what was understood: `diarrhea and pain 3 out of 10, but no fever`."""
    case = state.case
    answers = [*_answers(case, tables)][-_MOST_ANSWERS:]
    lasting = [f"({answer})" for answer in answers if answer.startswith(_LASTS)]
    said = [answer for answer in answers if not answer.startswith((*_DENIES, _LASTS))]
    denied = [answer for answer in answers if answer.startswith(_DENIES)]
    negated = (name for name, status in case.findings.items() if status is Status.NEGATED)
    absent = [f"no {_ARTICLE.sub('', name)}" for name in names(negated, tables)]
    symptoms = listed([*_cut(names(case.present, tables)), *said])
    present = " ".join([*([symptoms] if symptoms else []), *lasting])
    missing = listed([*absent, *denied][-_MOST_ABSENT:])
    if present and missing:
        return f"{present}, but {missing}"
    return present or missing or "your answers"


def names(symptoms: Iterable[str], tables: Tables) -> list[str]:
    """Return the patients' names of symptoms, without those the tables do not have."""
    return [tables.symptoms[name].name for name in symptoms if name in tables.symptoms]


def listed(texts: Sequence[str]) -> str:
    """Return the texts as one: `a, b and c`."""
    shown = _cut(texts)
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _cut(texts: Sequence[str]) -> list[str]:
    return [*texts[:_MOST_NAMES], *(["more"] if len(texts) > _MOST_NAMES else [])]


def _answers(case: Case, tables: Tables) -> Iterator[str]:
    present = frozenset(case.present)
    absent = {name for name, status in case.findings.items() if status is Status.NEGATED}
    for name, answer in case.answers.items():
        question = tables.questions.get(name)
        text = question.noted.get(_key(answer)) if question else None
        if not question or not text:
            continue
        told = present if answer is True else absent
        if told.isdisjoint(question.same_as):
            yield _filled(text, question, answer)


def _filled(text: str, question: Question, answer: Answer) -> str:
    if text.startswith(_LASTS) and isinstance(answer, float | int) and answer < 1:
        return "for less than a day"
    return _ONE.sub(r"1 \1", text.replace("{n}", _number(question, answer)))


def _key(answer: Answer) -> str:
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return answer if isinstance(answer, str) else "number"


def _number(question: Question, answer: Answer) -> str:
    if question.kind == "temperature" and isinstance(answer, float):
        return f"{answer:.1f} C ({answer * 9 / 5 + 32:.1f} F)"
    return f"{answer:g}" if isinstance(answer, int | float) else ""
