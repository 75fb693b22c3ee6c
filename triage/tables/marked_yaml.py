"""Reads YAML strictly: every value knows its line, a duplicate key is an error.

PyYAML by itself keeps the last of two equal keys without a word and reads `no`, `on` and
`8:30` as False, True and 510. Here the written text is kept beside the value, so that a
check further on can show the author both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from triage.tables.problems import Problem, TableError

Where = tuple[str | int, ...]
"""The keys and positions that lead to a value, from the top of the file."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML, read by libyaml where it is there; a date stays the text it is written as."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Marked:
    """A YAML file's data with the line and the written text of every value."""

    file: str
    data: Any
    lines: dict[Where, int]
    written: dict[Where, str]

    def line(self, where: Where) -> int:
        """Return the line of this value, or of the nearest thing around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def problem(self, where: Where, text: str) -> Problem:
        """Return a problem that names this value's file and line."""
        return Problem(self.file, self.line(where), text)


def read(path: Path, shown_as: str) -> Marked:
    """Read one YAML file.

    Args:
        path: the file.
        shown_as: how error messages name it.

    Raises:
        TableError: not readable, not UTF-8, not YAML, an alias, or a key given twice.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except OSError as error:
        raise TableError([Problem(shown_as, 1, f"cannot be read: {error.strerror}.")]) from error
    except UnicodeDecodeError as error:
        raise TableError([Problem(shown_as, 1, "is not UTF-8 text.")]) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise TableError([Problem(shown_as, line, f"is not YAML: {error.problem}.")]) from error
    if node is None:
        raise TableError([Problem(shown_as, 1, "the file is empty.")])
    lines: dict[Where, int] = {}
    written: dict[Where, str] = {}
    problems = []
    for found, text in _faults(node, (), lines, written):
        problems.append(Problem(shown_as, found, text))
    if problems:
        raise TableError(problems)
    return Marked(shown_as, _construct(node), lines, written)


def _faults(
    node: yaml.Node, where: Where, lines: dict[Where, int], written: dict[Where, str]
) -> Iterator[tuple[int, str]]:
    """Note lines and written text below `node`; yield duplicate and unreadable keys."""
    lines[where] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        written[where] = node.value
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            yield from _faults(item, (*where, position), lines, written)
    elif isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if key_node.tag != "tag:yaml.org,2002:str":
                yield line, _not_text(key_node.value, "key")
                continue
            key = key_node.value
            if key in seen:
                yield line, f"`{key}` is given twice; the first is in line {seen[key]}."
            seen[key] = line
            below = (*where, key)
            yield from _faults(value_node, below, lines, written)
            lines[below] = line


def _construct(node: yaml.Node) -> Any:
    """Build the data of a node, as yaml.safe_load would."""
    loader = _Loader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _not_text(written: str, what: str) -> str:
    return f'the {what} `{written}` is not read as text by YAML; write it in quotes: "{written}".'


def not_text(written: str) -> str:
    """Return the sentence for a value that YAML did not read as text."""
    return _not_text(written, "value")
