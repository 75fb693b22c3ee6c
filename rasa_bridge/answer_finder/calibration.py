"""Turns margins into probabilities that hold: fitted on examples set aside in turn."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from sklearn.model_selection import StratifiedKFold

_FOLDS = 3
_RANGE = (-4.0, 2.0)
"""Natural logarithm of the temperatures tried."""
Judge = Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
"""(indices to learn from, indices to judge) -> margins of the judged, index of the right intent."""


def held_out_margins(intents: np.ndarray, judge: Judge) -> tuple[np.ndarray, np.ndarray]:
    """Return margins and right intents of all examples, each judged by a model without it.

    Intents with fewer examples than there are folds are learned but not judged: a model might
    know nothing of them.
    """
    names, counts = np.unique(intents, return_counts=True)
    judged = np.isin(intents, names[counts >= _FOLDS])
    places = np.flatnonzero(judged)
    always = np.flatnonzero(~judged)
    margins, rights = [], []
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(places, intents[places]):
        margin, right = judge(np.concatenate([places[train], always]), places[test])
        margins.append(margin)
        rights.append(right)
    return np.concatenate(margins), np.concatenate(rights)


def temperature_of(margins: np.ndarray, right: np.ndarray) -> float:
    """Return the temperature at which the right intents are likeliest.

    Source: C. Guo et al., "On Calibration of Modern Neural Networks", ICML 2017.
    """

    def surprise(logarithm: float) -> float:
        likely = log_softmax(margins / np.exp(logarithm), axis=1)
        return float(-likely[np.arange(len(right)), right].mean())

    return float(np.exp(minimize_scalar(surprise, bounds=_RANGE, method="bounded").x))


def probabilities(margins: np.ndarray, temperature: float) -> np.ndarray:
    """Return for each row of margins the probability of each intent."""
    return softmax(margins / temperature, axis=1)
