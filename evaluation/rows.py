"""Reads evaluation sets (JSON Lines) and the mappings of what would be right."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


class RowError(ValueError):
    """A set cannot be read; the message names the file and the line."""


@dataclass(frozen=True)
class Row:
    """One sentence of a set and what its reader noted about it."""

    id: str
    text: str
    notes: Mapping[str, Any]
    """Every other field of the line, such as `accept`, `form`, `label`, `lay`."""


def read_rows(path: Path) -> list[Row]:
    """Read a set.

    Raises:
        RowError: a line is not a JSON object with `text`.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
            rows.append(Row(str(fields.get("id", number)), fields["text"], fields))
        except (ValueError, KeyError, AttributeError) as error:
            message = f"{path.name}, line {number}: not a JSON object with `text` ({error})."
            raise RowError(message) from error
    return rows


def expected_symptoms() -> dict[str, frozenset[str]]:
    """Return severe row id -> symptom ids that would be right."""
    return _mapping("expected_symptoms.yml")


def lay_labels() -> dict[str, frozenset[str]]:
    """Return lay-term label -> symptom ids that would be right."""
    return _mapping("lay_labels.yml")


def answer_for_question() -> dict[str, frozenset[str]]:
    """Return row id of immunotherapy_questions.jsonl -> answers that are right."""
    return _mapping("answer_for_question.yml")


def _mapping(name: str) -> dict[str, frozenset[str]]:
    read = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return {key: frozenset(symptoms) for key, symptoms in read.items()}
