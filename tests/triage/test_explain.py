"""`explain` shows a person how the engine got there."""

from __future__ import annotations

import pytest
import yaml

from triage.__main__ import main
from triage.cases import read_cases
from triage.explain import explain, explain_as_case
from triage.tables import Tables


def test_the_words_the_rule_its_source_and_what_is_unknown_are_shown(tables: Tables) -> None:
    text = explain("i am pooping blood", (), tables)
    assert '(blood_in_stool): present, from "pooping blood"' in text
    assert "Level: urgent" in text
    assert "source CTCAE_DIARR" in text
    assert "Still unknown and able to change the level: " in text
    assert "No rule has been reviewed" in text


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("stool_blood", True, "yes"),
        ("stool_blood", False, "no"),
        ("temp_c", 38.5, "38.5 C"),
        ("pain_score", 8.0, "8 (0-10)"),
        ("stoma_up", "moderate", "A fair amount"),
        ("stoma_up", "no such choice", "no such choice"),
    ],
)
def test_an_answer_is_put_into_words(
    question: str, answer: bool | float | str, words: str, tables: Tables
) -> None:
    assert tables.questions[question].in_words(answer) == words


def test_a_denied_symptom_is_shown_with_its_cue(tables: Tables) -> None:
    text = explain("I do not have diarrhea", (), tables)
    assert '(diarrhoea): negated, because of "' in text
    assert "Level: not set yet" in text


def test_the_question_whether_a_sign_is_there_now_is_shown(tables: Tables) -> None:
    text = explain("I was confused", (), tables)
    assert "(confusion): unclear" in text
    assert "Asked next: Do you have this now: confusion? (happening_now)" in text


def test_nothing_of_medical_meaning_is_said_so(tables: Tables) -> None:
    assert "nothing of medical meaning" in explain("what a lovely day", (), tables)


def test_a_case_for_a_nurse_to_correct_is_a_case_the_tests_read(tables: Tables, tmp_path) -> None:
    path = tmp_path / "new.yml"
    path.write_text(explain_as_case("i am pooping blood", (), tables), encoding="utf-8")
    (case,) = read_cases(path, tables)
    assert not case.failures(tables)
    assert yaml.safe_load(path.read_text())[0]["level"] == "urgent"


def test_the_command_refuses_an_unknown_treatment_with_the_list(capsys) -> None:
    assert main(["explain", "hello", "--therapy", "carts"]) == 2
    assert "`carts` is not a therapy. Therapies are: ici" in capsys.readouterr().err


def test_check_counts_what_is_unreviewed(capsys) -> None:
    assert main(["check"]) == 0
    shown = capsys.readouterr().out
    assert "rules are not reviewed by a clinician" in shown
    assert "11 rules are exceptions" in shown


def test_a_broken_table_is_a_message_and_an_exit_code(tmp_path, capsys) -> None:
    assert main(["--clinical", str(tmp_path), "check"]) == 1
    assert "cannot be read" in capsys.readouterr().err
