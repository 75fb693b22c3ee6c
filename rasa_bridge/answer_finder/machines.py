"""The arithmetic of the finder: tf-idf weights, and linear machines over them.

Kept as plain lists and arrays: what is stored holds no code that loading could run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from rasa_bridge.answer_finder.features import Reading

_LETTERS_COUNT = 0.7
"""Weight of the letters against the words; chosen by cross-validation."""
_PENALTY = 0.5
"""The support-vector machine's C; chosen by cross-validation."""


class Weights:
    """Turns readings into tf-idf weights, words and letters side by side."""

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
        self._words = vectorizer(word_features, word_rarity)
        self._letters = vectorizer(letter_features, letter_rarity)
        single = [" " not in feature and feature[0] != "#" for feature in word_features]
        self.single = np.array(single + [False] * len(letter_features))
        """Which columns are single words, drugs or meanings."""

    @classmethod
    def learn(cls, readings: Sequence[Reading]) -> tuple[Weights, csr_matrix]:
        """Learn which features there are and how rare each is; return the readings' rows too."""
        words = TfidfVectorizer(analyzer=given, sublinear_tf=True)
        letters = TfidfVectorizer(analyzer=given, sublinear_tf=True, min_df=2)
        word_rows = words.fit_transform(reading.word_features() for reading in readings)
        letter_rows = letters.fit_transform(reading.letter_features() for reading in readings)
        weights = cls(
            words.get_feature_names_out().tolist(),
            letters.get_feature_names_out().tolist(),
            words.idf_,
            letters.idf_,
        )
        return weights, _side_by_side(word_rows, letter_rows)

    def words(self) -> dict[str, list[str]]:
        """Return the features, to be stored as JSON."""
        return {"word_features": self.word_features, "letter_features": self.letter_features}

    def arrays(self) -> dict[str, np.ndarray]:
        """Return how rare they are, to be stored as arrays."""
        return {"word_rarity": self.word_rarity, "letter_rarity": self.letter_rarity}

    @classmethod
    def restored(cls, words: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> Weights:
        """Return the weights of what `words` and `arrays` gave; other keys are passed over."""
        return cls(
            words["word_features"],
            words["letter_features"],
            arrays["word_rarity"],
            arrays["letter_rarity"],
        )

    def matrix(self, readings: Sequence[Reading]) -> csr_matrix:
        """Return one row of weights for each reading."""
        words = self._words.transform(reading.word_features() for reading in readings)
        letters = self._letters.transform(reading.letter_features() for reading in readings)
        return _side_by_side(words, letters)


@dataclass(frozen=True)
class Machine:
    """Linear machines, one for each name; for two names, a single one for the second."""

    names: np.ndarray
    """In alphabetical order."""
    slopes: np.ndarray
    offsets: np.ndarray

    @classmethod
    def learn(cls, matrix: csr_matrix, names: np.ndarray) -> Machine:
        """Fit the machines to rows with these names."""
        # Seeded: the same data give the same model.
        fitted = LinearSVC(C=_PENALTY, class_weight="balanced", random_state=0).fit(matrix, names)
        return cls(fitted.classes_, fitted.coef_.astype(np.float32), fitted.intercept_)

    def margins(self, matrix: csr_matrix) -> np.ndarray:
        """Return for each row how far it lies on the side of each machine."""
        used = np.unique(matrix.indices)
        return matrix[:, used] @ self.slopes[:, used].T + self.offsets


def _side_by_side(words: csr_matrix, letters: csr_matrix) -> csr_matrix:
    return hstack([words, _LETTERS_COUNT * letters]).tocsr()


def given(features: Iterable[str]) -> Iterable[str]:
    """Return the features as they are: what was read is features already."""
    return features


def vectorizer(features: list[str], rarity: np.ndarray) -> TfidfVectorizer:
    """Return what turns features into weights, of which features there are and how rare."""
    vectorizer = TfidfVectorizer(analyzer=given, sublinear_tf=True, vocabulary=features)
    vectorizer.idf_ = rarity
    return vectorizer
