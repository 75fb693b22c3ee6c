"""What is wrong with a clinical table, said so that its author can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file."""

    file: str
    """Path of the file, seen from the project's top folder where it lies below it."""
    line: int
    """Line number, counted from 1."""
    text: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.text}"


class TableError(Exception):
    """The clinical tables cannot be used; `problems` holds every fault found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `` Did you mean `x`?`` for the nearest known name, or nothing."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" Did you mean `{near[0]}`?" if near else ""
