"""What the tables say that patients say is understood as that.

A phrase can be dead without anybody noticing: hidden by a `not_when` that comes down to the same
word stem ("chili" hid "chills"), or taken for part of another symptom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

import pytest

from triage.perceive import perceive
from triage.tables import Symptom, load

TABLES = load()
FAMILIES = TABLES.language["families"]
_FAMILY = re.compile(r"\{(\w+)\}")
_WORDINGS = 8
"""Of so many ways to write a phrase with families, at least one has to be understood."""


def wordings(phrase: str) -> Iterator[str]:
    """Yield ways to write a phrase: its families spelled out, the sign for exact words gone."""
    names = _FAMILY.findall(phrase)
    if not names:
        yield phrase.replace("=", "")
        return
    for members in product(*(FAMILIES[name] for name in names)):
        written = phrase
        for name, member in zip(names, members, strict=True):
            written = written.replace(f"{{{name}}}", member, 1)
        yield from wordings(written)


@pytest.mark.parametrize("symptom", TABLES.symptoms.values(), ids=lambda symptom: symptom.id)
def test_every_phrase_is_understood(symptom: Symptom) -> None:
    dead = [
        phrase
        for phrase in (*symptom.said_as.phrases, *symptom.said_as.hints)
        if not any(
            symptom.id in {finding.symptom for finding in perceive(text, TABLES).findings}
            for text in islice(wordings(phrase), _WORDINGS)
        )
    ]
    assert not dead
