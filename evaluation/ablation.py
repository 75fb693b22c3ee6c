"""What each mechanism brings: the engine with one of them taken out, on the same sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from unittest import mock

from evaluation.observed import Observed
from triage.decide import decide
from triage.model import Case, Finding, Status
from triage.perceive import perceive
from triage.perceive.spelling import Speller
from triage.tables import SaidAs, Tables
from triage.turn import doubt


@dataclass(frozen=True)
class Ablated:
    """The engine on one message, without the turn logic, with a mechanism taken out."""

    tables: Tables
    judge: Callable[[Finding], Finding] = lambda finding: finding
    """Changes a finding before it counts."""

    def observe(self, text: str) -> Observed:
        """Return what the engine decides on the message alone."""
        heard = perceive(text, self.tables)
        findings = tuple(self.judge(finding) for finding in heard.findings)
        status = {finding.symptom: finding.status for finding in findings}
        case = Case(findings=status, answers=heard.answers, therapies=heard.therapies)
        unsure = doubt.find(case, self.tables)
        decision = unsure.decision if unsure else decide(case, self.tables)
        return Observed(decision.level, decision.advice_level, decision.next_question, findings)


def variants(tables: Tables) -> Iterator[tuple[str, Ablated, AbstractContextManager[object]]]:
    """Yield (name, engine, what holds while it runs), the whole engine first."""
    yield "all mechanisms", Ablated(tables), nullcontext()
    yield "without composition", Ablated(_listed_phrases_only(tables)), nullcontext()
    no_correction = mock.patch.object(Speller, "correct", lambda _, word, **__: (word,))
    yield "without spelling", Ablated(tables), no_correction
    yield "without scope", Ablated(tables, _present), nullcontext()


def _listed_phrases_only(tables: Tables) -> Tables:
    """Return the tables without problems at places and without word families."""

    def listed(said: SaidAs) -> SaidAs:
        phrases = tuple(phrase for phrase in said.phrases if "{" not in phrase)
        hints = tuple(phrase for phrase in said.hints if "{" not in phrase)
        return replace(said, phrases=phrases, hints=hints, problem_at_place=())

    symptoms = {
        name: replace(symptom, said_as=listed(symptom.said_as))
        for name, symptom in tables.symptoms.items()
    }
    return replace(tables, symptoms=symptoms)


def _present(finding: Finding) -> Finding:
    return replace(finding, status=Status.PRESENT, cue="")
