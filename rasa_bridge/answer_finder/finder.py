"""Ranks intents by how well a question fits their examples, with a probability for each.

One linear support-vector machine for each intent, over tf-idf weights. What it is made of is
stored as plain JSON and plain arrays: loading it runs no code of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from rasa_bridge.answer_finder.calibration import held_out_margins, probabilities, temperature_of
from rasa_bridge.answer_finder.features import Reader, vocabulary_of
from rasa_bridge.answer_finder.lexicon import Lexicon

_LETTERS_COUNT = 0.7
"""Weight of the letters against the words; chosen by cross-validation."""
_PENALTY = 0.5
"""The support-vector machine's C; chosen by cross-validation."""
_WORDS, _ARRAYS = "finder.json", "finder.npz"
Features = tuple[list[str], list[str]]


@dataclass(frozen=True)
class Guess:
    """One intent and how likely it is the right one, from 0 to 1."""

    intent: str
    probability: float


class Finder:
    """A trained finder."""

    def __init__(
        self,
        reader: Reader,
        weights: Weights,
        machine: Machine,
        temperature: float,
    ) -> None:
        """Put it together; `train` and `load` do."""
        self._reader = reader
        self._weights = weights
        self._machine = machine
        self._temperature = temperature

    def rank(self, text: str) -> list[Guess]:
        """Return all intents, the likeliest first."""
        features = [self._reader.features(text)]
        margins = self._machine.margins(self._weights.matrix(features))
        likely = probabilities(margins, self._temperature)[0]
        order = np.argsort(-likely)
        return [Guess(self._machine.intents[i], float(likely[i])) for i in order]

    @classmethod
    def train(cls, lexicon: Lexicon, texts: Sequence[str], intents: Sequence[str]) -> Finder:
        """Learn from examples.

        Args:
            lexicon: drugs and word families.
            texts: the examples.
            intents: the intent of each.
        """
        reader = Reader(lexicon, vocabulary_of(texts))
        features = [reader.features(text) for text in texts]
        names = np.array(intents)

        def fit_and_judge(train: np.ndarray, test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            weights = Weights.learn([features[i] for i in train])
            machine = Machine.learn(weights.matrix([features[i] for i in train]), names[train])
            right = np.searchsorted(machine.intents, names[test])
            return machine.margins(weights.matrix([features[i] for i in test])), right

        temperature = temperature_of(*held_out_margins(names, fit_and_judge))
        weights = Weights.learn(features)
        machine = Machine.learn(weights.matrix(features), names)
        return cls(reader, weights, machine, temperature)

    def save(self, directory: Path) -> None:
        """Write it into a directory."""
        words = {
            "reader": self._reader.as_json(),
            "word_features": self._weights.word_features,
            "letter_features": self._weights.letter_features,
            "intents": list(self._machine.intents),
            "temperature": self._temperature,
        }
        (directory / _WORDS).write_text(json.dumps(words), encoding="utf-8")
        np.savez_compressed(
            directory / _ARRAYS,
            word_rarity=self._weights.word_rarity,
            letter_rarity=self._weights.letter_rarity,
            slopes=self._machine.slopes,
            offsets=self._machine.offsets,
        )

    @classmethod
    def load(cls, directory: Path) -> Finder:
        """Read what `save` wrote."""
        words = json.loads((directory / _WORDS).read_text(encoding="utf-8"))
        with np.load(directory / _ARRAYS, allow_pickle=False) as arrays:
            weights = Weights(
                words["word_features"],
                words["letter_features"],
                arrays["word_rarity"],
                arrays["letter_rarity"],
            )
            machine = Machine(tuple(words["intents"]), arrays["slopes"], arrays["offsets"])
        return cls(Reader.from_json(words["reader"]), weights, machine, words["temperature"])


class Weights:
    """Turns features into tf-idf weights, words and letters side by side."""

    def __init__(
        self,
        word_features: list[str],
        letter_features: list[str],
        word_rarity: np.ndarray,
        letter_rarity: np.ndarray,
    ) -> None:
        """Take the known features and how rare each is (inverse document frequency)."""
        self.word_features, self.word_rarity = word_features, word_rarity
        self.letter_features, self.letter_rarity = letter_features, letter_rarity
        self._words = _vectorizer(word_features, word_rarity)
        self._letters = _vectorizer(letter_features, letter_rarity)

    @classmethod
    def learn(cls, features: Sequence[Features]) -> Weights:
        """Learn which features there are and how rare each is."""
        words = TfidfVectorizer(analyzer=_given, sublinear_tf=True)
        letters = TfidfVectorizer(analyzer=_given, sublinear_tf=True, min_df=2)
        words.fit(each[0] for each in features)
        letters.fit(each[1] for each in features)
        return cls(
            words.get_feature_names_out().tolist(),
            letters.get_feature_names_out().tolist(),
            words.idf_,
            letters.idf_,
        )

    def matrix(self, features: Sequence[Features]) -> csr_matrix:
        """Return one row of weights for each text."""
        words = self._words.transform(each[0] for each in features)
        letters = self._letters.transform(each[1] for each in features)
        return hstack([words, _LETTERS_COUNT * letters]).tocsr()


@dataclass(frozen=True)
class Machine:
    """One linear machine for each intent."""

    intents: tuple[str, ...]
    """In alphabetical order."""
    slopes: np.ndarray
    offsets: np.ndarray

    @classmethod
    def learn(cls, matrix: csr_matrix, intents: np.ndarray) -> Machine:
        """Fit the machines."""
        # Seeded: the same data give the same model.
        fitted = LinearSVC(C=_PENALTY, class_weight="balanced", random_state=0)
        fitted.fit(matrix, intents)
        slopes = fitted.coef_.astype(np.float32)
        return cls(tuple(fitted.classes_.tolist()), slopes, fitted.intercept_)

    def margins(self, matrix: csr_matrix) -> np.ndarray:
        """Return for each row how far it is on each intent's side."""
        return matrix @ self.slopes.T + self.offsets


def _given(features: Iterable[str]) -> Iterable[str]:
    return features


def _vectorizer(features: list[str], rarity: np.ndarray) -> TfidfVectorizer:
    vectorizer = TfidfVectorizer(analyzer=_given, sublinear_tf=True, vocabulary=features)
    vectorizer.idf_ = rarity
    return vectorizer
