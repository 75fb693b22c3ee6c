"""The names in braces in the texts of a response; slots fill them in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_PLACEHOLDER = re.compile(r"{([^{}\n]*)}")


def placeholders(variations: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the names in the texts of a response's variations, each as often as it stands there."""
    for variation in variations:
        yield from _PLACEHOLDER.findall(str(variation.get("text") or ""))
