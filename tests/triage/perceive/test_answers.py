"""Answers to the triage's questions, asked for or not."""

from __future__ import annotations

import pytest

from triage.model import Answer
from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my temperature is 101.5F", {"temp_c": 38.6}),
        ("temp thirty eight point five", {"temp_c": 38.5}),
        ("fever of one oh two", {"temp_c": 38.9}),
        ("she's burning up 39.4", {"temp_c": 39.4}),
        ("fever between 100 and 102 degrees", {"temp_c": 38.9}),
        ("oxygen is in the 80s", {"spo2": 85}),
        ("BP 85/55", {"bp_sys": 85}),
        ("blood pressure is 88 over 50", {"bp_sys": 88}),
        ("my pulse is 134", {"pulse": 134}),
        ("blood sugar 17.5 mmol", {"glucose_mmol": 17.5}),
        ("the sugar meter says HI", {"glucose_mmol": 33}),
        ("gained 11 lbs this week", {"weight_gain_kg": 5}),
        ("put on half a stone since sunday", {"weight_gain_kg": 3.2}),
        ("belly pain 9/10", {"pain_score": 9}),
        ("belly pain nine out of ten", {"pain_score": 9}),
        ("excruciating belly pain", {"pain_score": 8}),
        ("been sick 6 times today", {"vomits_24h": 6}),
        ("diarrhea twice", {"stools_over_usual": 1}),
        ("diarrhea 4 times more than usual", {"stools_over_usual": 4}),
        ("diarrhea for two weeks", {"duration_days": 14}),
        ("diarrhea since yesterday", {"duration_days": 1}),
        ("I finished keytruda eight months ago", {"days_since_dose": 240}),
        ("itching 3 hours after my infusion", {"hours_since_infusion": 3}),
        ("haven't peed for 14 hours", {"hours_no_urine": 14}),
        ("the itch started suddenly, it stops me sleeping", {"itch_sleep": True}),
        ("my headache came on out of nowhere", {"onset_sudden": True}),
        ("a bit tired", {"adl": "none"}),
        ("breathless even lying in bed", {"breath_level": "rest"}),
        ("can't keep water down, keep vomiting", {"fluids_down": False}),
    ],
)
def test_an_answer_is_read_out_of_a_report(
    text: str, expected: dict[str, Answer], tables: Tables
) -> None:
    answers = perceive(text, tables).answers
    assert {name: answers.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("my sats are 91", "low_oxygen_reading"),
        ("temp 38.5", "fever"),
        ("temperature 35.1", "low_temperature"),
        ("sugar 400", "high_glucose"),
        ("pulse is 140", "palpitations"),
    ],
)
def test_a_reading_is_a_symptom_by_itself(text: str, symptom: str, tables: Tables) -> None:
    assert symptom in {finding.symptom for finding in perceive(text, tables).findings}


@pytest.mark.parametrize(
    "text",
    ["temp 36.8", "sats 98", "sugar 5.5", "pulse 72", "BP 120/80"],
)
def test_a_normal_reading_is_no_symptom(text: str, tables: Tables) -> None:
    assert perceive(text, tables).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "set the thermostat to 102 degrees",
        "what's the weather, is it 95 outside",
        "what is 101 fahrenheit in celsius",
        "take 40 mg of prednisone",
    ],
)
def test_a_number_about_something_else_is_no_reading(text: str, tables: Tables) -> None:
    assert perceive(text, tables).answers == {}


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
        ("therapy", "car-t", "car_t"),
        ("therapy", "it's opdivo I think", "ici"),
    ],
)
def test_a_bare_reply_answers_the_open_question(
    pending: str, text: str, value: Answer, tables: Tables
) -> None:
    assert perceive(text, tables, pending=pending).answers.get(pending) == value


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


def test_a_denied_answer_is_turned_round(tables: Tables) -> None:
    perceived = perceive("I have a rash but I don't have any blisters", tables)
    assert perceived.answers["blisters"] is False


