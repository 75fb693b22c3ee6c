"""What a question is compared by: words, meanings, drugs by their class, and letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import Any

from rasa_bridge.answer_finder.lexicon import Lexicon, Phrases
from triage.perceive.spelling import Speller, weigh
from triage.perceive.stem import stem
from triage.perceive.text import normalize
from triage.perceive.tokens import tokenize

_LETTERS = (3, 4)
"""Lengths of the runs of letters compared, within a word."""
_EDGE = "_"
Words = list[str]


class Reader:
    """Turns a text into the names of its features."""

    def __init__(self, lexicon: Lexicon, vocabulary: dict[str, int]) -> None:
        """Compile the phrases.

        Args:
            lexicon: drugs and families.
            vocabulary: words of the training examples -> how often; slips are corrected to them.
        """
        self._lexicon, self._vocabulary = lexicon, vocabulary
        self._drugs = Phrases(lexicon.drugs)
        self._families = Phrases(lexicon.families)
        known = dict.fromkeys(sorted(self._drugs.words | self._families.words), 1)
        self._speller = Speller({**known, **vocabulary})

    def as_json(self) -> dict[str, Any]:
        """Return what it is made of."""
        return {**self._lexicon.as_json(), "vocabulary": self._vocabulary}

    @classmethod
    def from_json(cls, read: dict[str, Any]) -> Reader:
        """Return the reader of what `as_json` gave."""
        return cls(Lexicon(read["drugs"], read["families"]), read["vocabulary"])

    def words(self, text: str) -> Words:
        """Return the words, with slips corrected to words of the examples."""
        return [
            word
            for token in tokenize(normalize(text)).tokens
            for word in self._speller.correct(token.word)
        ]

    def features(self, text: str) -> tuple[list[str], list[str]]:
        """Return the features made of words and those made of letters, each as often as it is."""
        words = self.words(text)
        stems = [stem(word) for word in words]
        drugs = self._drugs.find_longest(stems)
        inside = {index for match in drugs for index in range(match.start, match.end)}
        starts = {match.start: match.name for match in drugs}
        plain: Words = []
        letters: Words = []
        for index, word in enumerate(stems):
            if index in starts:
                token = f"<{starts[index]}>"
                if plain[-1:] != [token]:
                    plain.append(token)
            elif index not in inside:
                plain.append(word)
                letters.append(words[index])
        meant = sorted({match.name for match in self._families.find_all(stems)})
        classes = sorted(set(starts.values()))
        return [*_word_features(plain), *_meanings(meant, classes)], list(_runs(letters))


def vocabulary_of(texts: Iterable[str]) -> dict[str, int]:
    """Count the words of the training examples."""
    return weigh(token.word for text in texts for token in tokenize(normalize(text)).tokens)


def _word_features(stems: Words) -> Iterator[str]:
    yield from stems
    padded = [_EDGE, *stems, _EDGE]
    for left, right in pairwise(padded):
        yield f"{left} {right}"


def _meanings(meant: Words, classes: Words) -> Iterator[str]:
    for name in meant:
        yield f"={name}"
    for one, other in combinations(meant, 2):
        yield f"={one}={other}"
    for drug in classes:
        yield from (f"={name}<{drug}>" for name in meant)


def _runs(words: Words) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for length in _LETTERS:
            for start in range(len(padded) - length + 1):
                yield padded[start : start + length]
