"""The table of aspects: which answer is about which side of which treatment."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

TABLE = Path(__file__).with_name("aspects.yml")
WHAT = "what"
"""The aspect of what a treatment is."""


@dataclass(frozen=True)
class Aspect:
    """One side of a treatment, such as its side effects."""

    general: tuple[str, ...]
    """Answers that name no class."""
    of: Mapping[str, str]
    """Class of treatment -> its answer."""

    def answer(self, treatment: str) -> str:
        """Return the answer for a class, the general one where it has none, or ""."""
        return self.of.get(treatment) or next(iter(self.general), "")


@dataclass(frozen=True)
class Kinds:
    """Things that some answers are about, each with the answer on it."""

    after: frozenset[str]
    """Answers given before."""
    words: Mapping[str, str]
    """What is named -> answer meant."""


@dataclass(frozen=True)
class Aspects:
    """The whole table."""

    aspects: Mapping[str, Aspect]
    alone: Mapping[str, str]
    """Names of a class of two drugs together that alone stand for one -> its class."""
    lists: Mapping[str, tuple[str, ...]]
    """Answer that lists things -> the answers on them, in their order."""
    kinds: tuple[Kinds, ...] = ()

    @classmethod
    def read(cls, path: Path = TABLE) -> Aspects:
        """Read the table."""
        table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        aspects = {
            name: Aspect(tuple(entry["general"]), entry["of"])
            for name, entry in table["aspects"].items()
        }
        kinds = tuple(Kinds(frozenset(each["after"]), each["words"]) for each in table["kinds"])
        lists = {answer: tuple(things) for answer, things in table["lists"].items()}
        return cls(aspects, table["alone"], lists, kinds)

    def aspect_of(self, answer: str) -> str:
        """Return the name of the aspect an answer is about, "" where it is about none."""
        for name, aspect in self.aspects.items():
            if answer in aspect.general or answer in aspect.of.values():
                return name
        return ""

    def treatment_of(self, answer: str) -> str:
        """Return the class an answer is about, "" where it is about none."""
        for aspect in self.aspects.values():
            for treatment, own in aspect.of.items():
                if own == answer:
                    return treatment
        return ""

    def general_aspect(self, answer: str) -> str:
        """Return the aspect an answer covers for every class, "" where there is none."""
        for name, aspect in self.aspects.items():
            if answer in aspect.general:
                return name
        return ""

    def of_kind(self, named: Collection[str], before: str) -> str:
        """Return the answer on the thing named, "" where the answer before was about no such."""
        return next(
            (
                kinds.words[word]
                for kinds in self.kinds
                if before in kinds.after
                for word in named
                if word in kinds.words
            ),
            "",
        )

    def of_class(self, aspect: str, treatment: str, before: str) -> str:
        """Return the answer on one aspect of a class.

        Args:
            aspect: name of the aspect, "" for what the treatment is.
            treatment: class of the treatment.
            before: the answer given before; it is not given twice in a row.
        """
        found = self.aspects[aspect].answer(treatment) if aspect else ""
        if found and (found != before or treatment in self.aspects[aspect].of):
            return found
        return self.aspects[WHAT].of.get(treatment, "")

    @property
    def treatments(self) -> frozenset[str]:
        """Return the classes that have an answer."""
        return frozenset(self.aspects[WHAT].of)
