"""What is decided, and what is asked, for cases written by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from triage.decide import decide
from triage.levels import Level
from triage.model import Answer, Case, Decision, Status
from triage.tables import Tables


def ask(
    tables: Tables,
    *symptoms: str,
    answers: Mapping[str, Answer] | None = None,
    **more: object,
) -> Decision:
    case = Case(findings=dict.fromkeys(symptoms, Status.PRESENT), answers=answers or {}, **more)
    return decide(case, tables)


def test_nothing_reported_is_no_level_and_no_question(tables: Tables) -> None:
    decision = ask(tables)
    assert (decision.level, decision.advice_level, decision.next_question) == (None, None, None)


def test_a_symptom_with_open_questions_has_advice_but_no_level_yet(tables: Tables) -> None:
    decision = ask(tables, "diarrhoea")
    assert decision.level is None
    assert decision.advice_level is Level.SAME_DAY
    assert decision.next_question == "pain_score"


def test_a_symptom_waits_for_its_own_question_also_where_only_a_red_flag_asks_it(
    tables: Tables,
) -> None:
    asked = ask(tables, "dry_eyes_mouth")
    assert (asked.level, asked.advice_level) == (None, Level.ROUTINE)
    assert asked.next_question == "vision_loss"

    assert ask(tables, "dry_eyes_mouth", answers={"vision_loss": False}).level is Level.ROUTINE
    given_up = Case(
        findings={"dry_eyes_mouth": Status.PRESENT}, given_up=frozenset({"vision_loss"})
    )
    assert decide(given_up, tables).level is Level.SAME_DAY


def test_what_is_urgent_without_an_answer_does_not_wait_for_a_red_flag(tables: Tables) -> None:
    given_up = Case(findings={"droopy_eyelid": Status.PRESENT}, given_up=frozenset({"swallow_ok"}))
    assert decide(given_up, tables).level is Level.EMERGENCY


def test_the_first_true_rule_sets_the_level(tables: Tables) -> None:
    decision = ask(tables, "diarrhoea", answers={"stools_over_usual": 7.0})
    assert decision.level is Level.URGENT
    assert decision.rules[0].id.startswith("diarrhoea.")


def test_at_emergency_nothing_is_asked(tables: Tables) -> None:
    decision = ask(tables, "chest_pain")
    assert decision.level is Level.EMERGENCY
    assert decision.next_question is None
    assert decision.unresolved == ()


def test_once_urgent_only_what_can_still_be_an_emergency_is_asked(tables: Tables) -> None:
    decision = ask(tables, "blood_in_stool")
    assert decision.level is Level.URGENT
    assert set(decision.unresolved) == {"blood_amount", "pain_score", "faint"}


def test_two_questions_follow_once_the_level_is_urgent(tables: Tables) -> None:
    case = Case(findings={"blood_in_stool": Status.PRESENT}, asked_at_urgent=1)
    one_more = ("stools_over_usual", "faint")
    assert decide(_asked(case, *one_more), tables).next_question == "blood_amount"
    assert decide(_asked(case, *one_more, "pain_score"), tables).next_question is None


def _asked(case: Case, *questions: str) -> Case:
    return Case(findings=case.findings, asked=questions, asked_at_urgent=case.asked_at_urgent)


def test_five_questions_are_the_most_and_then_the_level_is_set(tables: Tables) -> None:
    asked = ("pain_score", "stools_over_usual", "stool_blood", "stool_night", "temp_c")
    answers: dict[str, Answer] = {"pain_score": 0.0, "stool_blood": False}
    decision = ask(tables, "diarrhoea", answers=answers, asked=asked)
    assert decision.next_question is None
    assert decision.level is Level.SAME_DAY


def test_i_do_not_know_to_everything_gives_the_unanswered_level(tables: Tables) -> None:
    case = Case(
        findings={"limb_weakness": Status.PRESENT},
        given_up=frozenset(tables.symptoms["limb_weakness"].ask) | {"therapy"},
    )
    assert decide(case, tables).level is Level.EMERGENCY


def test_one_answer_is_enough_for_the_ordinary_level(tables: Tables) -> None:
    case = Case(
        findings={"limb_weakness": Status.PRESENT},
        answers={"walk_ok": True},
        given_up=frozenset(tables.symptoms["limb_weakness"].ask) | {"therapy"},
    )
    assert decide(case, tables).level is Level.URGENT


def test_a_level_already_told_never_falls(tables: Tables) -> None:
    decision = ask(tables, "hair_loss", level=Level.URGENT)
    assert decision.level is Level.URGENT
    assert decide(Case(level=Level.EMERGENCY), tables).level is Level.EMERGENCY


@pytest.mark.parametrize(
    ("status", "level"),
    [
        (Status.PRESENT, Level.EMERGENCY),
        (Status.UNCLEAR, Level.EMERGENCY),
        (Status.NEGATED, None),
        (Status.PAST, None),
        (Status.HYPOTHETICAL, None),
        (Status.OTHER, None),
    ],
)
def test_only_what_is_present_or_in_doubt_counts(
    tables: Tables, status: Status, level: Level | None
) -> None:
    assert decide(Case(findings={"seizure": status}), tables).level is level


def test_the_treatment_is_asked_only_where_it_can_change_the_level(tables: Tables) -> None:
    assert "therapy" in ask(tables, "short_of_breath").unresolved
    assert "therapy" not in ask(tables, "short_of_breath", therapies=("ici",)).unresolved
    assert "therapy" not in ask(tables, "hair_loss").unresolved


def test_a_treatment_not_named_is_a_checkpoint_drug(tables: Tables) -> None:
    warm: dict[str, Answer] = {"temp_c": 38.2}
    assert ask(tables, "fever", answers=warm).level is Level.URGENT
    assert ask(tables, "fever", answers=warm, therapies=("car_t",)).level is Level.EMERGENCY


def test_two_same_day_problems_in_two_body_systems_are_urgent(tables: Tables) -> None:
    decision = ask(tables, "pale_stool", "foamy_urine")
    assert decision.level is Level.URGENT
    assert "c_two_amber" in [rule.id for rule in decision.rules]


def test_two_same_day_problems_in_one_body_system_stay_same_day(tables: Tables) -> None:
    answers: dict[str, Answer] = {"fluids_down": True, "pain_score": 1.0, "duration_days": 3.0}
    known = frozenset(q for s in ("nausea", "abdominal_pain") for q in tables.symptoms[s].ask)
    decision = ask(
        tables, "nausea", "abdominal_pain", answers=answers, given_up=known | {"therapy"}
    )
    assert decision.level is Level.SAME_DAY


def test_a_symptom_or_question_the_tables_no_longer_have_is_passed_over(tables: Tables) -> None:
    decision = ask(tables, "purple_ears", answers={"ear_color": "purple"}, asked=("ear_color",))
    assert decision.level is None


def test_every_reason_has_a_source_and_the_tables_are_named(tables: Tables) -> None:
    decision = ask(tables, "chest_pain", "short_of_breath")
    assert decision.tables == tables.hash
    assert all(rule.source and rule.why for rule in decision.rules)
    levels = [rule.level for rule in decision.rules]
    assert levels == sorted(levels, reverse=True)


def test_an_exception_acts_when_it_is_told_at_the_start(tables: Tables) -> None:
    answers: dict[str, Answer] = {"iron_tabs": True, "worse": False}
    assert ask(tables, "black_stool").level is Level.URGENT
    assert ask(tables, "black_stool", answers=answers).level is Level.SAME_DAY
