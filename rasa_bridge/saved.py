"""What was learned, as files in a directory of the model: words as JSON, numbers as arrays."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

_WORDS = "words.json"
_ARRAYS = "arrays.npz"


def save(directory: Path, words: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> None:
    """Write words and arrays into a directory."""
    (directory / _WORDS).write_text(json.dumps(words), encoding="utf-8")
    np.savez_compressed(directory / _ARRAYS, **arrays)


def load(directory: Path) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Read what `save` wrote; the arrays may hold no code."""
    words = json.loads((directory / _WORDS).read_text(encoding="utf-8"))
    with np.load(directory / _ARRAYS, allow_pickle=False) as arrays:
        return words, dict(arrays)
