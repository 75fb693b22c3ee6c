"""What is said to the question asked last: a bare reply, more than that, or something else."""

from __future__ import annotations

import pytest

from triage.model import Answer
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("pending", "text", "value"),
    [
        ("stool_blood", "yes", True),
        ("stool_blood", "nope", False),
        ("stool_blood", "not really", False),
        ("stool_blood", "kind of", True),
        ("stool_blood", "no, it does not", False),
        ("temp_c", "38.5", 38.5),
        ("temp_c", "101", 38.3),
        ("stools_over_usual", "about six", 6),
        ("stools_over_usual", "none", 0),
        ("duration_days", "two weeks", 14),
        ("hours_no_urine", "half a day", 12),
        ("pain_score", "8", 8),
        ("pain_score", "eight out of ten", 8),
        ("weight_gain_kg", "11 pounds", 5),
        ("breath_level", "only when I climb stairs", "exertion"),
        ("temp_c", "38.2 day 6 after the drip", 38.2),
        ("glucose_mmol", "310 mg/dl", 17.2),
        ("rash_area", "about 9 palms", "under10"),
        ("rash_area", "10 percent", "10_30"),
        ("rash_area", "30%", "10_30"),
        ("rash_area", "31", "over30"),
        ("rash_area", "20 to 40 percent", "over30"),
        ("weight_loss_pct", "8%", 8),
        ("therapy", "car-t", "car_t"),
        ("therapy", "it's opdivo I think", "ici"),
    ],
)
def test_a_bare_reply_answers_the_open_question(
    pending: str, text: str, value: Answer, tables: Tables
) -> None:
    assert perceive(text, tables, pending=pending).answers.get(pending) == value


@pytest.mark.parametrize(
    ("pending", "text"),
    [
        ("temp_c", "40%"),
        ("temp_c", "I took 40 mg"),
        ("pain_score", "8 tablets"),
        ("pain_score", "at 7 pm"),
        ("pulse", "60 kg"),
        ("rash_area", "for 12 days"),
    ],
)
def test_a_number_of_something_else_is_no_reply(pending: str, text: str, tables: Tables) -> None:
    assert pending not in perceive(text, tables, pending=pending).answers


def test_a_bare_reply_says_nothing_where_nothing_is_asked(tables: Tables) -> None:
    for text in ("yes", "no", "8", "about six"):
        assert perceive(text, tables).answers == {}


def test_i_do_not_know_is_an_answer(tables: Tables) -> None:
    perceived = perceive("I don't know", tables, pending="temp_c")
    assert perceived.unknown
    assert perceived.answers == {}


def test_a_denial_of_something_else_does_not_answer_the_open_question(tables: Tables) -> None:
    assert "stool_blood" not in perceive("no fever", tables, pending="stool_blood").answers


def test_a_sentence_that_says_more_than_was_asked_gives_both(tables: Tables) -> None:
    relevant = ("stools_over_usual", "stool_blood")
    text = "twice, and there was blood"
    answers = perceive(text, tables, relevant, pending="stools_over_usual").answers
    assert answers == {"stools_over_usual": 2, "stool_blood": True}


def test_a_count_answers_the_one_question_that_counts(tables: Tables) -> None:
    relevant = ("stools_over_usual", "pain_score")
    answers = perceive("about 5 times more", tables, relevant, pending="pain_score").answers
    assert answers == {"stools_over_usual": 5}


@pytest.mark.parametrize("text", ["never mind", "no thanks", "no idea"])
def test_a_refusal_is_no_zero(text: str, tables: Tables) -> None:
    assert perceive(text, tables, pending="pain_score").answers == {}


@pytest.mark.parametrize("pending", ["pain_score", "blisters"])
def test_no_blood_tells_nothing_of_another_question(pending: str, tables: Tables) -> None:
    heard = perceive("no blood", tables, ("stool_blood", pending), pending=pending)
    assert heard.answers == {"stool_blood": False}


def test_no_i_said_corrects_and_denies_nothing(tables: Tables) -> None:
    heard = perceive("no i said there IS blood", tables, ("stool_blood",), pending="temp_c")
    assert heard.answers == {"stool_blood": True}
    assert "correction" in heard.flags


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("an eggcup", "more"),
        ("half a mug", "more"),
        ("a tablespoon", "more"),
        ("soaked a towel", "more"),
        ("maybe a cup", "more"),
        ("it filled a saucer", "more"),
        ("a thimble", "teaspoon"),
        ("no more than a teaspoon", "teaspoon"),
        ("not even a teaspoon", "streaks"),
        ("just a smear", "streaks"),
    ],
)
def test_blood_is_measured_as_in_a_kitchen(text: str, amount: str, tables: Tables) -> None:
    heard = perceive(text, tables, relevant=["blood_amount"], pending="blood_amount")
    assert heard.answers["blood_amount"] == amount


@pytest.mark.parametrize(
    ("pending", "text"),
    [
        ("stools_over_usual", "he usually goes once"),
        ("pain_score", "my usual is 1 a day"),
    ],
)
def test_how_often_it_usually_happens_answers_nothing(
    pending: str, text: str, tables: Tables
) -> None:
    assert perceive(text, tables, (pending,), pending).answers == {}


def test_a_day_answers_how_long(tables: Tables) -> None:
    answers = perceive("since monday", tables, ("duration_days",), "duration_days").answers

    assert answers == {"duration_days": 3}


def test_who_has_no_fever_need_not_measure(tables: Tables) -> None:
    assert perceive("no fever", tables, ("temp_c",), "temp_c").unknown
    assert not perceive("no cough", tables, ("temp_c",), "temp_c").unknown


@pytest.mark.parametrize(
    ("pending", "text"),
    [
        ("safe_now", "no, I would never hurt myself"),
        ("oriented", "no I'm not confused"),
    ],
)
def test_a_no_that_denies_the_trouble_is_asked_again(
    pending: str, text: str, tables: Tables
) -> None:
    assert pending not in perceive(text, tables, (pending,), pending).answers


def test_a_plain_no_to_it_counts(tables: Tables) -> None:
    assert perceive("no", tables, ("safe_now",), "safe_now").answers == {"safe_now": False}
