"""Answers are read by people who are tired, worried, or unwell."""

from __future__ import annotations

from statistics import median

import pytest

from tests.answers.answers import Answer, answers
from tests.answers.reading import grade, longest_sentence, plain, sentences

ANSWERS = answers()

each_answer = pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.intent)


@each_answer
def test_an_answer_is_two_to_four_sentences_of_at_most_twenty_words(answer: Answer) -> None:
    assert 2 <= len(sentences(answer.text)) <= 4
    assert longest_sentence(answer.text) <= 20


@each_answer
def test_an_answer_is_no_harder_than_grade_eight(answer: Answer) -> None:
    assert grade(answer.text) <= 8


@each_answer
def test_the_simpler_answer_is_one_or_two_easy_sentences(answer: Answer) -> None:
    assert len(sentences(answer.simple)) <= 2
    assert longest_sentence(answer.simple) <= 20
    assert grade(answer.simple) <= 6


def test_half_of_the_answers_are_no_harder_than_grade_six() -> None:
    assert median(grade(answer.text) for answer in ANSWERS) <= 6


def test_names_numbers_and_temperatures_count_as_one_short_word() -> None:
    assert plain("Pembrolizumab, 38.0 C (100.4 F), call {care_team_phone}.") == (
        "drug, ten (ten), call ten."
    )


def test_hard_words_are_noticed() -> None:
    hard = "Immunological deterioration necessitates multidisciplinary hospitalization."
    assert grade(hard) > 8


def test_a_long_sentence_is_noticed() -> None:
    assert longest_sentence("One two three. " + "word " * 21 + "end.") == 22
