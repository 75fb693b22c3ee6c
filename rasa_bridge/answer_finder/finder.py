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
from rasa_bridge.answer_finder.requests import Requests
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
_REQUESTS = REFUSALS | {"ask_missed_dose"}
"""What must not be answered; a dose that was missed has an answer that names no dose."""
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
    request: Guess
    """The likeliest request for what must not be answered, and how far to trust that it is one."""
    of_care: bool
    """A medicine, a test or an illness is named: it is about somebody's treatment."""


@dataclass(frozen=True)
class _Said:
    """What the machines say of some texts."""

    margins: np.ndarray
    signals: np.ndarray
    requests: np.ndarray
    """The likeliest request of each."""
    request_signals: np.ndarray
    of_care: list[bool]
    """Whether each names a medicine, a test or an illness."""


@dataclass(frozen=True)
class _Model:
    """What is learned in one go, with or without examples set aside."""

    reader: Reader
    weights: Weights
    intents: Machine
    outside: Machine
    requests: Requests

    @classmethod
    def learn(cls, lexicon: Lexicon, texts: Sequence[str], names: np.ndarray) -> _Model:
        answered = ~np.isin(names, list(OUTSIDE))
        vocabulary = vocabulary_of(texts)
        bare = Reader(lexicon, vocabulary, {})
        pairs = [(bare.words(text), known) for text, known in zip(texts, answered, strict=True)]
        reader = bare.knowing(familiar_of(words for words, known in pairs if known))
        readings = [reader.read_words(words, own=int(known)) for words, known in pairs]
        unknown = _unknown_drugs(
            reading for reading, known in zip(readings, answered, strict=True) if known
        )
        learned = np.concatenate([names, np.full(len(unknown), OTHER_ILLNESS, dtype=object)])
        weights, matrix = Weights.learn([*readings, *unknown])
        outside = Machine.learn(matrix, np.isin(learned, list(OUTSIDE)))
        requests = Requests.learn([*readings, *unknown], matrix, learned, _REQUESTS, OUTSIDE)
        return cls(reader, weights, Machine.learn(matrix, learned), outside, requests)

    def judge(self, texts: Sequence[str]) -> _Said:
        """Return what the machines say of texts."""
        readings = [self.reader.read(text) for text in texts]
        matrix = self.weights.matrix(readings)
        margins = self.intents.margins(matrix)
        asked = self.requests.margins(readings, matrix)
        judged = Judged(readings, matrix, margins, self.outside.margins(matrix)[:, 0])
        families = frozenset(self.reader.lexicon.outside)
        return _Said(
            margins,
            signals(judged, self.intents, self.weights.single, families),
            self.requests.likeliest(asked),
            self.requests.signals(asked, judged, self.intents.names, families),
            [reading.of_care for reading in readings],
        )


class Finder:
    """A trained finder."""

    def __init__(
        self, model: _Model, temperature: float, trust: Trust, request_trust: Trust
    ) -> None:
        """Put it together; `train` and `load` do."""
        self._model, self._temperature = model, temperature
        self._trust, self._request_trust = trust, request_trust

    @property
    def lexicon(self) -> Lexicon:
        """The drugs and word families it was trained with."""
        return self._model.reader.lexicon

    def find(self, text: str) -> Found:
        """Return what the text may be asking."""
        return self.find_all([text])[0]

    def find_all(self, texts: Sequence[str]) -> list[Found]:
        """Return for each text what it may be asking."""
        said = self._model.judge(texts)
        names = self._model.intents.names
        return [
            Found(
                tuple(Guess(names[i], float(line[i])) for i in np.argsort(-line)),
                float(trust),
                Guess(str(request), float(asked)),
                of_care,
            )
            for line, trust, request, asked, of_care in zip(
                probabilities(said.margins, self._temperature),
                self._trust.of(said.signals),
                said.requests,
                self._request_trust.of(said.request_signals),
                said.of_care,
                strict=True,
            )
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
        said: list[_Said] = []
        places = []
        folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)
        model = _Model.learn(lexicon, texts, names)
        for learned, judged in folds.split(names, names):
            fold = _Model.learn(lexicon, [texts[i] for i in learned], names[learned])
            said.append(fold.judge([texts[i] for i in judged]))
            places.append(judged)
        order = np.concatenate(places)
        margins = np.concatenate([each.margins for each in said])
        rows = np.concatenate([each.signals for each in said])
        requests = np.concatenate([each.requests for each in said])
        right = np.searchsorted(model.intents.names.astype(str), names[order].astype(str))
        guessed = model.intents.names[margins.argmax(axis=1)]
        ours = ~np.isin(guessed, list(OUTSIDE))
        counts = np.where(np.isin(names[order], list(OUTSIDE)), OUTSIDE_COUNTS, 1.0)
        return cls(
            model,
            temperature_of(margins, right),
            Trust.learn(rows[ours], (guessed == names[order])[ours], counts[ours]),
            Trust.learn(
                np.concatenate([each.request_signals for each in said]),
                requests == names[order],
                counts,
            ),
        )

    def save(self, directory: Path) -> None:
        """Write it into a directory."""
        model = self._model
        words = {
            "reader": model.reader.as_json(),
            **model.weights.words(),
            "intents": list(model.intents.names),
            "temperature": self._temperature,
            "trust_offset": self._trust.offset,
            **model.requests.words(),
            "request_trust_offset": self._request_trust.offset,
        }
        arrays = {
            **model.weights.arrays(),
            "slopes": model.intents.slopes,
            "offsets": model.intents.offsets,
            "outside_slopes": model.outside.slopes,
            "outside_offsets": model.outside.offsets,
            "trust_slopes": self._trust.slopes,
            **model.requests.arrays(),
            "request_trust_slopes": self._request_trust.slopes,
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
            Requests.restored(words, arrays),
        )
        trust = Trust(arrays["trust_slopes"], words["trust_offset"])
        asked = Trust(arrays["request_trust_slopes"], words["request_trust_offset"])
        return cls(model, words["temperature"], trust, asked)


def _unknown_drugs(readings: Iterable[Reading]) -> list[Reading]:
    """Return questions on treatments as they would be on a drug that nobody here knows.

    "Side effects of Keytruda" has an answer, "side effects of" any other drug has not.
    """
    named = [reading for reading in readings if set(reading.classes) - _NOT_OURS]
    return [reading.about_something_else() for reading in named[::_EVERY]]
