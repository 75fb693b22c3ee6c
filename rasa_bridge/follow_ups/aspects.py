"""The table of aspects: which answer is about which side of which treatment."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from triage.perceive.stem import stem

TABLE = Path(__file__).with_name("aspects.yml")
WHAT = "what"
"""The aspect of what a treatment is."""
NAMES = "names"
"""The aspect of what the drugs are called."""


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
    """Stem of what is named -> answer meant."""
    beside: frozenset[str]
    """Stems that name nothing beside it, such as "shot" where vaccines are talked of."""

    def named(self, stems: Collection[str]) -> str:
        """Return the answer on the thing named; "" for none, or where anything else is named."""
        found = [self.words[each] for each in stems if each in self.words]
        return found[0] if found and self.beside.union(self.words).issuperset(stems) else ""


@dataclass(frozen=True)
class Aspects:
    """The whole table."""

    aspects: Mapping[str, Aspect]
    alone: Mapping[str, str]
    """Names of a class of two drugs together that alone stand for one -> its class."""
    also_called: Mapping[str, tuple[str, ...]]
    """Class -> names that stand for it only after a topic: "how is it different from PD-1"."""
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
        kinds = tuple(
            Kinds(
                frozenset(each["after"]),
                {stem(word): answer for word, answer in each["words"].items()},
                frozenset(map(stem, each.get("beside", ()))),
            )
            for each in table["kinds"]
        )
        lists = {answer: tuple(things) for answer, things in table["lists"].items()}
        also = {name: tuple(names) for name, names in table["also_called"].items()}
        return cls(aspects, table["alone"], also, lists, kinds)

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
        found = (kinds.named(named) for kinds in self.kinds if before in kinds.after)
        return next(filter(None, found), "")

    def names_of(self, answers: Collection[str]) -> frozenset[str]:
        """Return the stems by which the answers are named among others of their kind."""
        return frozenset(
            word for kinds in self.kinds for word, each in kinds.words.items() if each in answers
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
