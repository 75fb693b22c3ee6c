"""`assess`: JSON Lines in, JSON Lines out; a bad line is named and the rest goes on."""

from __future__ import annotations

import json

import pytest

from triage.assess import assess_lines
from triage.tables import Tables


def assessed(tables: Tables, **request: object) -> dict:
    ((result, error),) = assess_lines([json.dumps({"id": 7, **request})], tables)
    assert not error
    return json.loads(result)


def test_a_red_flag_is_assessed_with_its_rule_and_words(tables: Tables) -> None:
    result = assessed(tables, text="I can't breathe lying still")
    assert result["id"] == 7
    assert result["level"] == "emergency"
    assert {"symptom": "short_of_breath", "status": "present"}.items() <= {
        key: value for key, value in result["findings"][0].items() if key != "words"
    }.items()
    assert "breathe" in result["findings"][0]["words"]
    assert result["rules"]
    assert (result["next_question"], result["unresolved"]) == (None, [])
    assert result["tables"] == tables.hash


def test_an_open_symptom_has_no_level_but_advice_and_a_question(tables: Tables) -> None:
    result = assessed(tables, text="I have diarrhea")
    assert (result["level"], result["advice_level"]) == (None, "same_day")
    assert result["next_question"] == result["unresolved"][0] == "pain_score"


def test_several_turns_are_one_conversation(tables: Tables) -> None:
    result = assessed(tables, turns=["I have diarrhea", "no pain", "and there was blood"])
    assert result["level"] == "urgent"


def test_answers_and_the_treatment_count(tables: Tables) -> None:
    warm = {"text": "I have a fever", "answers": {"temp_c": 38.1}}
    assert assessed(tables, **warm)["level"] == "urgent"
    assert assessed(tables, **warm, therapy="car_t")["level"] == "emergency"


def test_an_exception_told_with_the_report_acts(tables: Tables) -> None:
    told = {"iron_tabs": True, "worse": False}
    assert assessed(tables, text="my poo is black", answers=told)["level"] == "same_day"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("{", "line 1: is not JSON"),
        ("[1]", "line 1: is not an object"),
        ('{"id": 1}', "line 1: needs `text`, or `turns` as a list of texts."),
        ('{"txt": "a"}', "line 1: `txt` is not a key. Did you mean `text`?"),
        (
            '{"text": "a", "therapy": "cart"}',
            "line 1: `cart` is not a therapy. Did you mean `car_t`? Therapies are: ici,",
        ),
        (
            '{"text": "a", "answers": {"temp": 38}}',
            "line 1: `temp` is not a question. Did you mean `temp_c`?",
        ),
        ('{"text": "a", "answers": {"temp_c": 380}}', "line 1: `380` is not an answer to `temp_c`"),
        ('{"text": "a", "answers": {"worse": 1}}', "line 1: `1` is not an answer to `worse`."),
        ('{"text": "a", "answers": [1]}', "line 1: `answers` is not an object"),
        ('{"turns": ["a", 1]}', "line 1: needs `text`, or `turns` as a list of texts."),
    ],
)
def test_a_line_that_is_not_a_request_is_named_and_the_rest_goes_on(
    tables: Tables, line: str, error: str
) -> None:
    first, second = assess_lines([line, '{"id": 2, "text": "hello"}'], tables)
    assert first[0] == ""
    assert first[1].startswith(error)
    assert json.loads(second[0])["id"] == 2


def test_blank_lines_are_passed_over_but_counted(tables: Tables) -> None:
    ((_, error),) = assess_lines(["", "  ", "{"], tables)
    assert error.startswith("line 3:")
