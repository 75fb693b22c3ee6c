"""The project folder, and one hash over everything a trained model is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

# The lock is part of it: a model trained by another version of Rasa may not load.
MODEL_SOURCES = (
    "clinical",
    "data",
    "domain.yml",
    "config.yml",
    "triage",
    "rasa_bridge",
    "requirements.txt",
)
_COMPILED = {".pyc", ".pyo"}
_MARKS_OF_A_PROJECT = ("config.yml", "domain.yml")


class LaunchError(Exception):
    """The bot cannot be started; the message is one clear sentence for a person."""


def find_project() -> Path:
    """The current folder, when it is the project's.

    Raises:
        LaunchError: When it is not.
    """
    here = Path.cwd()
    for name in _MARKS_OF_A_PROJECT:
        if not (here / name).is_file():
            raise LaunchError(f"There is no {name} here. Run this in the project's folder.")
    return here


def sources_hash(root: Path) -> str:
    """A hash in hexadecimal over the names and contents of all `MODEL_SOURCES`.

    A file that is renamed, added, removed or edited changes it; a file that is only
    touched does not, and neither do compiled, hidden or editors' backup files.
    """
    digest = hashlib.sha256()
    for path in _source_files(root):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _source_files(root: Path) -> Iterator[Path]:
    for name in MODEL_SOURCES:
        top = root / name
        files = [top] if top.is_file() else sorted(top.rglob("*"))
        yield from (path for path in files if path.is_file() and _is_source(path, root))


def _is_source(path: Path, root: Path) -> bool:
    parts = path.relative_to(root).parts
    hidden = any(part.startswith(".") or part == "__pycache__" for part in parts)
    return not hidden and path.suffix not in _COMPILED and not path.name.endswith("~")
