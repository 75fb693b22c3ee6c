"""Words that mean the same: names of drugs, and families of words, found in a list of stems."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from triage.perceive.text import normalize
from triage.perceive.tokens import tokenize
from triage.tables import Tables

WORDS_FILE = Path(__file__).with_name("words.yml")
_NO_CLASS = "unknown"
"""The therapy of people who do not know theirs: its words name no drug."""
Stems = tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A phrase found at `start` (index of its first word) up to before `end`."""

    name: str
    start: int
    end: int


class Phrases:
    """Phrases of one or more words, each with the name of what it means."""

    def __init__(self, named: Mapping[str, Iterable[str]]) -> None:
        """Index them by their first stem.

        Args:
            named: name -> its phrases. Of a phrase in two names, the later counts too.
        """
        self._by_first: dict[str, list[tuple[Stems, str]]] = {}
        self.words: set[str] = set()
        for name, phrases in named.items():
            for phrase in phrases:
                tokens = tokenize(normalize(phrase)).tokens
                stems = tuple(token.stem for token in tokens)
                self.words.update(token.word for token in tokens)
                if stems:
                    self._by_first.setdefault(stems[0], []).append((stems, name))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def find_all(self, stems: Sequence[str]) -> list[Match]:
        """Return every phrase in the words, overlapping ones too."""
        return [
            Match(name, start, start + len(phrase))
            for start, first in enumerate(stems)
            for phrase, name in self._by_first.get(first, ())
            if tuple(stems[start : start + len(phrase)]) == phrase
        ]

    def find_longest(self, stems: Sequence[str]) -> list[Match]:
        """Return the phrases from left to right, the longest at each place, none overlapping."""
        found: list[Match] = []
        for match in self.find_all(stems):
            if not found or match.start >= found[-1].end:
                found.append(match)
        return found


@dataclass(frozen=True)
class Lexicon:
    """The drugs and the families of words.yml, with the names of the clinical tables."""

    drugs: Mapping[str, Sequence[str]]
    """Class of treatment -> names."""
    families: Mapping[str, Sequence[str]]
    """Meaning -> words and phrases."""
    outside: Mapping[str, Sequence[str]]
    """The same, of what the bot has no answer to."""

    @classmethod
    def of(cls, tables: Tables) -> Lexicon:
        """Read words.yml and add the names of the tables; a name keeps one class only."""
        read = yaml.safe_load(WORDS_FILE.read_text(encoding="utf-8"))
        drugs = {name: [str(word) for word in words] for name, words in read["drugs"].items()}
        taken = {word for words in drugs.values() for word in words}
        for therapy in tables.therapies.values():
            if therapy.id != _NO_CLASS:
                said = [word for word in therapy.said_as if word not in taken]
                drugs.setdefault(therapy.id, []).extend(said)
        families, outside = (
            {name: [str(word) for word in words] for name, words in read[section].items()}
            for section in ("families", "outside")
        )
        return cls(drugs, families, outside)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain lists."""
        return {
            "drugs": dict(self.drugs),
            "families": dict(self.families),
            "outside": dict(self.outside),
        }


def lexicon_fingerprint() -> str:
    """Return a hash of words.yml."""
    return hashlib.sha256(WORDS_FILE.read_bytes()).hexdigest()[:16]
