"""Which questions can still change the level, and which of them is asked now.

At emergency nothing is asked; once the level is urgent at most two questions follow; one triage
has at most five. Source: `evaluation.order` of the clinical specification.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from triage.levels import Level
from triage.model import Case
from triage.tables import Rule, Symptom, Tables
from triage.views import CaseView

MOST_QUESTIONS = 5
MOST_ONCE_URGENT = 2


@dataclass(frozen=True)
class Open:
    """What is still open in a case."""

    questions: tuple[str, ...] = ()
    """Question ids, the most dangerous first."""
    symptoms: frozenset[str] = frozenset()
    """Symptoms that no rule has settled and that wait for one of these questions."""


def open_questions(
    case: Case,
    tables: Tables,
    symptoms: Sequence[Symptom],
    fired: Mapping[str, Rule],
    level: Level | None,
) -> Open:
    """Return the questions whose answer can still change the level.

    Args:
        case: the case so far.
        tables: the clinical tables.
        symptoms: the symptoms present.
        fired: symptom id -> its first true rule, for the symptoms that have one.
        level: the level set so far; None where none is.
    """
    in_order = tuple(dict.fromkeys(question for s in symptoms for question in s.ask))
    named = {"therapy"} if case.therapies else set()
    askable = frozenset({*in_order, "therapy"} - case.answers.keys() - case.given_up - named)
    present = frozenset(symptom.id for symptom in symptoms)
    view = CaseView.of(case, present, askable)

    danger: dict[str, Level] = {}
    waiting = set()
    for symptom in symptoms:
        rules = _rules_that_matter(symptom, fired.get(symptom.id), view, level)
        names = _note(rules, view, danger)
        if names and symptom.id not in fired:
            waiting.add(symptom.id)
    elsewhere: dict[str, Level] = {}
    across = tables.combinations_by_name.within_reach(view.known)
    across += tables.flags_by_name.within_reach(view.known)
    for rule in across:
        if _raises(rule.level, level):
            about_them = bool(rule.when.symptoms & present)
            _note([rule], view, danger if about_them else elsewhere)

    ranked = _ranked(danger, in_order)
    ranked += [name for name in _ranked(elsewhere, in_order) if name not in danger]
    # Its own question may be open for the sake of a red flag alone: lost sight for dry eyes. What
    # is urgent without an answer is told at once all the same.
    asked = set(ranked)
    calm = (s for s in symptoms if s.id not in fired and s.if_unanswered < Level.URGENT)
    waiting.update(symptom.id for symptom in calm if not asked.isdisjoint(symptom.ask))
    return Open(tuple(ranked), frozenset(waiting))


def next_question(case: Case, found: Open, level: Level | None) -> str | None:
    """Return the question to ask now, None where the limits allow no more."""
    return found.questions[0] if may_ask(case, level) and found.questions else None


def may_ask(case: Case, level: Level | None) -> bool:
    """Tell whether the limits of a triage at this level allow one more question."""
    limit = MOST_QUESTIONS
    if level is Level.URGENT:
        reached = len(case.asked) if case.asked_at_urgent is None else case.asked_at_urgent
        limit = min(limit, reached + MOST_ONCE_URGENT)
    return level is not Level.EMERGENCY and len(case.asked) < limit


def _rules_that_matter(
    symptom: Symptom, fired: Rule | None, view: CaseView, level: Level | None
) -> list[Rule]:
    """Return the symptom's undecided rules that could make the level another one."""
    without = (symptom.otherwise, symptom.if_unanswered)
    may_lower = fired is None and any(_raises(outcome, level) for outcome in without)
    matter = []
    for rule in symptom.rules:
        if rule is fired:
            break
        if _raises(rule.level, level) or may_lower:
            matter.append(rule)
    return matter


def _raises(outcome: Level, level: Level | None) -> bool:
    """Tell whether this outcome would count: alone, or as a second same_day problem."""
    if level is None or outcome > level:
        return True
    return outcome is Level.SAME_DAY and level is Level.SAME_DAY


def _ranked(danger: Mapping[str, Level], in_order: Sequence[str]) -> list[str]:
    """Return the questions by danger, then in the order the symptoms ask them.

    The treatment comes before questions of the same danger, but never first: the first
    question is about what the person said.
    """
    ranked = sorted((name for name in in_order if name in danger), key=lambda name: -danger[name])
    if "therapy" in danger:
        more_dangerous = sum(danger[name] > danger["therapy"] for name in ranked)
        ranked.insert(max(1, more_dangerous), "therapy")
    return ranked


def _note(rules: Sequence[Rule], view: CaseView, danger: dict[str, Level]) -> set[str]:
    """Add to `danger` the questions that keep these rules unknown; return their names."""
    noted: set[str] = set()
    for rule in rules:
        for name in rule.when.asks(view):
            danger[name] = max(danger.get(name, rule.level), rule.level)
            noted.add(name)
    return noted
