"""Answers given in numbers: readings, how long and how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from triage.model import Answer, Status
from triage.perceive.counts import COUNTED, CountReader
from triage.perceive.heard import Heard
from triage.perceive.index import Target
from triage.perceive.measured import measured_symptoms
from triage.perceive.numbers import Quantity
from triage.perceive.phrases import Match
from triage.perceive.readings import Reader
from triage.perceive.timing import TimeReader
from triage.perceive.vocabulary import Vocabulary

_NUMBER = Target("number", "")
_NO_FEVER = 37.0
"""Degrees Celsius up to which a reading takes back "my thermometer says"."""


@dataclass(frozen=True)
class InNumbers:
    """What the numbers of a message answer."""

    values: Mapping[str, Answer] = field(default_factory=dict)
    free: tuple[Quantity, ...] = ()
    """Numbers that may still answer the question asked last."""
    bad: bool = False
    """A number was given for a reading and cannot be one."""
    measured: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Symptoms that a reading makes -> the words of the reading."""
    normal: tuple[int, int] | None = None
    """The words of a temperature that is no fever, None where there is none or a higher one."""


def answers_in_numbers(
    heard: Heard,
    vocabulary: Vocabulary,
    numbers: Sequence[Quantity],
    waiting: frozenset[str],
    unit: str,
) -> InNumbers:
    """Return what numbers answer.

    Args:
        heard: the message.
        vocabulary: the compiled tables.
        numbers: its numbers.
        waiting: ids of questions that wait for an answer, without the one asked last.
        unit: the unit of the one asked last.
    """
    reader = Reader(heard.tokens, heard.layout, heard.plain.text, vocabulary.measures)
    measured = reader.read(numbers, partial(_is_real, heard))
    clock = TimeReader(heard.tokens, heard.layout, vocabulary.times).read(numbers)
    counter = CountReader(heard.tokens, heard.layout, vocabulary.measures.units["times"])
    free = [n for n in numbers if n.start not in measured.used | clock.used]
    counts, counted = counter.read(free, _named(heard, waiting))
    values: dict[str, Answer] = {**clock.values, **measured.values}
    values.update((name, count) for name, count in counts.items() if name)
    values.update(_in_steps(heard, reader, numbers, vocabulary))
    less_urine = any(match.target.name == "less_urine" for match, _ in heard.live)
    if less_urine and "duration_days" in clock.values:
        values["hours_no_urine"] = round(clock.values["duration_days"] * 24, 1)
    made = measured_symptoms(measured.values, vocabulary.tables.symptoms)
    no_fever = measured.values.get("temp_c", _NO_FEVER + 1) <= _NO_FEVER
    return InNumbers(
        values,
        tuple(n for n in free if n.start not in counted and reader.answers_in(n, unit)),
        measured.bad,
        {name: next(iter(measured.spans.values())) for name in made},
        measured.spans["temp_c"] if no_fever else None,
    )


def _in_steps(
    heard: Heard, reader: Reader, numbers: Sequence[Quantity], vocabulary: Vocabulary
) -> Iterator[tuple[str, Answer]]:
    """Yield the choices that amounts mean: "a rash on 40 percent of my body"."""
    for question in vocabulary.tables.in_steps:
        amounts = [n for n in numbers if reader.is_amount(n, question.unit) and _is_real(heard, n)]
        choice = question.choice_at([number.value for number in amounts])
        if choice:
            yield question.id, choice


def _is_real(heard: Heard, number: Quantity) -> bool:
    """Tell whether a number stands in no question, no supposition and not in another's story."""
    match = Match.of(_NUMBER, range(number.start, number.end))
    reading = heard.scopes.read(match, event=True)
    tokens = heard.tokens
    if reading.cue == "was" and tokens[0].word == "was" and tokens[1].is_number:
        return True  # "was 37.2, then 38.3" asks nothing
    if reading.status is Status.UNCLEAR:
        return not any(
            cue.kind.category == "asked" and cue.words == reading.cue for cue in heard.scopes.cues
        )
    return reading.status not in (Status.HYPOTHETICAL, Status.OTHER, Status.PAST)


def _named(heard: Heard, waiting: frozenset[str]) -> dict[str, set[int]]:
    """Return for each counting question the words that name what it counts.

    Where nothing counted is named, "about 5 times" answers the only one that waits.
    """
    named: dict[str, set[int]] = {}
    for match in (*heard.matches, *(match for match, _ in heard.readings)):
        if match.target.kind == "symptom" and match.target.name in COUNTED:
            named.setdefault(COUNTED[match.target.name], set()).update(match.words)
    waits = waiting.intersection(COUNTED.values())
    if not named and len(waits) == 1:
        return {next(iter(waits)): set(range(len(heard.tokens)))}
    return named