@pytest.mark.parametrize(
    ("text", "therapies"),
    [
        ("I am on keytruda", ("ici",)),
        ("keytrda and feeling fine", ("ici",)),
        ("on opdivo and yervoy", ("ici_combo",)),
        ("had my kymriah last month", ("car_t",)),
        ("what is car-t?", ()),
        ("I am not on keytruda", ()),
    ],
)
def test_a_treatment_is_known_by_its_drug(
    text: str, therapies: tuple[str, ...], tables: Tables
) -> None:
    assert perceive(text, tables).therapies == therapies


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("I called them", "called"),
        ("nobody answers", "no_answer"),
        ("I don't have the number", "no_number"),
        ("the nurse told me to wait", "team_said"),
        ("I feel better", "better"),
        ("it's getting worse", "worse_now"),
        ("start again", "start_again"),
        ("no, I said no blood", "correction"),
        ("now my husband", "other_person"),
        ("what is this?", "question"),
        ("hjkl zxq", "no_known_word"),
    ],
)
def test_other_kinds_of_speech_are_flagged(text: str, flag: str, tables: Tables) -> None:
    assert flag in perceive(text, tables).flags


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("can we start again please", True),
        ("let's start over", True),
        ("I want to restart the conversation", True),
        ("start again from the beginning", True),
        ("can I start it again later?", False),
        ("will they restart my drug?", False),
        ("may I restart keytruda next month?", False),
        ("it started again", False),
        ("it has just started again", False),
        ("the bleeding will start again", False),
        ("I have had it from the beginning", False),
        ("when may I start running again", False),
    ],
)
def test_a_question_on_starting_treatment_again_does_not_wipe_the_conversation(
    text: str, wished: bool, tables: Tables
) -> None:
    assert ("start_again" in perceive(text, tables).flags) is wished


@pytest.mark.parametrize(
    ("text", "question", "hours"),
    [
        ("I started the drip and immediately my lips swelled", "hours_since_infusion", 0.0),
        ("minutes after the infusion I had hives", "hours_since_infusion", 0.0),
        ("the day after my infusion I had a fever", "hours_since_infusion", 24.0),
        ("3 hours after the infusion, not straight away, a rash", "hours_since_infusion", 3.0),
        ("fever, the day after the BCG treatment", "hours_since_bcg", 24.0),
    ],
)
def test_words_tell_how_long_after_a_treatment(
    text: str, question: str, hours: float, tables: Tables
) -> None:
    heard = perceive(text, tables, relevant=[question])
    assert heard.answers[question] == hours


def test_immediately_tells_nothing_where_no_treatment_is_named(tables: Tables) -> None:
    heard = perceive("should I call immediately? my lips are puffy", tables)
    assert "hours_since_infusion" not in heard.answers


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
    ("text", "question", "value"),
    [
        ("sats 93 on the oximeter, normally 97", "spo2", 93),
        ("normally 97, but sats 91 now", "spo2", 91),
        ("BP says 84 over 50 and the room goes black", "bp_sys", 84),
        ("his watch says 141 and he only sat in the bedroom", "pulse", 141),
        ("BCG yesterday and now its 103.4", "temp_c", 39.7),
        ("my temp is 38.5 in this cold house", "temp_c", 38.5),
    ],
)
def test_the_worse_of_two_readings_counts_wherever_they_are_taken(
    text: str, question: str, value: float, tables: Tables
) -> None:
    assert perceive(text, tables).answers[question] == value


@pytest.mark.parametrize(
    "text", ["the temperature outside is 38.5", "the room is at 38.5", "its 38.5 km away"]
)
def test_a_number_about_the_weather_or_a_road_is_no_reading(text: str, tables: Tables) -> None:
    assert perceive(text, tables).answers == {}


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


def test_what_blood_is_coughed_into_is_no_amount(tables: Tables) -> None:
    assert "blood_amount" not in perceive("coughing blood into a cup", tables).answers
    heard = perceive("coughed half a cup of blood", tables)
    assert heard.answers["blood_amount"] == "more"


def test_once_after_a_denial_counts_nothing(tables: Tables) -> None:
    denied = perceive("diarrhea, I've not made it to the loo in time once", tables)
    assert "stools_over_usual" not in denied.answers
    assert perceive("diarrhea once today", tables).answers["stools_over_usual"] == 0


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


def test_the_usual_count_hides_none_of_today(tables: Tables) -> None:
    answers = perceive("diarrhea, I usually go once but today 8 times", tables).answers

    assert answers["stools_over_usual"] == 7


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
