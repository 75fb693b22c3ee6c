"""Tells reports of symptoms from everything else, with a probability."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from rasa_bridge import saved
from rasa_bridge.answer_finder.machines import Machine, Weights
from rasa_bridge.second_net.reader import Reader, Reading

_FOLDS = 3


class Detector:
    """A linear machine over readings, and the curve from its margin to a probability."""

    def __init__(
        self, reader: Reader, weights: Weights, machine: Machine, curve: tuple[float, float]
    ) -> None:
        """Put it together; `train` and `load` do.

        Args:
            reader: reads a message.
            weights: turns readings into numbers.
            machine: its margin is positive for reports.
            curve: slope and offset of the logistic curve.
        """
        self._reader, self._weights, self._machine = reader, weights, machine
        self._curve = curve

    def probabilities(self, texts: Sequence[str]) -> np.ndarray:
        """Return for each text how likely it reports a symptom, from 0 to 1.

        As likely as among the examples, of which every tenth is a report.
        """
        readings = [self._reader.read(text) for text in texts]
        slope, offset = self._curve
        return expit(slope * _margins(self._weights, self._machine, readings) + offset)

    @classmethod
    def train(cls, reader: Reader, texts: Sequence[str], reports: np.ndarray) -> Detector:
        """Learn from examples.

        Args:
            reader: reads a message.
            texts: the examples.
            reports: for each whether it is a report.

        The curve is fitted on margins of examples that the machine had not learned from.
        Source: J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999.
        """
        readings = [reader.read(text) for text in texts]
        margins = np.zeros(len(readings))
        folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)
        for learned, judged in folds.split(reports, reports):
            weights, machine = _learn([readings[i] for i in learned], reports[learned])
            margins[judged] = _margins(weights, machine, [readings[i] for i in judged])
        curve = LogisticRegression(C=1e6).fit(margins[:, None], reports)
        weights, machine = _learn(readings, reports)
        return cls(reader, weights, machine, (float(curve.coef_[0, 0]), float(curve.intercept_[0])))

    def save(self, directory: Path) -> None:
        """Write it into a directory."""
        words = {
            "reader": self._reader.as_json(),
            **self._weights.words(),
            "curve": self._curve,
        }
        arrays = {
            **self._weights.arrays(),
            "slopes": self._machine.slopes,
            "offsets": self._machine.offsets,
        }
        saved.save(directory, words, arrays)

    @classmethod
    def load(cls, directory: Path) -> Detector:
        """Read what `save` wrote."""
        words, arrays = saved.load(directory)
        weights = Weights.restored(words, arrays)
        machine = Machine(np.array([False, True]), arrays["slopes"], arrays["offsets"])
        slope, offset = words["curve"]
        return cls(Reader.from_json(words["reader"]), weights, machine, (slope, offset))


def _learn(readings: Sequence[Reading], reports: np.ndarray) -> tuple[Weights, Machine]:
    weights, matrix = Weights.learn(readings)
    return weights, Machine.learn(matrix, reports)


def _margins(weights: Weights, machine: Machine, readings: Sequence[Reading]) -> np.ndarray:
    return machine.margins(weights.matrix(readings))[:, 0]
