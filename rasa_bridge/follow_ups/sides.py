"""The table of sides: what a question that names nothing asks about the last topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, takewhile
from pathlib import Path
from typing import Any

import yaml

from rasa_bridge.answer_finder.phrases import expanded
from rasa_bridge.follow_ups.patterns import Families, Pattern, Spans, parsed
from triage.perceive.spelling import Speller
from triage.perceive.stem import stem
from triage.perceive.text import normalize
from triage.perceive.tokens import tokenize

TABLE = Path(__file__).with_name("sides.yml")
_SAME = "same"
_JOINED = re.compile(r"\band\b|\bor\b|[,&]")
"""What joins two questions in one message."""


@dataclass(frozen=True)
class Side:
    """One thing that can be asked about a topic, such as how common it is."""

    name: str
    said: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    after: Mapping[str, str]
    """Answer given before -> answer meant."""
    of: Mapping[str, str]
    """Class of treatment talked about -> answer meant."""
    aspect: str
    """The aspect meant, of the class talked about."""
    otherwise: str
    """The answer meant after any other answer."""

    def is_all_of(self, spans: Spans, filler: frozenset[int], length: int) -> bool:
        """Tell whether a text asks for this side and names nothing else.

        Args:
            spans: where the families stand in the text.
            filler: places of words that name nothing.
            length: number of words of the text.
        """
        whole = any(
            pattern.stands_in(spans)
            and filler.union(*(_places(spans, name) for name in pattern.names))
            >= set(range(length))
            for pattern in self.said
        )
        return whole and not any(pattern.stands_in(spans) for pattern in self.unless)


class Sides:
    """The whole table."""

    def __init__(
        self,
        sides: Sequence[Side],
        families: Mapping[str, Sequence[str]],
        filler: Sequence[str],
        any_topic: Sequence[str],
        own_topic: Sequence[str],
    ) -> None:
        """Index the words.

        Args:
            sides: the first that a message asks for counts.
            families: name -> its words and phrases.
            filler: words that name nothing.
            any_topic: answers that say one side of any topic, which stays the topic.
            own_topic: the same, but answers that are a topic themselves.
        """
        self.any_topic = frozenset(any_topic)
        self.general = self.any_topic.union(own_topic)
        """Answers that say one side of any topic."""
        self._sides = {side.name: side for side in sides}
        patterns = [each for side in sides for each in (*side.said, *side.unless)]
        self._families = Families(families, {name for each in patterns for name in each.names})
        self._told_by = _told_by(sides)
        self._filler = frozenset(map(stem, filler))
        words = {word for words in families.values() for each in words for word in each.split()}
        self._speller = Speller(dict.fromkeys(sorted(words), 1), filler)

    @classmethod
    def read(cls, path: Path = TABLE) -> Sides:
        """Read the table."""
        table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        groups = table["groups"]
        sides = [
            Side(
                name=entry["side"],
                said=parsed(entry["said"]),
                unless=parsed(entry.get("unless", ())),
                after=dict(_after(entry.get("means", {}), groups)),
                of=entry.get("of", {}),
                aspect=entry.get("aspect", ""),
                otherwise=entry.get("otherwise", ""),
            )
            for entry in table["sides"]
        ]
        return cls(
            sides, table["families"], table["filler"], table["any_topic"], table["own_topic"]
        )

    def __getitem__(self, name: str) -> Side:
        """Return the side of this name."""
        return self._sides[name]

    @cached_property
    def answers(self) -> frozenset[str]:
        """Every answer the table names."""
        named: set[str] = set()
        for side in self._sides.values():
            named.update(side.after, side.after.values(), side.of.values(), [side.otherwise])
        return frozenset(named - {""})

    def asked(self, text: str, topic: Collection[str] = ()) -> tuple[str, ...]:
        """Return the names of the sides a text may ask for, none where it names anything else.

        Where it is no one question, the sides of its parts: "how is it given and where".

        Args:
            text: the question.
            topic: stems of the words that name what is talked about.
        """
        whole = self._asked(text, topic)
        parts = [part for part in _JOINED.split(text) if part.strip()]
        if whole or len(parts) < 2:
            return whole
        each = list(takewhile(bool, (self._asked(part, topic) for part in parts)))
        return tuple(chain(*each)) if len(each) == len(parts) else ()

    def is_filler(self, text: str) -> bool:
        """Tell whether a text names nothing."""
        return self._filler.issuperset(self._stems(text))

    def not_filler(self, text: str) -> tuple[str, ...]:
        """Return the stems of the words of a text that name something."""
        return tuple(word for word in self._stems(text) if word not in self._filler)

    def _asked(self, text: str, topic: Collection[str]) -> tuple[str, ...]:
        stems = self._stems(text)
        known = self._filler.union(topic)
        filler = frozenset(at for at, word in enumerate(stems) if word in known)
        spans = self._families.spans(stems)
        named = filler.union(*(_places(spans, name) for name in spans))
        if not stems or len(named) < len(stems):
            return ()
        likely = {name for family in spans for name in self._told_by.get(family, ())}
        sides = (side for name, side in self._sides.items() if name in likely)
        return tuple(side.name for side in sides if side.is_all_of(spans, filler, len(stems)))

    def _stems(self, text: str) -> list[str]:
        tokens = tokenize(normalize(text)).tokens
        return [stem(word) for each in tokens for word in self._speller.correct(each.word)]


def _told_by(sides: Iterable[Side]) -> dict[str, set[str]]:
    """Return family -> the sides that may be asked for where it stands in a text.

    A pattern is looked for by the family that the fewest patterns have.
    """
    patterns = [(pattern, side) for side in sides for pattern in side.said]
    common = Counter(name for pattern, _ in patterns for name in pattern.needed)
    told: dict[str, set[str]] = {}
    for pattern, side in patterns:
        rarest = min(sorted(pattern.needed), key=common.__getitem__)
        told.setdefault(rarest, set()).add(side.name)
    return told


def _places(spans: Spans, name: str) -> set[int]:
    return {place for start, end in spans[name] for place in range(start, end)}


def _after(
    means: Mapping[str, Sequence[str]], groups: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """Yield the answers given before, each with the answer meant after it; one alone wins."""
    for whole in (True, False):
        for meant, entries in means.items():
            for entry in entries:
                if entry.startswith("<") == whole:
                    for before in expanded([entry], groups):
                        yield before, before if meant == _SAME else meant
