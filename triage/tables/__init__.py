"""Loads the clinical tables and refuses them with every fault they have.

Public names: load, TableError, Problem, and the values of triage.tables.types.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from triage.tables import build
from triage.tables.build import Builder
from triage.tables.crosscheck import (
    crosscheck,
    family_problems,
    fits,
    picker_problems,
    question_problems,
)
from triage.tables.marked_yaml import Marked, read
from triage.tables.problems import Problem, TableError, did_you_mean
from triage.tables.schema import check
from triage.tables.types import (
    BodyArea,
    Picker,
    ProblemAtPlace,
    Question,
    Rule,
    SaidAs,
    Source,
    Symptom,
    Tables,
    Therapy,
)

__all__ = [
    "BodyArea",
    "Picker",
    "Problem",
    "ProblemAtPlace",
    "Question",
    "Rule",
    "SaidAs",
    "Source",
    "Symptom",
    "TableError",
    "Tables",
    "Therapy",
    "default_folder",
    "did_you_mean",
    "fits",
    "load",
    "table_files",
]

_SINGLE_FILES = (
    "body_areas",
    "combinations",
    "language",
    "levels",
    "questions",
    "red_flags",
    "sources",
    "therapies",
)
_TEXTS = frozenset({"body_areas", "levels", "sources"})
"""Files of texts to show, whose braces stand for the clinic's numbers, not for families."""


def default_folder() -> Path:
    """Return where the tables are: $IMMUNO_TRIAGE_CLINICAL, or clinical/ of the checkout."""
    configured = os.environ.get("IMMUNO_TRIAGE_CLINICAL")
    return Path(configured) if configured else Path(__file__).resolve().parents[2] / "clinical"


def table_files(folder: Path) -> list[Path]:
    """Return the files that make up the tables, schemas included, in a fixed order."""
    return sorted([*folder.rglob("*.yml"), *folder.glob("schema/*.json")])


def load(folder: Path | None = None) -> Tables:
    """Load and check all tables.

    Args:
        folder: the folder that holds symptoms/, questions.yml and so on; the default folder
            where None.

    Raises:
        TableError: with every fault found, each with file, line and what is allowed.
    """
    folder = folder or default_folder()
    files = _read_all(folder)
    builder = Builder()
    symptoms: dict[str, Symptom] = {}
    for stem in sorted(name for name in files if name.startswith("symptoms/")):
        system = stem.removeprefix("symptoms/")
        for name, symptom in builder.symptoms(files[stem], system).items():
            if name in symptoms:
                text = f"the symptom `{name}` is also in symptoms/{symptoms[name].system}.yml."
                builder.problems.append(files[stem].problem((name,), text))
            symptoms[name] = symptom
    tables = Tables(
        symptoms=symptoms,
        questions=build.questions(files["questions"]),
        red_flags=builder.rules(files["red_flags"], "flag."),
        combinations=builder.rules(files["combinations"], ""),
        therapies=build.therapies(files["therapies"]),
        sources=build.sources(files["sources"]),
        levels=files["levels"].data,
        language=files["language"].data,
        picker=build.picker(files["body_areas"]),
        hash=_hash(folder),
    )
    found = builder.problems or crosscheck(tables, builder)
    problems = [
        *found,
        *picker_problems(tables, files["body_areas"]),
        *question_problems(tables, files["questions"]),
    ]
    for stem, file in files.items():
        if stem not in _TEXTS:
            problems.extend(family_problems(tables, file))
    if problems:
        raise TableError(problems)
    return tables


def _read_all(folder: Path) -> dict[str, Marked]:
    """Read every table file and check it against its schema."""
    stems = [
        *_SINGLE_FILES,
        *(f"symptoms/{path.stem}" for path in sorted(folder.glob("symptoms/*.yml"))),
    ]
    files: dict[str, Marked] = {}
    problems: list[Problem] = []
    for stem in stems:
        schema = folder / "schema" / f"{stem.split('/')[0]}.json"
        try:
            files[stem] = read(folder / f"{stem}.yml", f"{folder.name}/{stem}.yml")
        except TableError as error:
            problems.extend(error.problems)
        else:
            problems.extend(check(files[stem], schema))
    if problems:
        raise TableError(problems)
    return files


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in table_files(folder):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
