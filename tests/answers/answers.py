"""The answers of data/answers/, read as plain YAML: no Rasa needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data" / "answers"


@dataclass(frozen=True)
class Answer:
    """One question the bot can answer: how people ask it, and what is said."""

    intent: str
    file: str
    examples: tuple[str, ...]
    actions: tuple[str, ...]
    variations: tuple[dict[str, Any], ...]

    @property
    def said(self) -> dict[str, Any]:
        """Return the one variation of the response."""
        return self.variations[0]

    @property
    def text(self) -> str:
        """Return what the patient reads."""
        return str(self.said["text"]).strip()

    @property
    def simple(self) -> str:
        """Return what is said on "say that more simply"."""
        return str(self.said["metadata"]["simple"]).strip()

    @property
    def payloads(self) -> tuple[str, ...]:
        """Return what the buttons send."""
        return tuple(button["payload"] for button in self.said["buttons"])


def files() -> list[Path]:
    """Return the topic files."""
    return sorted(FOLDER.glob("*.yml"))


def read(path: Path) -> dict[str, Any]:
    """Return one topic file."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def examples_of(path: Path) -> dict[str, list[str]]:
    """Return the training examples of each intent in a file."""
    found = {}
    for item in read(path).get("nlu", []):
        lines = item["examples"].splitlines()
        found[item["intent"]] = [line.removeprefix("- ").strip() for line in lines if line]
    return found


def answers() -> list[Answer]:
    """Return every answer of every topic file."""
    return [answer for path in files() for answer in _of_file(path)]


def _of_file(path: Path) -> list[Answer]:
    topic = read(path)
    actions = {}
    for rule in topic["rules"]:
        first, *rest = rule["steps"]
        if rule["rule"] == f"answer {first['intent']}":
            actions[first["intent"]] = tuple(step["action"] for step in rest)
    responses = topic["responses"]
    return [
        Answer(
            intent=intent,
            file=path.name,
            examples=tuple(examples),
            actions=actions.get(intent, ()),
            variations=tuple(responses.get(f"utter_answer_{intent.removeprefix('ask_')}", ())),
        )
        for intent, examples in examples_of(path).items()
    ]
