"""Explains one message to a person: what was understood, which rule fired, what is unknown."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from triage.assess import Request, last_turn
from triage.model import Fired, Perceived
from triage.perceive import perceive
from triage.tables import Tables
from triage.turn import Turn


def explain(text: str, therapies: tuple[str, ...], tables: Tables) -> str:
    """Return the explanation of one message as text with line breaks."""
    heard = perceive(text, tables)
    turn = last_turn(Request(None, (text,), therapies, {}), tables)
    return "\n".join([*_understood(heard, tables), *_decided(turn, tables)])


def explain_as_case(text: str, therapies: tuple[str, ...], tables: Tables) -> str:
    """Return the same as a hand-written case in YAML, for a nurse to correct and keep."""
    heard = perceive(text, tables)
    decision = last_turn(Request(None, (text,), therapies, {}), tables).decision
    shown = decision.level or decision.advice_level
    case = {
        "name": text,
        "rule": decision.rules[0].id if decision.rules else None,
        "fires": True if decision.rules else None,
        "text": text,
        "therapy": list(therapies or heard.therapies) or None,
        "level": shown.id if shown else None,
    }
    kept = {key: value for key, value in case.items() if value is not None}
    return yaml.safe_dump([kept], sort_keys=False, allow_unicode=True, width=90)


def _understood(heard: Perceived, tables: Tables) -> Iterator[str]:
    yield "Understood:"
    for finding in heard.findings:
        name = tables.symptoms[finding.symptom].name
        cue = f', because of "{finding.cue}"' if finding.cue else ""
        yield f'  {name} ({finding.symptom}): {finding.status.value}{cue}, from "{finding.words}"'
    for question, value in heard.answers.items():
        yield f"  {question}: {tables.questions[question].in_words(value)}"
    for therapy in heard.therapies:
        yield f"  treatment: {tables.therapies[therapy].name} ({therapy})"
    if not (heard.findings or heard.answers or heard.therapies):
        yield "  nothing of medical meaning"
    if heard.about == "carer":
        yield "  somebody speaks for the patient"


def _decided(turn: Turn, tables: Tables) -> Iterator[str]:
    decision = turn.decision
    level = decision.level.id if decision.level else "not set yet"
    yield f"Level: {level}"
    if decision.level is None and decision.advice_level is not None:
        yield f"Advice shown while questions are open: {decision.advice_level.id}"
    yield "Rules that are true:"
    for rule in decision.rules:
        yield from _rule(rule, tables)
    if not decision.rules:
        yield "  none"
    if decision.unresolved:
        yield f"Still unknown and able to change the level: {', '.join(decision.unresolved)}"
    if decision.next_question:
        known = tables.questions.get(decision.next_question)
        asked = known.ask if known else f"Do you have this now: {turn.words['triage_asked_about']}?"
        yield f"Asked next: {asked} ({decision.next_question})"
    yield f"Tables: {decision.tables}. No rule has been reviewed by a clinician unless it says so."


def _rule(rule: Fired, tables: Tables) -> Iterator[str]:
    basis = rule.basis.replace("_", " ")
    yield f"  {rule.id} -> {rule.level.id}: {rule.why} ({basis})"
    for name in rule.source:
        source = tables.sources[name]
        yield f"      source {name}: {source.title} [{source.read.replace('_', ' ')}]"
