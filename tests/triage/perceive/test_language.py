"""clinical/language.yml holds together with the tables that use it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.perceive import perceive
from triage.tables import Tables

_FAMILY = re.compile(r"\{([^}]*)\}")


def _texts(tables: Tables) -> Iterator[str]:
    for symptom in tables.symptoms.values():
        yield from symptom.said_as.phrases
        yield from symptom.said_as.hints
        yield from symptom.said_as.not_when
        for pair in symptom.said_as.problem_at_place:
            yield from (*pair.problem, *pair.place)
    for question in tables.questions.values():
        for said in question.said_as.values():
            yield from said
    language = tables.language
    for section in ("idioms", "mild"):
        yield from language[section]
    for section in ("families", "speech", "say"):
        for said in language[section].values():
            yield from said


def _named(tables: Tables) -> set[str]:
    return {name for text in _texts(tables) for name in _FAMILY.findall(text)}


def test_every_family_that_a_phrase_names_exists(tables: Tables) -> None:
    assert _named(tables) - tables.language["families"].keys() == set()


def test_every_family_is_used(tables: Tables) -> None:
    # `pain` is also what a severe word is looked for next to.
    assert tables.language["families"].keys() - _named(tables) - {"pain"} == set()


def test_every_symptom_is_found_by_its_own_name(tables: Tables) -> None:
    """The words the patient reads back are words the bot understands."""
    unheard = {
        symptom.id
        for symptom in tables.symptoms.values()
        if symptom.id not in {f.symptom for f in perceive(symptom.name, tables).findings}
    }
    assert unheard == set()
