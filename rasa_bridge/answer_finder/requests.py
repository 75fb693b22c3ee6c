"""Whether a message is a request that is refused: for a dose, an outlook, a result or a choice.

Which of our many answers a question gets is one thing; whether it asks for what must not be
answered is another, and an easier one to tell: all answers stand on one side. So it is learned by
itself, and how far to trust it too. A story around the request dilutes both less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from rasa_bridge.answer_finder.features import Reading
from rasa_bridge.answer_finder.machines import Machine, given, vectorizer
from rasa_bridge.answer_finder.trust import Judged, about

_ANSWERED, _OUTSIDE = "answered", "outside"
_ASKING_COUNTS = 1.5
"""Weight of the families against the words; chosen with two batches of requests."""
_FEWEST = 2
"""Examples that a family must stand in to count."""
_FEWEST_KINDS = 2
"""Kinds of requests that there must be, so that the likeliest can be told from the next."""


def _kinds(names: Iterable[str], asked: frozenset[str], outside: frozenset[str]) -> np.ndarray:
    """Return of each intent what it asks for: a request, what has an answer, or nothing of ours."""
    return np.array(
        [name if name in asked else _OUTSIDE if name in outside else _ANSWERED for name in names],
        dtype=object,
    )


@dataclass(frozen=True)
class Requests:
    """Tells requests from questions that have an answer, by the words and by who asks how."""

    families: list[str]
    rarity: np.ndarray
    """Of each family, how rare it is (inverse document frequency)."""
    machine: Machine

    @classmethod
    def learn(
        cls,
        readings: Sequence[Reading],
        matrix: csr_matrix,
        names: Sequence[str],
        asked: frozenset[str],
        outside: frozenset[str],
    ) -> Requests:
        """Learn from examples.

        Args:
            readings: the examples.
            matrix: the weights of their words.
            names: the intent of each.
            asked: intents that ask for what is refused.
            outside: intents of what the bot has no answer to.

        Raises:
            ValueError: fewer than two kinds of requests have examples.
        """
        if len(asked.intersection(names)) < _FEWEST_KINDS:
            raise ValueError(
                f"The intents {', '.join(sorted(asked))} need examples, as in "
                "data/answers/refusals.yml: else a request for a dose would be answered."
            )
        learned = TfidfVectorizer(analyzer=given, sublinear_tf=True, min_df=_FEWEST)
        asking = learned.fit_transform(reading.asking for reading in readings)
        machine = Machine.learn(_side_by_side(matrix, asking), _kinds(names, asked, outside))
        return cls(learned.get_feature_names_out().tolist(), learned.idf_, machine)

    def margins(self, readings: Sequence[Reading], matrix: csr_matrix) -> np.ndarray:
        """Return for each reading how far it lies on the side of each kind."""
        asking = vectorizer(self.families, self.rarity).transform(
            reading.asking for reading in readings
        )
        return self.machine.margins(_side_by_side(matrix, asking))

    def likeliest(self, margins: np.ndarray) -> np.ndarray:
        """Return of each row of margins the likeliest request."""
        columns = self._columns
        return self.machine.names[columns][margins[:, columns].argmax(axis=1)]

    def signals(
        self,
        margins: np.ndarray,
        judged: Judged,
        intents: np.ndarray,
        outside_families: frozenset[str],
    ) -> np.ndarray:
        """Return one row of signals for each reading, about its likeliest request.

        Args:
            margins: what `margins` said.
            judged: what the machines of all intents say.
            intents: the names of those.
            outside_families: families of what the bot does not know.
        """
        columns = self._columns
        rows = np.arange(len(margins))
        ordered = np.sort(margins[:, columns], axis=1)
        others = ~np.isin(intents, self.machine.names)
        same = np.searchsorted(intents.astype(str), self.likeliest(margins).astype(str))
        return np.column_stack(
            [
                ordered[:, -1],
                ordered[:, -1] - ordered[:, -2],
                ordered[:, -1] - margins[:, ~columns].max(axis=1),
                judged.margins[rows, same],
                judged.margins[rows, same] - judged.margins[:, others].max(axis=1),
                judged.outside,
                np.maximum(judged.outside, 0),
                [
                    about(reading, outside, outside_families)
                    for reading, outside in zip(judged.readings, judged.outside, strict=True)
                ],
            ]
        )

    @property
    def _columns(self) -> np.ndarray:
        return ~np.isin(self.machine.names, [_ANSWERED, _OUTSIDE])

    def words(self) -> dict[str, Any]:
        """Return the names, to be stored as JSON."""
        return {"request_families": self.families, "requests": list(self.machine.names)}

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the numbers, to be stored as arrays."""
        return {
            "request_rarity": self.rarity,
            "request_slopes": self.machine.slopes,
            "request_offsets": self.machine.offsets,
        }

    @classmethod
    def restored(cls, words: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> Requests:
        """Return the requests of what `words` and `arrays` gave; other keys are passed over."""
        names = np.array(words["requests"], dtype=object)
        machine = Machine(names, arrays["request_slopes"], arrays["request_offsets"])
        return cls(words["request_families"], arrays["request_rarity"], machine)


def _side_by_side(matrix: csr_matrix, asking: csr_matrix) -> csr_matrix:
    return hstack([matrix, _ASKING_COUNTS * asking]).tocsr()
