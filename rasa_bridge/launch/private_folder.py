"""`var/`: what the bot keeps between two starts, readable by its own user alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

FOLDER = "var"
SECRET_VARIABLE = "IMMUNO_TRIAGE_SECRET"  # noqa: S105 - the variable's name, not a secret
_SECRET_FILE = "session_secret"  # noqa: S105 - the file's name, not a secret
_SECRET_BYTES = 32


def make_private_folder(root: Path) -> Path:
    """Makes `var/` where it is missing; conversations are written into it."""
    folder = root / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def session_secret(root: Path) -> str:
    """The secret that signs the patients' sessions.

    The environment's, where it is set; else one that is made at the first start and
    kept, so that an open chat goes on after a restart.
    """
    given = os.environ.get(SECRET_VARIABLE)
    if given:
        return given
    path = make_private_folder(root) / _SECRET_FILE
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(_SECRET_BYTES), encoding="utf-8")
    return path.read_text(encoding="utf-8")
