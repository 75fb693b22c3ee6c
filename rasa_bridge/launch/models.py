"""Model files: which one belongs to the sources, and which old ones may go."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rasa_bridge.launch.project import sources_hash

FOLDER = "models"
_PREFIX = "immuno-triage-"
_SUFFIX = ".tar.gz"
_KEPT = 3


def model_path(root: Path) -> Path:
    """Where the model of the present sources is, or will be once it is accepted.

    The hash of the sources is in the name, so a file that exists is up to date.
    """
    return root / FOLDER / f"{_PREFIX}{sources_hash(root)[:12]}{_SUFFIX}"


def prune(root: Path, keep: Path) -> None:
    """Removes all but the newest models; `keep` always stays."""
    found = (root / FOLDER).glob(f"{_PREFIX}*{_SUFFIX}")
    others = sorted((path for path in found if path != keep), key=lambda path: path.stat().st_mtime)
    for path in others[: -(_KEPT - 1)]:
        path.unlink()


@contextmanager
def training_lock(root: Path) -> Iterator[None]:
    """Holds back a second training in the same folder until the first is done."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
