"""Ranks intents by how well a question fits their examples, and says how far to trust that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.model_selection import StratifiedKFold

from rasa_bridge import saved
from rasa_bridge.answer_finder.features import Reader, Reading, familiar_of, vocabulary_of
from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.answer_finder.machines import Machine, Weights
from rasa_bridge.answer_finder.trust import (
    OUTSIDE_COUNTS,
    Judged,
    Trust,
    probabilities,
    signals,
    temperature_of,
)
from triage.turn.intents import NONSENSE

OTHER_ILLNESS = "ask_other_illness"
OUTSIDE = frozenset({"out_of_scope", OTHER_ILLNESS, NONSENSE})
"""Intents of what the bot has no answer to."""
REFUSALS = frozenset(
    {"ask_dose", "ask_prognosis", "ask_result_meaning", "ask_drug_choice", "ask_stop_medicine"}
)
"""Answers that say whom to ask instead."""
_NOT_OURS = frozenset({"steroid", "painkiller", "other_medicine"})
"""Medicines besides the treatment: a question on another one of them is no other question."""
_EVERY = 2
"""Each second example that names a treatment is learned for an unknown drug too."""
_FOLDS = 3


@dataclass(frozen=True)
class Guess:
    """One intent and how likely it is the right one among all, from 0 to 1."""

    intent: str
    probability: float


@dataclass(frozen=True)
class Found:
    """All intents, the likeliest first, and how far the first can be trusted (0 to 1)."""

    guesses: tuple[Guess, ...]
    trust: float


@dataclass(frozen=True)
class _Model:
    """What is learned in one go, with or without examples set aside."""

    reader: Reader
    weights: Weights
    intents: Machine
    outside: Machine

    @classmethod
    def learn(cls, lexicon: Lexicon, texts: Sequence[str], names: np.ndarray) -> _Model:
        answered = ~np.isin(names, list(OUTSIDE))
        vocabulary = vocabulary_of(texts)
        bare = Reader(lexicon, vocabulary, {})
        pairs = list(zip(texts, answered, strict=True))
        familiar = familiar_of(bare.words(text) for text, known in pairs if known)
        reader = bare.knowing(familiar)
        readings = [reader.read(text, own=int(known)) for text, known in pairs]
        unknown = _unknown_drugs(
            reading for reading, known in zip(readings, answered, strict=True) if known
        )
        learned = np.concatenate([names, np.full(len(unknown), OTHER_ILLNESS, dtype=object)])
        weights, matrix = Weights.learn([*readings, *unknown])
        outside = Machine.learn(matrix, np.isin(learned, list(OUTSIDE)))
        return cls(reader, weights, Machine.learn(matrix, learned), outside)

    def judge(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return the margins and the signals of texts."""
        readings = [self.reader.read(text) for text in texts]
        matrix = self.weights.matrix(readings)
        margins = self.intents.margins(matrix)
        judged = Judged(readings, matrix, margins, self.outside.margins(matrix)[:, 0])
        families = frozenset(self.reader.lexicon.outside)
        return margins, signals(judged, self.intents, self.weights.single, families)


class Finder:
    """A trained finder."""

    def __init__(self, model: _Model, temperature: float, trust: Trust) -> None:
        """Put it together; `train` and `load` do."""
        self._model, self._temperature, self._trust = model, temperature, trust

    @property
    def lexicon(self) -> Lexicon:
        """The drugs and word families it was trained with."""
        return self._model.reader.lexicon

    def find(self, text: str) -> Found:
        """Return what the text may be asking."""
        return self.find_all([text])[0]

    def find_all(self, texts: Sequence[str]) -> list[Found]:
        """Return for each text what it may be asking."""
        margins, rows = self._model.judge(texts)
        likely = probabilities(margins, self._temperature)
        names = self._model.intents.names
        return [
            Found(tuple(Guess(names[i], float(line[i])) for i in np.argsort(-line)), float(trust))
            for line, trust in zip(likely, self._trust.of(rows), strict=True)
        ]

    @classmethod
    def train(cls, lexicon: Lexicon, texts: Sequence[str], intents: Sequence[str]) -> Finder:
        """Learn from examples.

        Args:
            lexicon: drugs and word families.
            texts: the examples.
            intents: the intent of each.
        """
        names = np.array(intents, dtype=object)
        margins, rows, places = [], [], []
        folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)
        model = _Model.learn(lexicon, texts, names)
        for learned, judged in folds.split(names, names):
            fold = _Model.learn(lexicon, [texts[i] for i in learned], names[learned])
            margin, signal = fold.judge([texts[i] for i in judged])
            margins.append(margin)
            rows.append(signal)
            places.append(judged)
        order = np.concatenate(places)
        judged_margins, judged_rows = np.concatenate(margins), np.concatenate(rows)
        right = np.searchsorted(model.intents.names.astype(str), names[order].astype(str))
        guessed = model.intents.names[judged_margins.argmax(axis=1)]
        ours = ~np.isin(guessed, list(OUTSIDE))
        counts = np.where(np.isin(names[order], list(OUTSIDE)), OUTSIDE_COUNTS, 1.0)
        trust = Trust.learn(judged_rows[ours], (guessed == names[order])[ours], counts[ours])
        return cls(model, temperature_of(judged_margins, right), trust)

    def save(self, directory: Path) -> None:
        """Write it into a directory."""
        model = self._model
        words = {
            "reader": model.reader.as_json(),
            **model.weights.words(),
            "intents": list(model.intents.names),
            "temperature": self._temperature,
            "trust_offset": self._trust.offset,
        }
        arrays = {
            **model.weights.arrays(),
            "slopes": model.intents.slopes,
            "offsets": model.intents.offsets,
            "outside_slopes": model.outside.slopes,
            "outside_offsets": model.outside.offsets,
            "trust_slopes": self._trust.slopes,
        }
        saved.save(directory, words, arrays)

    @classmethod
    def load(cls, directory: Path) -> Finder:
        """Read what `save` wrote."""
        words, arrays = saved.load(directory)
        outside = np.array([False, True])
        model = _Model(
            Reader.from_json(words["reader"]),
            Weights.restored(words, arrays),
            Machine(np.array(words["intents"], dtype=object), arrays["slopes"], arrays["offsets"]),
            Machine(outside, arrays["outside_slopes"], arrays["outside_offsets"]),
        )
        trust = Trust(arrays["trust_slopes"], words["trust_offset"])
        return cls(model, words["temperature"], trust)


def _unknown_drugs(readings: Iterable[Reading]) -> list[Reading]:
    """Return questions on treatments as they would be on a drug that nobody here knows.

    "Side effects of Keytruda" has an answer, "side effects of" any other drug has not.
    """
    named = [reading for reading in readings if set(reading.classes) - _NOT_OURS]
    return [reading.about_something_else() for reading in named[::_EVERY]]
