"""The rule language: three truth values, a whitelist, no execution."""

from __future__ import annotations

import pytest

from triage.expression import ExpressionError, parse
from triage.levels import Level
from triage.model import Case, Status
from triage.views import CaseView

CASE = Case(
    findings={"fever": Status.PRESENT, "cough_new": Status.NEGATED},
    answers={"temp_c": 38.0, "rigors": False, "breath_level": "rest"},
    therapies=("car_t",),
)
VIEW = CaseView.of(CASE, CASE.present, frozenset({"spo2", "worse"})).at(Level.SAME_DAY, 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("always", True),
        ("has('fever')", True),
        ("has('cough_new')", False),
        ("on('car_t')", True),
        ("on('ici')", False),
        ("temp_c >= 38.0", True),
        ("temp_c > 38.0", False),
        ("temp_c < 36", False),
        ("breath_level == 'rest'", True),
        ("breath_level in ['minimal', 'rest']", True),
        ("breath_level != 'rest'", False),
        ("rigors", False),
        ("rigors == False", True),
        ("not rigors", True),
        ("spo2 <= 92", None),
        ("not spo2 <= 92", None),
        ("spo2 is None", True),
        ("temp_c is None", False),
        ("spo2 <= 92 or has('fever')", True),
        ("spo2 <= 92 and has('fever')", None),
        ("spo2 <= 92 and has('cough_new')", False),
        ("spo2 <= 92 or has('cough_new')", None),
        ("count(['fever', 'cough_new', 'rash']) >= 1", True),
        ("count(['fever', 'cough_new', 'rash']) >= 2", False),
        ("n_same_day_systems >= 2", True),
        ("level == 'same_day'", True),
        ("level == 'urgent'", False),
    ],
)
def test_an_expression_is_true_false_or_unknown(text: str, value: bool | None) -> None:
    assert parse(text).value(VIEW) is value
    assert parse(text).holds(VIEW) is (value is True)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("spo2 <= 92", {"spo2"}),
        ("spo2 <= 92 or has('fever')", set()),
        ("spo2 <= 92 and has('cough_new')", set()),
        ("spo2 <= 92 and pulse >= 130", set()),
        ("spo2 <= 92 or pulse >= 130", {"spo2"}),
        ("(spo2 <= 92 or worse) and has('fever')", {"spo2", "worse"}),
        ("not (spo2 <= 92 or has('fever'))", set()),
        ("not spo2 <= 92", {"spo2"}),
    ],
)
def test_only_questions_that_may_be_asked_and_can_matter_are_named(
    text: str, asks: set[str]
) -> None:
    assert parse(text).asks(VIEW) == asks


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "has(fever)",
        "temp_c + 1 > 38",
        "has('fever').real",
        "[x for x in [1]]",
        "lambda: 1",
        "temp_c >= spo2",
        "36 < temp_c < 38",
        "f'{temp_c}'",
        "temp_c >= None",
        "count(['fever']) >= 'two'",
    ],
)
def test_anything_outside_the_rule_language_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError, match="is not in the rule language"):
        parse(text)


def test_a_broken_expression_says_so() -> None:
    with pytest.raises(ExpressionError, match="is not an expression"):
        parse("temp_c >=")


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("has('rash') and spo2 <= 92 and pulse >= 130", {"rash"}),
        ("has('rash') or spo2 <= 92", {"rash", "spo2"}),
        ("(has('rash') or has('hives')) and on('car_t')", {"rash", "hives"}),
        ("count(['rash', 'hives']) >= 1", {"rash", "hives"}),
        ("has('rash') or on('car_t')", None),
        ("count(['rash', 'hives']) <= 1", None),
        ("not has('rash')", None),
        ("spo2 is None", None),
        ("level == 'urgent'", None),
        ("always", None),
    ],
)
def test_without_one_of_its_names_it_can_never_be_true(text: str, needs: set[str] | None) -> None:
    assert parse(text).needs == needs
