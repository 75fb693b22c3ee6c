"""How far the best guess can be trusted: fitted on examples set aside in turn.

A margin alone says little: "the latest hair styles" lies deep on the side of hair loss. What
tells such a question from a patient's are the words that no answer knows, how much of the
question speaks for the guess, and whether it names a treatment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from scipy.special import expit, log_softmax, logit, softmax
from sklearn.linear_model import LogisticRegression

from rasa_bridge.answer_finder.features import ODD, Reading
from rasa_bridge.answer_finder.machines import Machine

OUTSIDE_COUNTS = 7.0
"""An example of what the bot does not know counts so often: a wrong answer is worse than none."""
_SPEAKS_FOR = 0.02
"""From this weight on a word counts as speaking for a guess."""
_CARE = "cancer_care"
"""Families that show that a question is about treatment."""
_ABOUT_TREATMENT = frozenset({"any_treatment", "chemo", "effects", _CARE})
_EVERYDAY_MEDICINE = frozenset({"steroid", "painkiller", "other_medicine"})
_SURE = 1e-6
_RANGE = (-4.0, 2.0)
"""Natural logarithm of the temperatures tried."""


@dataclass(frozen=True)
class Judged:
    """What the machines say of some readings."""

    readings: Sequence[Reading]
    matrix: csr_matrix
    margins: np.ndarray
    """Of each intent."""
    outside: np.ndarray
    """Margin of lying outside what the bot knows."""


def temperature_of(margins: np.ndarray, right: np.ndarray) -> float:
    """Return the temperature at which the right intents are likeliest.

    Args:
        margins: of examples that the machines did not learn from.
        right: column of the right intent of each.

    Source: C. Guo et al., "On Calibration of Modern Neural Networks", ICML 2017.
    """

    def surprise(logarithm: float) -> float:
        likely = log_softmax(margins / np.exp(logarithm), axis=1)
        return float(-likely[np.arange(len(right)), right].mean())

    return float(np.exp(minimize_scalar(surprise, bounds=_RANGE, method="bounded").x))


def probabilities(margins: np.ndarray, temperature: float) -> np.ndarray:
    """Return for each row of margins the probability of each intent."""
    return softmax(margins / temperature, axis=1)


def signals(
    judged: Judged, machine: Machine, single: np.ndarray, outside_families: frozenset[str]
) -> np.ndarray:
    """Return one row of signals for each reading, about its best guess.

    Args:
        judged: what the machines say.
        machine: that of the intents.
        single: which columns are single words.
        outside_families: families of what the bot does not know.
    """
    rows = np.arange(len(judged.readings))
    order = np.argsort(-judged.margins, axis=1)
    first, second = judged.margins[rows, order[:, 0]], judged.margins[rows, order[:, 1]]
    likely = softmax(judged.margins, axis=1)[rows, order[:, 0]].clip(_SURE, 1 - _SURE)
    support = [_support(judged.matrix[row], machine.slopes[order[row, 0]], single) for row in rows]
    return np.column_stack(
        [
            first,
            first - second,
            logit(likely),
            judged.outside,
            np.maximum(judged.outside, 0),
            support,
            [
                about(reading, outside, outside_families)
                for reading, outside in zip(judged.readings, judged.outside, strict=True)
            ],
        ]
    )


def _support(row: csr_matrix, slopes: np.ndarray, single: np.ndarray) -> tuple[float, float]:
    """Return what share of the words speaks for the guess, and how many do clearly."""
    words = single[row.indices]
    weights = row.data[words]
    speaks = weights * slopes[row.indices[words]]
    whole = float((weights**2).sum())
    share = float((weights[speaks > 0] ** 2).sum()) / whole if whole else 0.0
    return share, min(float((speaks > _SPEAKS_FOR).sum()), 8.0)


def about(reading: Reading, outside: float, outside_families: frozenset[str]) -> list[float]:
    """Return what the words themselves say."""
    length = max(1, len(reading.plain))
    treatment = bool(set(reading.classes) - _EVERYDAY_MEDICINE)
    care = not _ABOUT_TREATMENT.isdisjoint(reading.meant)
    return [
        reading.new / length,
        min(reading.new, 4),
        treatment,
        care,
        ODD in reading.plain,
        len(outside_families.intersection(reading.meant)),
        float(np.log(length)),
        0.0 if treatment or care else outside,
    ]


@dataclass(frozen=True)
class Trust:
    """A logistic curve over the signals."""

    slopes: np.ndarray
    offset: float

    @classmethod
    def learn(cls, rows: np.ndarray, right: np.ndarray, weights: np.ndarray) -> Trust:
        """Fit the curve.

        Args:
            rows: signals of examples that the machines did not learn from.
            right: whether the best guess was right.
            weights: how much each counts.
        """
        middle, spread = rows.mean(axis=0), rows.std(axis=0)
        spread[spread == 0] = 1.0
        if right.all() or not right.any():
            return cls(np.zeros(rows.shape[1]), 20.0 if right.all() else -20.0)
        fitted = LogisticRegression(max_iter=2000).fit((rows - middle) / spread, right, weights)
        slopes = fitted.coef_[0] / spread
        return cls(slopes, float(fitted.intercept_[0] - slopes @ middle))

    def of(self, rows: np.ndarray) -> np.ndarray:
        """Return for each row how likely its best guess is right, from 0 to 1."""
        return expit(rows @ self.slopes + self.offset)
