"""Adds what was heard to the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from triage.model import Answer, Case, Status
from triage.tables import Tables
from triage.turn.heard import Heard


@dataclass(frozen=True)
class Merged:
    """The case after a message, and what the message did to it."""

    case: Case
    reported: bool
    """Something new is known, or a question was answered or given up."""
    took_back: bool
    """A symptom or an answer given before was changed."""


def merge(case: Case, heard: Heard, tables: Tables) -> Merged:
    """Return the case with everything heard in it.

    A symptom reported as present is only taken back by saying that it is not there, or by a
    correction; a question, another person's symptom or history never takes it back.
    """
    findings, words = dict(case.findings), dict(case.words)
    took_back = False
    for finding in heard.findings:
        before = findings.get(finding.symptom)
        after = _status(before, finding.status, "correction" in heard.flags)
        findings[finding.symptom] = after
        if after is finding.status and finding.words:
            words[finding.symptom] = finding.words
        took_back = took_back or (before is not None and before.counts and not after.counts)
    answers = dict(case.answers)
    for question, value in heard.answers.items():
        took_back = took_back or answers.get(question, value) != value
        answers[question] = value
    named = [*heard.therapies, *_named_therapy(heard.answers, tables)]
    unknown = heard.unknown - answers.keys()
    after_case = replace(
        case,
        findings=findings,
        words=words,
        answers=answers,
        therapies=tuple(dict.fromkeys([*case.therapies, *named])),
        given_up=(case.given_up | unknown) - answers.keys(),
    )
    return Merged(after_case, reported=after_case != case, took_back=took_back)


def _status(before: Status | None, now: Status, correction: bool) -> Status:
    if before is None or now in (Status.PRESENT, Status.NEGATED):
        return now
    if now is Status.UNCLEAR:
        return before if before is Status.PRESENT else now
    if before.counts and not correction:
        return before
    return now if now is Status.PAST else before


def _named_therapy(answers: Mapping[str, Answer], tables: Tables) -> list[str]:
    value = answers.get("therapy")
    return [value] if isinstance(value, str) and value in tables.therapies else []
