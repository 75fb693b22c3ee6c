"""How well the answer finder does on training examples it has not seen, each in its turn."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.model_selection import StratifiedKFold

from evaluation.plain_rasa import own_config
from evaluation.share import Share, share
from rasa_bridge.answer_finder.finder import OUTSIDE, Finder
from rasa_bridge.answer_finder.lexicon import Lexicon

FOLDS = 5


def own_threshold(root: Path) -> float:
    """Return the trust from which on the project's own configuration answers."""
    parts = own_config(root)["pipeline"]
    return float(next(p["threshold"] for p in parts if p["name"].endswith("AnswerFinder")))


def cross_validate(
    lexicon: Lexicon, texts: Sequence[str], intents: Sequence[str], threshold: float
) -> dict[str, Share]:
    """Return the figures over all examples.

    Args:
        lexicon: drugs and word families.
        texts: the training examples.
        intents: the intent of each.
        threshold: from this trust on a guess is believed.
    """
    names = np.array(intents, dtype=object)
    first, near, right, wrong, kept_out = [], [], [], [], []
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    for learned, judged in folds.split(names, names):
        finder = Finder.train(lexicon, [texts[i] for i in learned], names[learned].tolist())
        for found, gold in zip(
            finder.find_all([texts[i] for i in judged]), names[judged], strict=True
        ):
            guesses = [guess.intent for guess in found.guesses]
            believed = guesses[0] in OUTSIDE or found.trust >= threshold
            if gold in OUTSIDE:
                kept_out.append(not believed or guesses[0] in OUTSIDE)
                continue
            first.append(guesses[0] == gold)
            near.append(gold in guesses[:3])
            right.append(believed and guesses[0] == gold)
            wrong.append(believed and guesses[0] != gold)
    return {
        "the best guess is right": share(first),
        "one of the best three is right": share(near),
        "right and believed": share(right),
        "wrong and believed": share(wrong),
        "not ours, and not answered": share(kept_out),
    }
