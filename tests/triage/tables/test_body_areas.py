"""The picker's table: every symptom has its place, and a fault says where it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from triage.levels import Level
from triage.tables import TableError, default_folder, load

TABLES = load()
AREAS = TABLES.picker.areas
FILE = "body_areas.yml"
MIND = "      memory_focus: Poor memory or focus\n"


def faults(tmp_path: Path, old: str, new: str) -> list[str]:
    """Return the faults of the real table with one piece of it replaced."""
    folder = tmp_path / "clinical"
    shutil.copytree(default_folder(), folder)
    text = (folder / FILE).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / FILE).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


def line_of(piece: str) -> int:
    """Return the line of the real table on which this piece starts."""
    text = (default_folder() / FILE).read_text(encoding="utf-8")
    return text[: text.index(piece)].count("\n") + 1


def test_every_symptom_is_offered_in_one_area_or_has_a_reason_why_not() -> None:
    offered = [name for area in AREAS.values() for name in area.symptoms]
    named = [*offered, *TABLES.picker.not_offered]

    assert sorted(named) == sorted(TABLES.symptoms)


def test_what_is_an_emergency_unless_more_is_known_is_offered_or_a_neighbor_asks_about_it() -> None:
    grave = {name for name, s in TABLES.symptoms.items() if s.if_unanswered is Level.EMERGENCY}

    assert grave & TABLES.picker.not_offered.keys() <= {"droopy_eyelid", "fruity_breath"}


def test_no_list_is_longer_than_a_phone_shows() -> None:
    assert len(AREAS) <= 8
    assert all(len(area.symptoms) <= 8 for area in AREAS.values())


def test_no_two_buttons_have_one_title() -> None:
    areas = [area.label for area in AREAS.values()]
    symptoms = [title for area in AREAS.values() for title in area.symptoms.values()]

    assert len(set(areas)) == len(areas)
    assert len(set(symptoms)) == len(symptoms)


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        pytest.param(
            "      memory_focus:",
            "      memory_focs:",
            "      memory_focus:",
            "`memory_focs` is not a symptom. Did you mean `memory_focus`? "
            "Symptom names are listed in clinical/symptoms/.",
            id="no such symptom in an area",
        ),
        pytest.param(
            MIND,
            "      rash: Rash\n",
            "      rash: Rash",
            "`rash` is also in `mind`.",
            id="a symptom in two areas",
        ),
        pytest.param(
            "  hair_loss:",
            "  hair_los:",
            "  hair_loss:",
            "`hair_los` is not a symptom. Did you mean `hair_loss`? "
            "Symptom names are listed in clinical/symptoms/.",
            id="no such symptom among those not offered",
        ),
        pytest.param(
            "  hair_loss:",
            "  rash:",
            "  hair_loss:",
            "`rash` is offered in `skin`; take it out of one of the two.",
            id="offered and not offered",
        ),
        pytest.param(
            MIND,
            f"{MIND}      sleep_problem: Poor sleep\n",
            "    symptoms:\n      suicidal_thoughts",
            "`areas.mind.symptoms`: has 9 entries; at most 8 are allowed.",
            id="too many symptoms",
        ),
        pytest.param(
            "areas:\n",
            "areas:\n  more:\n    label: More\n    symptoms: {sleep_problem: Poor sleep}\n",
            "areas:\n",
            "`areas`: has 9 entries; at most 8 are allowed.",
            id="too many areas",
        ),
        pytest.param(
            "label: Belly or bowels",
            "label: Belly or bowels or anything there",
            "    label: Belly or bowels",
            "`areas.belly.label`: `Belly or bowels or anything there` has 33 letters; "
            "at most 32 are allowed.",
            id="a title too long for a button",
        ),
        pytest.param(
            "label: Belly or bowels",
            'label: ""',
            "    label: Belly or bowels",
            "`areas.belly.label`: must not be empty.",
            id="an empty title",
        ),
        pytest.param(
            "  belly:\n",
            "  Belly:\n",
            "  belly:\n",
            "`areas`: `Belly` does not have the form ^[a-z][a-z0-9_]*$.",
            id="an area's name with a capital",
        ),
        pytest.param(
            "    label: Belly or bowels\n",
            "    labl: Belly or bowels\n",
            "    label: Belly or bowels",
            "`areas.belly`: `labl` is not a key here. Did you mean `label`? "
            "Keys are: label, symptoms.",
            id="a key misspelled",
        ),
        pytest.param(
            "    label: Belly or bowels\n",
            "",
            "  belly:\n",
            "`areas.belly`: `label` is missing.",
            id="a key missing",
        ),
        pytest.param(
            "something_else: Something else",
            "something_else: no",
            "something_else: Something",
            "`something_else`: the value `no` is not read as text by YAML; "
            'write it in quotes: "no".',
            id="a title that YAML reads as no text",
        ),
        pytest.param(
            MIND,
            MIND + MIND,
            "  belly:\n",
            f"`memory_focus` is given twice; the first is in line {line_of(MIND)}.",
            id="a symptom twice in one area",
        ),
    ],
)
def test_a_fault_names_file_line_what_was_found_and_what_is_allowed(
    tmp_path: Path, old: str, new: str, at: str, message: str
) -> None:
    found = faults(tmp_path, old, new)

    assert f"clinical/{FILE}, line {line_of(at)}: {message}" in found
