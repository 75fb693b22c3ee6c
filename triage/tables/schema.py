"""Checks a table against its JSON Schema and says faults in words an author can act on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from triage.tables.marked_yaml import Marked, Where, not_text
from triage.tables.problems import Problem, did_you_mean


def check(marked: Marked, schema_file: Path) -> list[Problem]:
    """Return every way in which the file departs from its schema."""
    validator = Draft202012Validator(json.loads(schema_file.read_text(encoding="utf-8")))
    return [
        problem
        for error in validator.iter_errors(marked.data)
        for problem in _problems(marked, error)
    ]


def _problems(marked: Marked, error: ValidationError) -> Iterator[Problem]:
    where: Where = tuple(error.absolute_path)
    name = _name(where)
    rule = cast("Any", error.validator_value)
    match error.validator:
        case "additionalProperties":
            known = list(cast("dict[str, Any]", error.schema).get("properties", {}))
            for key in cast("dict[str, Any]", error.instance):
                if key not in known:
                    yield marked.problem(
                        (*where, key),
                        f"{name}`{key}` is not a key here.{did_you_mean(key, known)} "
                        f"Keys are: {', '.join(known)}.",
                    )
        case "required":
            missing = [key for key in rule if key not in cast("dict[str, Any]", error.instance)]
            yield marked.problem(where, f"{name}`{missing[0]}` is missing.")
        case "enum" | "const":
            allowed = [str(value) for value in (rule if error.validator == "enum" else [rule])]
            shown = ", ".join(f"`{value}`" for value in allowed)
            yield marked.problem(
                where,
                f"{name}`{_yaml(error.instance)}` is not allowed."
                f"{did_you_mean(str(error.instance), allowed)} Allowed: {shown}.",
            )
        case "type" if rule == "string" and where in marked.written:
            yield marked.problem(where, f"{name}{not_text(marked.written[where])}")
        case "uniqueItems":
            yield marked.problem(where, f"{name}has the same entry twice.")
        case "minLength" | "minItems" | "minProperties":
            yield marked.problem(where, f"{name}must not be empty.")
        case "maxProperties":
            count = len(cast("dict[str, Any]", error.instance))
            yield marked.problem(where, f"{name}has {count} entries; at most {rule} are allowed.")
        case "maxLength":
            length = len(cast("str", error.instance))
            yield marked.problem(
                where,
                f"{name}`{error.instance}` has {length} letters; at most {rule} are allowed.",
            )
        case "pattern":
            of_key = "propertyNames" in error.absolute_schema_path
            yield marked.problem(
                (*where, str(error.instance)) if of_key else where,
                f"{name}`{error.instance}` does not have the form {rule}.",
            )
        case _:
            yield marked.problem(where, f"{name}{error.message}.")


def _name(where: Where) -> str:
    return f"`{'.'.join(str(part) for part in where)}`: " if where else ""


def _yaml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
