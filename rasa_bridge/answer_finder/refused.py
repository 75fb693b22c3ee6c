"""Recognizes by the words alone what the guide must not answer: a dose, an outlook, a choice.

What is refused is decided by the table `refused.yml`, not by what the finder believes: a request
in words that no example has would else get an answer on whatever it names beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from rasa_bridge.answer_finder.lexicon import Lexicon, Phrases
from triage.perceive.text import normalize
from triage.perceive.tokens import tokenize

TABLE = Path(__file__).with_name("refused.yml")
_NUMBER = "number"
_BARE = "'"
"""Stands before a word of a pattern that is no family."""
_PIECE = re.compile(r"<(\w+)>|(\.{2,3})|([\w'-]+)")
_GAPS = {"..": 3, "...": 7}
"""Words that may stand between two pieces of a pattern; none where they stand side by side."""
Spans = Mapping[str, Sequence[tuple[int, int]]]
"""Name of a family -> where it was found."""


@dataclass(frozen=True)
class Pattern:
    """Families in their order, and how many words may stand before each."""

    names: tuple[str, ...]
    gaps: tuple[int, ...]
    needed: frozenset[str]

    @classmethod
    def parse(cls, text: str) -> Pattern:
        """Read `<family> .. <family>`; a bare word stands for itself."""
        names: list[str] = []
        gaps: list[int] = []
        gap = 0
        for family, dots, word in _PIECE.findall(text):
            if dots:
                gap = _GAPS[dots]
                continue
            names.append(family or _BARE + word)
            gaps.append(gap)
            gap = 0
        return cls(tuple(names), tuple(gaps), frozenset(names))

    def stands_in(self, spans: Spans) -> bool:
        """Tell whether the families stand in the text in this order."""
        if not self.needed <= spans.keys():
            return False
        ends = {end for _, end in spans[self.names[0]]}
        for name, gap in zip(self.names[1:], self.gaps[1:], strict=True):
            ends = {
                end
                for start, end in spans[name]
                if any(before <= start <= before + gap for before in ends)
            }
        return bool(ends)


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
            _any(self.said, spans)
            and (not self.beside or _any(self.beside, spans))
            and not _any(self.unless, spans)
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
        used = {name for pattern in patterns for name in pattern.names} - {_NUMBER} | self._care
        named_by: dict[str, list[str]] = {}
        for name in sorted(used):
            for phrase in [name[1:]] if name.startswith(_BARE) else families[name]:
                named_by.setdefault(phrase, []).append(name)
        # A phrase of many families is looked for once.
        self._families = list(named_by.values())
        self._phrases = Phrases({str(place): [phrase] for place, phrase in enumerate(named_by)})
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
            known[name] = list(_expanded(words, known))
        requests = [
            Request(
                entry["answer"],
                *(_patterns(entry.get(part, ())) for part in ("said", "beside", "unless")),
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
        spans: dict[str, list[tuple[int, int]]] = {}
        for match in self._phrases.find_all(stems):
            for name in self._families[int(match.name)]:
                spans.setdefault(name, []).append((match.start, match.end))
        if numbers := [(at, at + 1) for at, word in enumerate(stems) if word[0].isdigit()]:
            spans[_NUMBER] = numbers
        found = (request.answer for request in self._requests if request.stands_in(spans))
        return Heard(next(found, ""), not self._care.isdisjoint(spans))


def _any(patterns: Iterable[Pattern], spans: Spans) -> bool:
    return any(pattern.stands_in(spans) for pattern in patterns)


def _patterns(texts: Iterable[str]) -> tuple[Pattern, ...]:
    return tuple(Pattern.parse(text) for text in texts)


def _expanded(words: Iterable[object], known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for word in map(str, words):
        if word.startswith("<"):
            yield from known[word.strip("<>")]
        else:
            yield word
