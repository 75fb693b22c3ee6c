"""Reads answers to the triage's questions out of a message, asked for or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from triage.model import Answer, Status
from triage.perceive.counts import COUNTED
from triage.perceive.heard import Heard
from triage.perceive.in_numbers import InNumbers, answers_in_numbers
from triage.perceive.in_words import answers_in_words
from triage.perceive.numbers import Quantity, quantities
from triage.perceive.pending import reply_to
from triage.perceive.phrases import Match
from triage.perceive.resolve import longest
from triage.perceive.severity import severity
from triage.perceive.status import Reading
from triage.perceive.vocabulary import Vocabulary
from triage.tables import fits
from triage.tables.types import Question, Symptom

_ALWAYS = frozenset(
    {
        "temp_c",
        "spo2",
        "bp_sys",
        "pulse",
        "glucose_mmol",
        "weight_gain_kg",
        "pain_score",
        "days_since_dose",
        "hours_since_infusion",
        "hours_since_bcg",
    }
)
"""Readings that count whatever was asked: each says of itself what it measures."""
_WITH_A_SYMPTOM = frozenset(
    {
        *("duration_days", "worse", "onset_sudden"),
        *("adrenal_known", "on_steroids", "steroid_missed", "chemo_too"),
    }
)
"""Answers that count beside any symptom: its course, and what else the person has and takes."""
_GONE: Mapping[str, Answer] = {"chest_now": False, "pain_score": 0.0, "duration_days": 1.0}
"""What "last night, but gone now" answers."""


@dataclass
class Answers:
    """What a message answers."""

    values: dict[str, Answer] = field(default_factory=dict)
    therapies: tuple[str, ...] = ()
    unknown: bool = False
    bad_number: bool = False
    measured: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Symptoms that a reading makes -> the words of the reading."""
    normal: tuple[int, int] | None = None
    """The words of a temperature that is no fever, None where there is none or a higher one."""


def answers_of(
    heard: Heard, vocabulary: Vocabulary, relevant: frozenset[str], pending: str | None
) -> Answers:
    """Return the answers a message holds.

    Args:
        heard: the message.
        vocabulary: the compiled tables.
        relevant: ids of questions that wait for an answer.
        pending: id of the question asked last.
    """
    tables = vocabulary.tables
    live = heard.live
    symptoms = [tables.symptoms[match.target.name] for match, _ in live]
    numbers = quantities(heard.tokens, vocabulary.numbers)
    told = bool(numbers or live or pending)
    question = tables.questions.get(pending or "")
    unit = question.unit if question else ""
    inside = (
        answers_in_numbers(heard, vocabulary, numbers, relevant - {pending}, unit)
        if told
        else InNumbers()
    )
    reported = [*symptoms, *(tables.symptoms[name] for name in inside.measured)]
    wanted = (
        relevant | _ALWAYS | {q for symptom in reported for q in tables.told_beside[symptom.id]}
    )
    wanted |= _WITH_A_SYMPTOM if reported else frozenset()
    wanted |= {pending} if pending else frozenset()
    values = {**inside.values, **answers_in_words(heard, vocabulary, wanted)}
    found = [(match, symptom) for (match, _), symptom in zip(live, symptoms, strict=True)]
    for name, value in severity(heard.matches, found, vocabulary.severe, COUNTED).items():
        values.setdefault(name, value)
    values = {name: value for name, value in values.items() if name in wanted}
    _gone(live, symptoms, values)
    answers = Answers(
        values,
        _therapies(heard),
        bad_number=inside.bad,
        measured=inside.measured,
        normal=inside.normal,
    )
    if question:
        _reply(question, heard, vocabulary, inside.free, answers)
    answers.values = _allowed(answers.values, tables.questions)
    return answers


def _reply(
    question: Question,
    heard: Heard,
    vocabulary: Vocabulary,
    free: Sequence[Quantity],
    answers: Answers,
) -> None:
    """Add what a message replies to the question asked last.

    Args:
        question: the question.
        heard: the message.
        vocabulary: the compiled tables.
        free: its numbers that are not a reading of something else.
        answers: what the message answers beside it.
    """
    said = reply_to(
        question,
        heard.tokens,
        heard.matches,
        free,
        times=vocabulary.times,
        words=vocabulary.replies,
        reports=bool(heard.readings),
        denies=heard.only_denies,
    )
    answers.unknown = said.unknown or (question.id == "temp_c" and _without_fever(heard))
    answers.bad_number = answers.bad_number or said.bad_number
    if said.value is not None:
        answers.values.setdefault(question.id, said.value)
    if question.id == "therapy" and len(answers.therapies) == 1:
        answers.values["therapy"] = answers.therapies[0]


def _gone(
    live: Sequence[tuple[Match, Reading]], symptoms: Sequence[Symptom], values: dict[str, Answer]
) -> None:
    """A pain that came lately and is gone answers for itself."""
    painful = [
        reading
        for (_, reading), symptom in zip(live, symptoms, strict=True)
        if "pain_score" in symptom.ask
    ]
    if any(reading.over for reading in painful):
        for name, value in _GONE.items():
            values.setdefault(name, value)


def _therapies(heard: Heard) -> tuple[str, ...]:
    """Return the treatments the person has or had, the longest name where two overlap."""
    named = [
        match
        for match in heard.matches
        if match.target.kind == "therapy" and match.target.name != "unknown"
    ]
    names: list[str] = []
    for match in longest(named):
        name = match.target.name
        status = heard.scopes.read(match, event=True).status
        if name not in names and (status.counts or status is Status.PAST):
            names.append(name)
    return tuple(names)


def _without_fever(heard: Heard) -> bool:
    """Tell whether a fever is denied: who says so need not go and measure."""
    return any(
        match.target.name == "fever" and reading.status is Status.NEGATED
        for match, reading in heard.readings
    )


def _allowed(values: Mapping[str, Answer], questions: Mapping[str, Question]) -> dict[str, Answer]:
    """Return the answers whose question exists and allows them."""
    return {
        name: value
        for name, value in values.items()
        if name in questions and fits(questions[name], value)
    }
