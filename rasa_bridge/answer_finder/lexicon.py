"""Words that mean the same: names of drugs, and families of words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from rasa_bridge.answer_finder.phrases import expanded
from triage.tables import Tables

WORDS_FILE = Path(__file__).with_name("words.yml")
ASKING_FILE = Path(__file__).with_name("asking.yml")
_NO_CLASS = "unknown"
"""The therapy of people who do not know theirs: its words name no drug."""


@dataclass(frozen=True)
class Lexicon:
    """The drugs and the families of words.yml, with the names of the clinical tables."""

    drugs: Mapping[str, Sequence[str]]
    """Class of treatment -> names."""
    families: Mapping[str, Sequence[str]]
    """Meaning -> words and phrases."""
    outside: Mapping[str, Sequence[str]]
    """The same, of what the bot has no answer to."""
    asking: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The same, of who asks for something, how and about what."""
    care: Sequence[str] = ()
    """Families of `asking` that name a medicine, a test or an illness."""

    @classmethod
    def of(cls, tables: Tables) -> Lexicon:
        """Read the two files and add the names of the tables; a name keeps one class only."""
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
        known: dict[str, Sequence[str]] = {**families, **outside, **drugs}
        table = yaml.safe_load(ASKING_FILE.read_text(encoding="utf-8"))
        asking: dict[str, Sequence[str]] = {}
        for name, words in table["families"].items():
            asking[name] = list(expanded(words, {**known, **asking}))
        return cls(drugs, families, outside, asking, table["care"])

    @classmethod
    def from_json(cls, read: Mapping[str, Any]) -> Lexicon:
        """Return the lexicon of what `as_json` gave; other keys are passed over."""
        return cls(read["drugs"], read["families"], read["outside"], read["asking"], read["care"])

    def as_json(self) -> dict[str, Any]:
        """Return it as plain lists."""
        return {
            "drugs": dict(self.drugs),
            "families": dict(self.families),
            "outside": dict(self.outside),
            "asking": dict(self.asking),
            "care": list(self.care),
        }


def lexicon_fingerprint() -> str:
    """Return a hash of the two files."""
    read = WORDS_FILE.read_bytes() + ASKING_FILE.read_bytes()
    return hashlib.sha256(read).hexdigest()[:16]
