"""Content checks: what Rasa trains on without a word although it cannot work.

Rasa ignores a misspelt top key, an intent without a rule and a button that leads nowhere; the
patient meets silence. `python -m rasa_bridge check` names file and line.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rasa_bridge.check.answers import answer_problems
from rasa_bridge.check.content import Content, read_content
from rasa_bridge.check.dialogue import dialogue_problems
from rasa_bridge.check.texts import text_problems
from triage.tables import Problem, TableError, Tables, load

__all__ = ["check", "main"]


def check(root: Path, tables: Tables) -> list[Problem]:
    """Return every fault of data/ and domain.yml, in the order of files and lines."""
    content: Content = read_content(root)
    found = [
        *content.problems,
        *dialogue_problems(content),
        *text_problems(content, tables),
        *answer_problems(content, tables),
    ]
    return sorted(set(found))


def main(root: Path) -> int:
    """Check the project in this folder; return the exit code."""
    try:
        problems = check(root, load(root / "clinical"))
    except TableError as error:
        problems = list(error.problems)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if not problems:
        sys.stdout.write("The training data and the texts hang together.\n")
    return 1 if problems else 0
