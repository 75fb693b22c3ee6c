"""A medicine given as it should be is told apart from one that belongs to somebody else."""

from __future__ import annotations

import pytest

from triage.perceive import perceive
from triage.tables import Tables

from .helpers import assert_told_apart, counting

MISTAKE = "medicine_mistake"


@pytest.mark.parametrize(
    ("given", "somebody_elses"),
    [
        ("the doctor gave my wife steroids", "I gave my wife my steroids"),
        ("we have given mum the antibiotics", "we have given her mum's antibiotics"),
        ("gave my husband paracetamol at six", "took my husband's tablets at six"),
        ("my son had his tablets", "my son had his grandad's tablets"),
        ("my toddler had her medicine this morning", "my toddler had her nan's medicine"),
        ("I gave my son his tablets", "I gave my son his dad's tablets"),
        ("someone else gave me the tablets", "I took someone else's tablets"),
    ],
)
def test_it_counts_where_it_is_somebody_elses(
    given: str, somebody_elses: str, tables: Tables
) -> None:
    assert_told_apart(given, somebody_elses, MISTAKE, tables)


@pytest.mark.parametrize("owner", ["mum's", "mums", "wife's", "wifes", "dog's", "grandpas"])
def test_an_apostrophe_may_be_left_out(owner: str, tables: Tables) -> None:
    assert MISTAKE in counting(perceive(f"I took my {owner} tablets", tables))


@pytest.mark.parametrize("text", ["mums lips are swollen", "grandads poo is black"])
def test_who_writes_of_a_relatives_body_speaks_for_them(text: str, tables: Tables) -> None:
    assert perceive(text, tables).about == "carer"
