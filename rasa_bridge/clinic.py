"""The clinic's own numbers, read from `clinic.yml` at every start."""

from __future__ import annotations

import difflib
import os
import re
from dataclasses import dataclass, fields
from pathlib import Path

import yaml

PATH_VARIABLE = "IMMUNO_TRIAGE_CLINIC"
_DEFAULT_PATH = Path("clinic.yml")
_PLACEHOLDER_PREFIX = "SET-"
_MINUTES = range(5, 61)
_LONGEST_VALUE = 80


class ClinicError(Exception):
    """The clinic's file cannot be used; the message says where and what to do."""


@dataclass(frozen=True)
class Clinic:
    """What the texts say in place of `{emergency_number}` and the like.

    Every value is text as it is shown to a patient. A value that still starts with
    `SET-` has not been filled in.
    """

    clinic_name: str
    emergency_number: str
    care_team_phone: str
    crisis_line: str
    callback_minutes: str

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names of the values that are not filled in yet."""
        return tuple(
            field.name
            for field in fields(self)
            if getattr(self, field.name).startswith(_PLACEHOLDER_PREFIX)
        )

    def as_text(self) -> dict[str, str]:
        """The values by the names that stand in braces in the texts."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


KEYS = tuple(field.name for field in fields(Clinic))


def clinic_path() -> Path:
    """The file in use: the one the environment names, else `clinic.yml` here."""
    return Path(os.environ.get(PATH_VARIABLE) or _DEFAULT_PATH)


def load_clinic(path: Path | None = None) -> Clinic:
    """Reads and checks the clinic's file.

    Args:
        path: The file; by default the one `clinic_path` names.

    Returns:
        The clinic, which may still hold placeholders.

    Raises:
        ClinicError: One sentence with the file, the line, the key and a way out.
    """
    path = path or clinic_path()
    values: dict[str, str] = {}
    for key_node, value_node in _entries(path):
        key = key_node.value
        place = f"{path}, line {key_node.start_mark.line + 1}"
        if key not in KEYS:
            raise ClinicError(f"{place}: `{key}` is not a setting.{_nearest(key)}")
        if key in values:
            raise ClinicError(f"{place}: `{key}` is written twice. Keep one of the two lines.")
        values[key] = _checked(key, value_node, place)
    missing = [key for key in KEYS if key not in values]
    if missing:
        raise ClinicError(
            f"{path}: `{missing[0]}` is missing. Add a line such as "
            f'{missing[0]}: "{_example(missing[0])}".'
        )
    return Clinic(**values)


def placeholder_warning(clinic: Clinic, path: Path) -> str | None:
    """What to say loudly at a start with placeholders; None when all is filled in."""
    if not clinic.placeholders:
        return None
    return (
        f"NOT READY FOR PATIENTS: {path} still has placeholders for "
        f"{', '.join(clinic.placeholders)}. People in danger would be told no real number."
    )


def _entries(path: Path) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys and values with their lines: the usual loader drops a line written twice."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise ClinicError(
            f"{path}: the clinic's numbers cannot be read "
            f"({type(error).__name__}). Set {PATH_VARIABLE} to the right file."
        ) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ClinicError(f"{path}, line {line}: not valid YAML ({error.problem}).") from error
    if not isinstance(root, yaml.MappingNode):
        raise ClinicError(f"{path}: expected lines of the form key: value.")
    entries: list[tuple[yaml.Node, yaml.Node]] = root.value
    return entries


def _checked(key: str, node: yaml.Node, place: str) -> str:
    """The value as text, or a `ClinicError` that says what is allowed."""
    example = f'{key}: "{_example(key)}"'
    if not isinstance(node, yaml.ScalarNode):
        raise ClinicError(f"{place}: `{key}` must be one text, such as {example}.")
    # YAML reads 000 as 0 and 0800 as 512 or as text, so only quoted text is safe.
    if node.tag != "tag:yaml.org,2002:str":
        raise ClinicError(f"{place}: `{key}` must be text in quotes, such as {example}.")
    value = str(node.value).strip()
    if not value:
        raise ClinicError(f"{place}: `{key}` is empty. Write it as {example}.")
    if value.startswith(_PLACEHOLDER_PREFIX):
        return value
    if len(value) > _LONGEST_VALUE or re.search(r"[{}\n]", value):
        raise ClinicError(
            f"{place}: `{key}` must be one line of at most {_LONGEST_VALUE} characters "
            f"without braces, such as {example}."
        )
    if key == "callback_minutes" and not (value.isdecimal() and int(value) in _MINUTES):
        raise ClinicError(
            f"{place}: `{key}` is `{value}`; it must be whole minutes from "
            f"{_MINUTES.start} to {_MINUTES.stop - 1}, such as {example}."
        )
    if key != "clinic_name" and not any(character.isdigit() for character in value):
        raise ClinicError(f"{place}: `{key}` is `{value}`, which holds no digit. Write {example}.")
    return value


def _example(key: str) -> str:
    return {
        "clinic_name": "Name of the clinic",
        "callback_minutes": "30",
    }.get(key, "the number to dial")


def _nearest(key: str) -> str:
    close = difflib.get_close_matches(key, KEYS, n=1)
    meant = f" Did you mean `{close[0]}`?" if close else ""
    return f"{meant} Settings are {', '.join(KEYS)}."
