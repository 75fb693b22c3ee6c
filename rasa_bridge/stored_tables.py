"""Carries the clinical tables in the model: it decides by what it was trained on."""

from __future__ import annotations

import hashlib
import os
import shutil
from functools import lru_cache
from pathlib import Path

import rasa_bridge
import triage
from triage.perceive import perceive
from triage.tables import Tables, default_folder, load, table_files

_FOLDER = "clinical"
FOLDER_VARIABLE = "IMMUNO_TRIAGE_CLINICAL"
_restored: list[Tables] = []
"""The tables of the model that was loaded last, once there is one."""


def training_folder() -> Path:
    """The tables to train with.

    The folder the environment names; else `clinical/` of the project Rasa runs in, where it
    finds its domain and data too; else the default folder.
    """
    here = Path.cwd() / _FOLDER
    if not os.environ.get(FOLDER_VARIABLE) and (here / "symptoms").is_dir():
        return here
    return default_folder()


def training_tables() -> Tables:
    """Load the tables to train with; those of one training are read once."""
    folder = training_folder()
    return _loaded(_digest(table_files(folder), folder), folder)


def store(directory: Path) -> None:
    """Copy the training tables into a component's directory of the model."""
    source = training_folder()
    for path in table_files(source):
        target = directory / _FOLDER / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def restore(directory: Path) -> Tables:
    """Load the tables from a component's directory of the model."""
    folder = directory / _FOLDER
    _restored[:] = [_loaded(_digest(table_files(folder), folder), folder)]
    return _restored[0]


def tables_in_use() -> Tables:
    """Return the tables of the model loaded last; where none was loaded, the training ones.

    Whoever reads a message beside the model reads it by the same tables, compiled once.
    """
    return _restored[0] if _restored else training_tables()


def sources_fingerprint() -> str:
    """A hash over the training tables and the sources of the engine and the bridge.

    Rasa hashes a component's own class only: without this it would take an old model out of
    its cache after a table or a module behind the component has changed.
    """
    tables = training_folder()
    digests = [_digest(table_files(tables), tables)]
    for package in (triage, rasa_bridge):
        root = Path(str(package.__file__)).parent
        digests.append(_digest(sorted(root.rglob("*.py")), root))
    return "-".join(digests)


class _Folder:
    """A folder that is no part of a cache key: equal tables are loaded once, wherever they are."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Folder)

    def __hash__(self) -> int:
        return 0


def _loaded(digest: str, folder: Path) -> Tables:
    return _load_once(digest, _Folder(folder))


@lru_cache(maxsize=2)
def _load_once(digest: str, folder: _Folder) -> Tables:
    tables = load(folder.path)
    # The index of all phrases is built at the first message; the patient need not wait for it.
    perceive("", tables)
    return tables


def _digest(files: list[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
