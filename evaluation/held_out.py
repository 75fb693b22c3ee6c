"""How well finder and second net do on training examples they have not seen, each in its turn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.model_selection import StratifiedKFold

from evaluation.share import Share, share
from rasa_bridge.answer_finder.component import AnswerFinder
from rasa_bridge.answer_finder.finder import OUTSIDE, Finder
from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.second_net.detector import Detector
from rasa_bridge.second_net.reader import Reader
from triage.perceive import perceive
from triage.tables import Tables
from triage.turn.intents import ANSWER, REPORT

FOLDS = 5


def cross_validate(
    lexicon: Lexicon, texts: Sequence[str], intents: Sequence[str]
) -> dict[str, Share]:
    """Return the figures over all examples.

    Args:
        lexicon: drugs and word families.
        texts: the training examples.
        intents: the intent of each.
    """
    threshold = AnswerFinder.get_default_config()["threshold"]
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


def cross_validate_net(
    tables: Tables, texts: Sequence[str], intents: Sequence[str], thresholds: Sequence[float]
) -> dict[str, Share]:
    """Return what the second net takes for a report, at each threshold.

    Args:
        tables: the clinical tables; of the reports only those count in which nothing is perceived.
        texts: the training examples.
        intents: the intent of each.
        thresholds: probabilities from which on a message is taken for a report.
    """
    reports = np.array([intent == REPORT for intent in intents])
    likely = np.zeros(len(texts))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    reader = Reader.of(tables)
    for learned, judged in folds.split(reports, reports):
        detector = Detector.train(reader, [texts[i] for i in learned], reports[learned])
        likely[judged] = detector.probabilities([texts[i] for i in judged])
    blind = np.array([not perceive(text, tables).findings for text in texts])
    kinds = {
        "reports in which nothing is perceived": reports & blind,
        "everyday talk": np.array([intent == "out_of_scope" for intent in intents]),
        "questions with an answer": np.array([intent.startswith(ANSWER) for intent in intents]),
    }
    return {
        f"from {threshold}: {kind}": share((likely[rows] >= threshold).tolist())
        for threshold in thresholds
        for kind, rows in kinds.items()
    }
