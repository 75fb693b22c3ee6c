"""Decides: a pure function from a case to a level, its reasons and the next question.

A symptom is settled by its first true rule, or when no question can change it any more: then
`otherwise` holds if one of its questions was answered, else `if_unanswered`. Red flags and
combinations count besides. The level is the highest of all and never below the one already
told. Source: `evaluation` of the clinical specification.
"""

from __future__ import annotations

from collections.abc import Iterable

from triage.levels import Level, highest
from triage.model import Case, Decision, Fired
from triage.questions import Open, next_question, open_questions
from triage.tables import Rule, Symptom, Tables
from triage.views import CaseView


def decide(case: Case, tables: Tables, closed: bool = False) -> Decision:
    """Decide one case.

    Args:
        case: what is known so far; symptoms the tables no longer have are passed over.
        tables: the clinical tables.
        closed: give up every open question: the level that holds if nobody answers any more.

    Returns:
        The decision; equal cases give equal decisions.
    """
    symptoms = [tables.symptoms[name] for name in case.present if name in tables.symptoms]
    view = CaseView.of(case, frozenset(symptom.id for symptom in symptoms))
    fired = {symptom.id: rule for symptom in symptoms if (rule := first_true(symptom, view))}
    flags = [r for r in tables.flags_by_name.within_reach(view.known) if r.when.holds(view)]

    settled = {name: rule.level for name, rule in fired.items()}
    combined, level = _combine(case, tables, view, settled, flags)
    ended = closed or level is Level.EMERGENCY
    found = Open() if ended else open_questions(case, tables, symptoms, fired, level)
    asking = next_question(case, found, level)

    waiting = [s for s in symptoms if asking is not None and s.id in found.symptoms]
    done = [s for s in symptoms if s not in waiting and s.id not in settled]
    if done:
        settled.update((symptom.id, _unfired_level(symptom, case)) for symptom in done)
        combined, level = _combine(case, tables, view, settled, flags)
    if level is Level.EMERGENCY:
        found, asking = Open(), None

    advice = highest(level, *(symptom.otherwise for symptom in waiting))
    rules = sorted([*fired.values(), *flags, *combined], key=lambda rule: -rule.level)
    return Decision(
        level=level,
        advice_level=advice,
        rules=tuple(Fired(r.id, r.level, r.why, r.source, r.basis) for r in rules),
        unresolved=found.questions,
        next_question=asking,
        settled=settled,
        tables=tables.hash,
    )


def first_true(symptom: Symptom, view: CaseView) -> Rule | None:
    """Return the symptom's first rule that is true, None where none is."""
    return next((rule for rule in symptom.rules if rule.when.holds(view)), None)


def _unfired_level(symptom: Symptom, case: Case) -> Level:
    """Return the level of a symptom none of whose rules is true and that asks no more."""
    answered = any(question in case.answers for question in symptom.ask)
    return symptom.otherwise if answered else symptom.if_unanswered


def _combine(
    case: Case,
    tables: Tables,
    view: CaseView,
    settled: dict[str, Level],
    flags: Iterable[Rule],
) -> tuple[list[Rule], Level | None]:
    """Return the combinations that are true and the level with everything counted."""
    before = highest(case.level, *settled.values(), *(rule.level for rule in flags))
    same_day_systems = {
        tables.symptoms[name].system for name, level in settled.items() if level is Level.SAME_DAY
    }
    seen = view.at(before, len(same_day_systems))
    together = tables.combinations_by_name.within_reach(view.known)
    combined = [rule for rule in together if rule.when.holds(seen)]
    return combined, highest(before, *(rule.level for rule in combined))
