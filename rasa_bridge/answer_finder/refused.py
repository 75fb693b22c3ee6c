"""Recognizes by the words alone what the guide must not answer: a dose, an outlook, a choice.

What is refused is decided by the table `refused.yml`, not by what the finder believes: a request
in words that no example has would else get an answer on whatever it names beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.answer_finder.patterns import (
    Families,
    Pattern,
    Spans,
    any_stands_in,
    expanded,
    parsed,
)
from triage.perceive.text import normalize
from triage.perceive.tokens import tokenize

TABLE = Path(__file__).with_name("refused.yml")


@dataclass(frozen=True)
class Request:
    """One way of asking for what is refused."""

    answer: str
    said: tuple[Pattern, ...]
    """One of them is enough."""
    beside: tuple[Pattern, ...]
    """One of these too, where there are any."""
    unless: tuple[Pattern, ...]
    """None of these."""

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """Every pattern it looks for."""
        return (*self.said, *self.beside, *self.unless)

    def stands_in(self, spans: Spans) -> bool:
        """Tell whether the text holds such a request."""
        return (
            any_stands_in(self.said, spans)
            and (not self.beside or any_stands_in(self.beside, spans))
            and not any_stands_in(self.unless, spans)
        )


@dataclass(frozen=True)
class Heard:
    """What the words of a message say by themselves."""

    answer: str
    """The answer that refuses what is asked for, "" where no such request was recognized."""
    of_care: bool
    """A medicine, a test or an illness is named: the message is about somebody's treatment."""


class Refused:
    """The table of requests, ready to be looked for."""

    def __init__(
        self,
        families: Mapping[str, Sequence[str]],
        requests: Sequence[Request],
        care: Iterable[str],
    ) -> None:
        """Index the words.

        Args:
            families: name -> its words and phrases.
            requests: the first that stands in a text counts.
            care: families that name a medicine, a test or an illness.
        """
        self._care = frozenset(care)
        patterns = (each for request in requests for each in request.patterns)
        named = {name for pattern in patterns for name in pattern.names}
        self._families = Families(families, named | self._care)
        self._requests = tuple(requests)

    @classmethod
    def read(cls, lexicon: Lexicon, path: Path = TABLE) -> Refused:
        """Read the table; `<name>` among the words of a family stands for all of that name."""
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        known: dict[str, Sequence[str]] = {
            **lexicon.families,
            **lexicon.outside,
            **lexicon.drugs,
        }
        for name, words in table["families"].items():
            known[name] = list(expanded(words, known))
        requests = [
            Request(
                entry["answer"],
                *(parsed(entry.get(part, ())) for part in ("said", "beside", "unless")),
            )
            for entry in table["requests"]
        ]
        return cls(known, requests, table["care"])

    @property
    def answers(self) -> frozenset[str]:
        """Every answer of the table."""
        return frozenset(request.answer for request in self._requests)

    def hear(self, text: str) -> Heard:
        """Return what is recognized in a text."""
        stems = [token.stem for token in tokenize(normalize(text)).tokens]
        spans = self._families.spans(stems)
        found = (request.answer for request in self._requests if request.stands_in(spans))
        return Heard(next(found, ""), not self._care.isdisjoint(spans))
