"""Slips of medical words are read; English words, names and places are left alone."""

from __future__ import annotations

import pytest

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.perceive.vocabulary import vocabulary_of
from triage.tables.types import Tables


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("brething", "breathing"),
        ("diarhea", "diarrhea"),
        ("palpatations", "palpitations"),
        ("brest", "breast"),
        ("herat", "heart"),
        ("puls", "pulse"),
        ("stummac", "stomach"),
        ("irregularly", "irregular"),
    ],
)
def test_a_slip_of_a_medical_word_is_read(tables: Tables, written: str, meant: str) -> None:
    assert vocabulary_of(tables).speller.correct(written) == (meant,)


@pytest.mark.parametrize(
    "word",
    ["panto", "flirted", "frowning", "howling", "booed", "banister", "scold", "rasher", "lunched",
     "scowling", "purring", "texting", "knitters", "ploughed", "weeded", "stirrups", "blimey",
     "flavored", "theater", "centers"],
)  # fmt: skip
def test_a_real_word_is_no_slip(tables: Tables, word: str) -> None:
    assert vocabulary_of(tables).speller.correct(word) == (word,)


@pytest.mark.parametrize("name", ["rashid", "coughlin", "sorensen", "pantene", "itchen", "edie"])
def test_a_capital_amid_a_sentence_may_be_a_name(tables: Tables, name: str) -> None:
    assert vocabulary_of(tables).speller.correct(name, named=True) == (name,)


def test_names_in_a_message_report_nothing(tables: Tables) -> None:
    assert not counting(perceive("we met Rashid and Mrs Sorensen at the panto in Itchen", tables))


def test_a_capital_does_not_hide_a_slip(tables: Tables) -> None:
    assert "diarrhoea" in counting(perceive("Since Monday bad Diarhea", tables))


def test_a_sentence_in_spanish_is_no_denial(tables: Tables) -> None:
    assert perceive("no hablo ingles", tables).findings == ()
