"""Hand-written cases a nurse can read: what is known, and the level and rules to expect.

    - name: six trips more than usual a day is a call now
      rule: diarrhoea.four_over_usual
      fires: true
      findings: [diarrhoea]
      therapy: [ici]
      answers: {stools_over_usual: 6}
      level: urgent

`text` may stand for, or beside, `findings`. The level is the final one: whatever is unanswered
is given up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from triage.decide import decide
from triage.levels import Level
from triage.model import Answer, Case, Status
from triage.perceive import perceive
from triage.tables import Problem, TableError, Tables, did_you_mean, fits
from triage.tables.marked_yaml import Marked, read

KEYS = ("name", "rule", "fires", "findings", "text", "therapy", "answers", "level")


@dataclass(frozen=True)
class ClinicalCase:
    """One hand-written case."""

    name: str
    findings: tuple[str, ...]
    text: str
    therapy: tuple[str, ...]
    answers: Mapping[str, Answer]
    level: Level
    rule: str | None
    """The rule the case is about; None where it is about the level alone."""
    fires: bool
    """Whether that rule must be among the true ones, or must not."""
    place: str
    """File and line, for messages."""

    def failures(self, tables: Tables) -> list[str]:
        """Return how the tables disagree with the case; nothing where they agree."""
        decision = decide(self.case(tables), tables, closed=True)
        found = [rule.id for rule in decision.rules]
        reached = decision.level.id if decision.level else "none"
        failures = []
        if decision.level is not self.level:
            failures.append(f"level is {reached}, not {self.level.id} (rules: {found})")
        if self.rule and (self.rule in found) is not self.fires:
            failures.append(f"{self.rule} {'fires not' if self.fires else 'fires'} ({found})")
        return failures

    def case(self, tables: Tables) -> Case:
        """Return the case as `decide` takes it."""
        findings = dict.fromkeys(self.findings, Status.PRESENT)
        answers, therapies = dict(self.answers), self.therapy
        if self.text:
            heard = perceive(self.text, tables)
            findings |= {finding.symptom: finding.status for finding in heard.findings}
            answers = {**heard.answers, **answers}
            therapies = therapies or heard.therapies
        return Case(findings=findings, answers=answers, therapies=therapies)


def read_cases(path: Path, tables: Tables) -> list[ClinicalCase]:
    """Read one file of cases.

    Raises:
        TableError: with every name that does not exist and every key out of place.
    """
    marked = read(path, f"{path.parent.name}/{path.name}")
    problems: list[Problem] = []
    cases = [_case(marked, place, entry) for place, entry in enumerate(marked.data)]
    rules = {rule.id for rule in tables.rules}
    for place, (entry, case) in enumerate(zip(marked.data, cases, strict=True)):
        known = {
            "key": (entry, KEYS),
            "symptom": (case.findings, tables.symptoms),
            "therapy": (case.therapy, tables.therapies),
            "question": (case.answers, tables.questions),
            "rule": ([case.rule] if case.rule else [], rules),
        }
        for kind, (names, allowed) in known.items():
            for name in names:
                if name not in allowed:
                    text = f"`{name}` is not a {kind}.{did_you_mean(name, allowed)}"
                    problems.append(marked.problem((place,), text))
        for name, value in case.answers.items():
            if name in tables.questions and not fits(tables.questions[name], value):
                text = f"`{value}` is not an answer to `{name}`. A choice may need quotes."
                problems.append(marked.problem((place,), text))
    if problems:
        raise TableError(problems)
    return cases


def _case(marked: Marked, place: int, entry: Mapping[str, Any]) -> ClinicalCase:
    answers = {name: _answer(value) for name, value in (entry.get("answers") or {}).items()}
    return ClinicalCase(
        name=entry["name"],
        findings=tuple(entry.get("findings") or ()),
        text=entry.get("text", ""),
        therapy=tuple(entry.get("therapy") or ()),
        answers=answers,
        level=Level.of(entry["level"]),
        rule=entry.get("rule"),
        fires=entry.get("fires", True),
        place=f"{marked.file}, line {marked.line((place,))}",
    )


def _answer(value: bool | float | str) -> Answer:
    return value if isinstance(value, bool | str) else float(value)
