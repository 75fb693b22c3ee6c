"""Checks what a schema cannot see: that every name used in a table exists and fits."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from triage.expression import Expression
from triage.model import Answer
from triage.tables.build import Builder
from triage.tables.marked_yaml import Marked, Where
from triage.tables.problems import Problem, did_you_mean
from triage.tables.types import Question, Rule, Tables

LISTED_IN = {
    "symptom": "clinical/symptoms/",
    "question": "clinical/questions.yml",
    "therapy": "clinical/therapies.yml",
    "source": "clinical/sources.yml",
    "family": "clinical/language.yml, `families`",
    "choice": "`choices` of the question",
}
_FAMILY = re.compile(r"\{(\w+)\}")


def crosscheck(tables: Tables, builder: Builder) -> list[Problem]:
    """Return every name that does not exist and every value that does not fit its question."""
    return [*_symptom_problems(tables, builder), *_rule_problems(tables, builder)]


def _symptom_problems(tables: Tables, builder: Builder) -> Iterator[Problem]:
    for symptom in tables.symptoms.values():
        marked, where = builder.places[f"symptom {symptom.id}"]
        for position, question in enumerate(symptom.ask):
            yield from _unknown(
                marked, (*where, "ask", position), "question", question, tables.questions
            )
        if symptom.said_as.measured is not None:
            at = (*where, "said_as", "measured")
            yield from _expression_problems(tables, marked, at, symptom.said_as.measured)


def _rule_problems(tables: Tables, builder: Builder) -> Iterator[Problem]:
    for rule in tables.rules:
        marked, where = builder.places[rule.id]
        yield from _expression_problems(tables, marked, (*where, "when"), rule.when)
        yield from _source_problems(tables, marked, where, rule)


def _source_problems(tables: Tables, marked: Marked, where: Where, rule: Rule) -> Iterator[Problem]:
    for position, source in enumerate(rule.source):
        yield from _unknown(marked, (*where, "source", position), "source", source, tables.sources)


def _expression_problems(
    tables: Tables, marked: Marked, where: Where, when: Expression
) -> Iterator[Problem]:
    for name in sorted(when.symptoms):
        yield from _unknown(marked, where, "symptom", name, tables.symptoms)
    for name in sorted(when.therapies):
        yield from _unknown(marked, where, "therapy", name, tables.therapies)
    for name in sorted(when.questions):
        yield from _unknown(marked, where, "question", name, tables.questions)
    for name, value in sorted(when.literals, key=str):
        question = tables.questions.get(name)
        if question is not None and not fits(question, value):
            yield marked.problem(
                where, f"`{value}` is not an answer to `{name}`. {_answers(question, value)}"
            )


def picker_problems(tables: Tables, marked: Marked) -> Iterator[Problem]:
    """Yield symptoms of the picker that do not exist or that it gives twice."""
    offered: dict[str, str] = {}
    for area in tables.picker.areas.values():
        for symptom in area.symptoms:
            where: Where = ("areas", area.id, "symptoms", symptom)
            yield from _unknown(marked, where, "symptom", symptom, tables.symptoms)
            if symptom in offered:
                yield marked.problem(where, f"`{symptom}` is also in `{offered[symptom]}`.")
            offered[symptom] = area.id
    for symptom in tables.picker.not_offered:
        where = ("not_offered", symptom)
        yield from _unknown(marked, where, "symptom", symptom, tables.symptoms)
        if symptom in offered:
            text = f"`{symptom}` is offered in `{offered[symptom]}`; take it out of one of the two."
            yield marked.problem(where, text)


def question_problems(tables: Tables, marked: Marked) -> Iterator[Problem]:
    """Yield answers read back that cannot be given or never are, and symptoms nobody knows."""
    for question in tables.questions.values():
        for position, symptom in enumerate(question.same_as):
            where: Where = (question.id, "same_as", position)
            yield from _unknown(marked, where, "symptom", symptom, tables.symptoms)
        for name in question.starts_at:
            yield from _unknown(
                marked, (question.id, "starts_at", name), "choice", name, question.choices
            )
        if not question.noted:
            continue
        given = {"yes_no": ("yes", "no"), "number": ("number",)}
        answers = given.get(question.type, tuple(question.choices))
        where = (question.id, "noted")
        for name in question.noted:
            if name not in answers:
                yield marked.problem(
                    (*where, name),
                    f"`{name}` is not an answer to `{question.id}`.{did_you_mean(name, answers)} "
                    f"Answers are: {', '.join(answers)}.",
                )
        for name in answers:
            if name not in question.noted:
                yield marked.problem(where, f"`{name}` is missing: how is it read back?")


def family_problems(tables: Tables, marked: Marked) -> Iterator[Problem]:
    """Yield every `{family}` of one file that clinical/language.yml does not have."""
    phrases = (place for place in marked.written.items() if "noted" not in place[0])
    for where, text in phrases:
        for name in _FAMILY.findall(text):
            yield from _unknown(marked, where, "family", name, tables.language["families"])


def fits(question: Question, value: Answer) -> bool:
    """Tell whether the value can be an answer to the question."""
    if question.type == "yes_no":
        return isinstance(value, bool)
    if question.type == "choice":
        return value in question.choices
    if isinstance(value, bool | str) or question.minimum is None or question.maximum is None:
        return False
    return question.minimum <= value <= question.maximum


def _answers(question: Question, value: Answer) -> str:
    if question.type == "yes_no":
        return "Answers are True and False."
    if question.type == "choice":
        near = did_you_mean(str(value), question.choices)
        return f"Answers are: {', '.join(question.choices)}.{near}"
    return f"Answers are numbers from {question.minimum:g} to {question.maximum:g} {question.unit}."


def _unknown(
    marked: Marked, where: Where, kind: str, name: str, known: Collection[str]
) -> Iterator[Problem]:
    if name not in known:
        yield marked.problem(
            where,
            f"`{name}` is not a {kind}.{did_you_mean(name, known)} "
            f"{kind.capitalize()} names are listed in {LISTED_IN[kind]}.",
        )
