"""What a question is compared by: words, meanings, drugs by their class, and letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Any

from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.answer_finder.phrases import Phrases
from triage.perceive.spelling import Speller, common_words, weigh
from triage.perceive.stem import stem
from triage.perceive.text import normalize
from triage.perceive.tokens import tokenize

ODD = "<odd>"
"""Stands for a word that is neither English nor of our topics: another drug or illness."""
_FOREIGN = "other_drug"
_ILLNESS = "illness"
_LETTERS = (3, 4)
"""Lengths of the runs of letters compared, within a word."""
_EDGE = "_"
_FIGURE = "figure"
_MEASURED = frozenset({"lab_value", "blood_count"})
"""Families beside which a number is the figure of a test."""
_MOST_NEW = 4
Words = list[str]


@dataclass(frozen=True)
class Reading:
    """What was read from one text."""

    plain: tuple[str, ...]
    """Stems, with drugs replaced by their class and odd words by `ODD`."""
    letters: tuple[str, ...]
    """Words whose letters are compared."""
    meant: tuple[str, ...]
    """Families found."""
    classes: tuple[str, ...]
    """Classes of drugs found."""
    asking: tuple[str, ...]
    """Families of all kinds found: who asks, in what way, and about what."""
    of_care: bool
    """A medicine, a test or an illness is named: it is about somebody's treatment."""
    new: int
    """Words that no answered example has."""

    def word_features(self) -> list[str]:
        """Return the features made of words, as often as they are."""
        counted = (f"#{number}" for number in range(1, min(self.new, _MOST_NEW) + 1))
        named = [*self.classes, *((ODD,) if ODD in self.plain else ())]
        return [*_neighbors(self.plain), *_meanings(self.meant, named), *counted]

    def letter_features(self) -> list[str]:
        """Return the runs of letters, as often as they are."""
        return list(_runs(self.letters))

    def about_something_else(self) -> Reading:
        """Return the reading of the same question about a drug that nobody knows."""
        plain = tuple(ODD if word.startswith("<") else word for word in self.plain)
        return replace(self, plain=plain, classes=())


class Reader:
    """Reads a text: slips corrected, drugs and word families found."""

    def __init__(
        self, lexicon: Lexicon, vocabulary: dict[str, int], familiar: dict[str, int]
    ) -> None:
        """Compile the phrases.

        Args:
            lexicon: drugs and families.
            vocabulary: words of the training examples -> how often; slips are corrected to them.
            familiar: stems of the examples that have an answer -> in how many.
        """
        self.lexicon = lexicon
        self._vocabulary, self._familiar = vocabulary, familiar
        self._drugs = Phrases(lexicon.drugs)
        self._families = Phrases(lexicon.families)
        self._outside = Phrases(lexicon.outside)
        self._asking = Phrases(lexicon.asking)
        self._care = frozenset(lexicon.care)
        self._common = common_words()
        words = self._drugs.words | self._families.words | self._outside.words
        self._speller = Speller({**dict.fromkeys(sorted(words), 1), **vocabulary})

    def knowing(self, familiar: dict[str, int]) -> Reader:
        """Return the same reader with these words familiar."""
        reader = copy(self)
        reader._familiar = familiar
        return reader

    def as_json(self) -> dict[str, Any]:
        """Return what it is made of."""
        return {
            **self.lexicon.as_json(),
            "vocabulary": self._vocabulary,
            "familiar": self._familiar,
        }

    @classmethod
    def from_json(cls, read: dict[str, Any]) -> Reader:
        """Return the reader of what `as_json` gave."""
        lexicon = Lexicon.from_json(read)
        return cls(lexicon, read["vocabulary"], read["familiar"])

    def words(self, text: str) -> Words:
        """Return the words, with slips corrected to words of the examples."""
        return [
            word
            for token in tokenize(normalize(text)).tokens
            for word in self._speller.correct(token.word)
        ]

    def read(self, text: str) -> Reading:
        """Read a text."""
        return self.read_words(self.words(text))

    def read_words(self, words: Words, *, own: int = 0) -> Reading:
        """Read the words of a text.

        Args:
            words: what `words` gave.
            own: 1 for a text that `familiar` was counted with, so that its own words do not
                make it familiar.
        """
        stems = [stem(word) for word in words]
        drugs = {match.start: match for match in self._drugs.find_longest(stems)}
        inside = {i for match in drugs.values() for i in range(match.start, match.end)}
        families, outside = self._families.find_all(stems), self._outside.find_all(stems)
        known = {i for match in families for i in range(match.start, match.end)}
        ill = {i for m in outside if m.name == _ILLNESS for i in range(m.start, m.end)}
        plain: Words = []
        letters: Words = []
        new = 0
        for index, word in enumerate(stems):
            if index in drugs:
                name = drugs[index].name
                token = ODD if name == _FOREIGN else f"<{name}>"
                if plain[-1:] != [token]:
                    plain.append(token)
            elif index not in inside:
                letters.append(words[index])
                strange = (
                    index not in known
                    and self._familiar.get(word, 0) <= own
                    and not word[0].isdigit()
                )
                new += strange
                odd = strange and (index in ill or words[index] not in self._common)
                plain.append(ODD if odd else word)
        meant = {match.name for match in (*families, *outside)}
        if not _MEASURED.isdisjoint(meant) and any(word[0].isdigit() for word in stems):
            meant.add(_FIGURE)
        asking = {match.name for match in self._asking.find_all(stems)}
        classes = {match.name for match in drugs.values()} - {_FOREIGN}
        return Reading(
            tuple(plain),
            tuple(letters),
            tuple(sorted(meant)),
            tuple(sorted(classes)),
            tuple(sorted(meant | classes | asking)),
            not self._care.isdisjoint(asking),
            new,
        )


def vocabulary_of(texts: Iterable[str]) -> dict[str, int]:
    """Count the words of the training examples."""
    return weigh(token.word for text in texts for token in tokenize(normalize(text)).tokens)


def familiar_of(examples: Iterable[Words]) -> dict[str, int]:
    """Count in how many examples each stem is."""
    return weigh(each for words in examples for each in {stem(word) for word in words})


def _neighbors(stems: Iterable[str]) -> Iterator[str]:
    yield from stems
    for left, right in pairwise((_EDGE, *stems, _EDGE)):
        yield f"{left} {right}"


def _meanings(meant: Iterable[str], named: Iterable[str]) -> Iterator[str]:
    for name in meant:
        yield f"={name}"
    for one, other in combinations(meant, 2):
        yield f"={one}={other}"
    for drug in named:
        yield from (f"={name}<{drug}>" for name in meant)


def _runs(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for length in _LETTERS:
            for start in range(len(padded) - length + 1):
                yield padded[start : start + length]
