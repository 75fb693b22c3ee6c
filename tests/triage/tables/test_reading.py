"""Reasons and questions can be read by most people, each alone."""

from __future__ import annotations

from tests.answers.reading import grade
from triage.tables import Tables

HARDEST = 8


def test_every_reason_can_be_read_alone(tables: Tables) -> None:
    assert [rule.id for rule in tables.rules if grade(rule.why) > HARDEST] == []


def test_every_question_can_be_read_alone(tables: Tables) -> None:
    asked = tables.questions.values()
    assert [question.id for question in asked if grade(question.ask) > HARDEST] == []
