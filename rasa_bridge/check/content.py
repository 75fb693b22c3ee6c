"""Everything in data/ and domain.yml, with the line each piece stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from triage.tables import Problem, TableError, did_you_mean
from triage.tables.marked_yaml import Marked, Where, read

DOMAIN = "domain.yml"
_DATA_KEYS = ("version", "nlu", "rules", "stories", "responses")
_DOMAIN_KEYS = ("version", "session_config", "actions", "slots", "responses", "intents", "entities")
_ENTRY_KEYS = {
    "nlu": ("intent", "examples"),
    "rules": ("rule", "steps"),
    "stories": ("story", "steps"),
}


@dataclass(frozen=True)
class Place:
    """Where something stands."""

    marked: Marked
    where: Where
    down: int = 0
    """Lines below: an example stands inside a block of text."""

    def problem(self, text: str) -> Problem:
        """Return a problem that names this place."""
        return Problem(self.marked.file, self.marked.line(self.where) + self.down, text)


@dataclass(frozen=True)
class Example:
    """One training sentence of an intent."""

    intent: str
    text: str
    place: Place


@dataclass(frozen=True)
class Steps:
    """One rule or story: the intents and actions of its steps."""

    name: str
    is_rule: bool
    intents: tuple[str, ...]
    actions: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Variation:
    """One variation of a response."""

    response: str
    fields: dict[str, Any]
    place: Place


@dataclass
class Content:
    """All training data and texts."""

    intents: dict[str, Place] = field(default_factory=dict)
    examples: list[Example] = field(default_factory=list)
    paths: list[Steps] = field(default_factory=list)
    variations: list[Variation] = field(default_factory=list)
    slots: set[str] = field(default_factory=set)
    actions: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def responses(self) -> set[str]:
        """The names of all responses."""
        return {variation.response for variation in self.variations}


def read_content(root: Path) -> Content:
    """Read the whole project; what cannot be read is among the problems."""
    content = Content()
    for path in [root / DOMAIN, *sorted((root / "data").rglob("*.yml"))]:
        try:
            marked = read(path, path.relative_to(root).as_posix())
        except TableError as error:
            content.problems.extend(error.problems)
            continue
        content.problems.extend(_key_problems(marked, path.name == DOMAIN))
        _collect(marked, content)
    return content


def _key_problems(marked: Marked, domain: bool) -> Iterator[Problem]:
    allowed = _DOMAIN_KEYS if domain else _DATA_KEYS
    if not isinstance(marked.data, dict):
        yield marked.problem((), f"expected keys such as {', '.join(allowed)}.")
        return
    for key in marked.data:
        yield from _unknown(marked, (key,), key, allowed)
    for section, keys in _ENTRY_KEYS.items():
        for position, entry in enumerate(_entries(marked, section)):
            for key in entry:
                yield from _unknown(marked, (section, position, key), key, keys)


def _unknown(marked: Marked, where: Where, key: str, allowed: tuple[str, ...]) -> Iterator[Problem]:
    if key not in allowed:
        text = f"`{key}` is not a key here; Rasa would ignore it."
        yield marked.problem(
            where, f"{text}{did_you_mean(key, allowed)} Keys are: {', '.join(allowed)}."
        )


def _entries(marked: Marked, section: str) -> list[dict[str, Any]]:
    found = marked.data.get(section) if isinstance(marked.data, dict) else None
    return [entry for entry in found or [] if isinstance(entry, dict)]


def _collect(marked: Marked, content: Content) -> None:
    for position, entry in enumerate(_entries(marked, "nlu")):
        intent = str(entry.get("intent", ""))
        content.intents[intent] = Place(marked, ("nlu", position, "intent"))
        content.examples.extend(_examples(marked, ("nlu", position, "examples"), intent, entry))
    for section in ("rules", "stories"):
        for position, entry in enumerate(_entries(marked, section)):
            place = Place(marked, (section, position))
            steps = [step for step in entry.get("steps") or [] if isinstance(step, dict)]
            content.paths.append(
                Steps(
                    str(entry.get("rule") or entry.get("story") or ""),
                    section == "rules",
                    tuple(str(step["intent"]) for step in steps if "intent" in step),
                    tuple(str(step["action"]) for step in steps if "action" in step),
                    place,
                )
            )
    if isinstance(marked.data, dict):
        for name, variations in (marked.data.get("responses") or {}).items():
            for position, fields in enumerate(variations or [{}]):
                place = Place(marked, ("responses", name, position))
                content.variations.append(Variation(name, fields, place))
        content.slots.update(marked.data.get("slots") or {})
        content.actions.update(marked.data.get("actions") or [])


def _examples(
    marked: Marked, where: Where, intent: str, entry: dict[str, Any]
) -> Iterator[Example]:
    for down, line in enumerate(str(entry.get("examples", "")).splitlines(), start=1):
        text = line.strip().removeprefix("-").strip()
        if text:
            yield Example(intent, text, Place(marked, where, down))
