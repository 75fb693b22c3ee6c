"""Reads answers to the triage's questions out of a message, asked for or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from triage.model import Answer, Status
from triage.perceive.counts import CountReader
from triage.perceive.heard import Heard
from triage.perceive.index import Target
from triage.perceive.measured import measured_symptoms
from triage.perceive.negators import denied_inside
from triage.perceive.numbers import Quantity, quantities
from triage.perceive.pending import reply_to
from triage.perceive.phrases import Match
from triage.perceive.readings import Reader
from triage.perceive.resolve import longest
from triage.perceive.scope import Scopes
from triage.perceive.severity import severity
from triage.perceive.status import Reading
from triage.perceive.timing import TimeReader
from triage.perceive.vocabulary import Vocabulary
from triage.tables import fits
from triage.tables.types import Question, Symptom

_NUMBER = Target("number", "")
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
_WITH_A_SYMPTOM = frozenset({"duration_days", "worse", "onset_sudden"})
"""Answers that need a symptom to be about, whichever it is."""
_COUNTED = {
    "diarrhoea": "stools_over_usual",
    "blood_in_stool": "stools_over_usual",
    "vomiting": "vomits_24h",
    "vomiting_blood": "vomits_24h",
    "thirst_urination": "",
    "painful_urination": "",
}
"""Symptom -> the question its `eight times a day` answers; none for passing water."""
_OVER = frozenset({"ended", "well_now"})
_NO_FEVER = 37.0
"""Degrees Celsius up to which a reading takes back "my thermometer says"."""
_GONE: Mapping[str, Answer] = {"chest_now": False, "pain_score": 0.0, "duration_days": 1.0}
"""What "last night, but gone now" answers."""


@dataclass
class Answers:
    """What a message answers."""

    values: dict[str, Answer] = field(default_factory=dict)
    therapies: tuple[str, ...] = ()
    unknown: bool = False
    bad_number: bool = False
    measured: dict[str, tuple[int, int]] = field(default_factory=dict)
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
    answers = Answers(therapies=_therapies(heard))
    numbers = quantities(heard.tokens, vocabulary.numbers)
    told = bool(numbers or live or pending)
    used = _numbers(heard, vocabulary, numbers, relevant - {pending}, answers) if told else set()
    reported = [*symptoms, *(tables.symptoms[name] for name in answers.measured)]
    wanted = relevant | _ALWAYS | {q for symptom in reported for q in symptom.ask}
    wanted |= _WITH_A_SYMPTOM if reported else frozenset()
    wanted |= {pending} if pending else frozenset()
    _spoken(heard, vocabulary, wanted, answers)
    found = [(match, symptom) for (match, _), symptom in zip(live, symptoms, strict=True)]
    for name, value in severity(heard.matches, found, vocabulary.severe, _COUNTED).items():
        answers.values.setdefault(name, value)
    answers.values = {name: value for name, value in answers.values.items() if name in wanted}
    _gone(live, symptoms, answers)
    question = tables.questions.get(pending or "")
    if question:
        free = [number for number in numbers if number.start not in used]
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
        answers.unknown = said.unknown or (pending == "temp_c" and _without_fever(heard))
        answers.bad_number = answers.bad_number or said.bad_number
        if said.value is not None:
            answers.values.setdefault(question.id, said.value)
        if question.id == "therapy" and len(answers.therapies) == 1:
            answers.values["therapy"] = answers.therapies[0]
    answers.values = _allowed(answers.values, tables.questions)
    return answers


def _numbers(
    heard: Heard,
    vocabulary: Vocabulary,
    numbers: Sequence[Quantity],
    relevant: frozenset[str],
    answers: Answers,
) -> set[int]:
    """Add what numbers say; return the starts of the numbers that were used."""
    reader = Reader(heard.tokens, heard.layout, heard.plain.text, vocabulary.measures)
    measured = reader.read([n for n in numbers if not _unreal(heard, n)])
    clock = TimeReader(heard.tokens, heard.layout, vocabulary.times).read(numbers)
    counter = CountReader(heard.tokens, heard.layout, vocabulary.measures.units["times"])
    free = [n for n in numbers if n.start not in measured.used | clock.used]
    counts, counted = counter.read(free, _named(heard, relevant))
    answers.bad_number = measured.bad
    for name in measured_symptoms(measured.values, vocabulary.tables.symptoms):
        answers.measured[name] = next(iter(measured.spans.values()))
    if measured.values.get("temp_c", _NO_FEVER + 1) <= _NO_FEVER:
        answers.normal = measured.spans["temp_c"]
    answers.values.update(clock.values)
    answers.values.update(measured.values)
    answers.values.update((name, count) for name, count in counts.items() if name)
    if (
        any(match.target.name == "less_urine" for match, _ in heard.live)
        and "duration_days" in clock.values
    ):
        answers.values["hours_no_urine"] = round(clock.values["duration_days"] * 24, 1)
    return measured.used | clock.used | counted


def _unreal(heard: Heard, number: Quantity) -> bool:
    """Tell whether a number stands in a question, a supposition or another's story."""
    match = Match.of(_NUMBER, range(number.start, number.end))
    reading = heard.scopes.read(match, event=True)
    tokens = heard.tokens
    if reading.cue == "was" and tokens[0].word == "was" and tokens[1].is_number:
        return False  # "was 37.2, then 38.3" asks nothing
    if reading.status is Status.UNCLEAR:
        return any(
            cue.kind.category == "asked" and cue.words == reading.cue for cue in heard.scopes.cues
        )
    return reading.status in (Status.HYPOTHETICAL, Status.OTHER, Status.PAST)


def _named(heard: Heard, relevant: frozenset[str]) -> dict[str, set[int]]:
    """Return for each counting question the words that name what it counts.

    Where nothing counted is named, "about 5 times" answers the only one that waits.
    """
    named: dict[str, set[int]] = {}
    for match in (*heard.matches, *(match for match, _ in heard.readings)):
        if match.target.kind == "symptom" and match.target.name in _COUNTED:
            named.setdefault(_COUNTED[match.target.name], set()).update(match.words)
    waits = relevant.intersection(_COUNTED.values())
    if not named and len(waits) == 1:
        return {next(iter(waits)): set(range(len(heard.tokens)))}
    return named


def _spoken(heard: Heard, vocabulary: Vocabulary, wanted: frozenset[str], answers: Answers) -> None:
    """Add the answers given in words; the longer phrase wins, then the worse answer."""
    best: dict[str, tuple[int, bool, Answer]] = {}
    for match in heard.matches:
        if match.target.kind != "answer" or match.target.name not in wanted:
            continue
        question = vocabulary.tables.questions[match.target.name]
        value = _value(question, match, heard)
        if value is not None:
            weight = (len(match.words), _is_worse(question, value), value)
            known = best.get(question.id)
            if known is None or weight[:2] > known[:2]:
                best[question.id] = weight
    answers.values.update((name, weight[2]) for name, weight in best.items())


def _value(question: Question, match: Match, heard: Heard) -> Answer | None:
    """Return what a phrase answers in its place; None where it is not said of now."""
    status = heard.scopes.read(match, event=False).status
    said = match.target.value
    if question.type == "yes_no":
        if said == question.worse and _over_inside(match, heard.scopes):
            return None
        if status.counts and said != question.worse and denied_inside(match.words, heard.tokens):
            return said == "no"
        if status is Status.NEGATED:
            return said == "no"
        return said == "yes" if status.counts else None
    return said if status.counts else None


def _over_inside(match: Match, scopes: Scopes) -> bool:
    """Tell whether an end stands between the words of a phrase: "my chest pain is gone now"."""
    if len(match.words) == match.end - match.start:
        return False
    return any(
        cue.kind.category in _OVER
        and match.start < cue.start < match.end
        and cue.start not in match.words
        for cue in scopes.cues
    )


def _is_worse(question: Question, value: Answer) -> bool:
    return value is (question.worse == "yes")


def _gone(
    live: Sequence[tuple[Match, Reading]], symptoms: Sequence[Symptom], answers: Answers
) -> None:
    """A pain that came lately and is gone answers for itself."""
    painful = [
        reading
        for (_, reading), symptom in zip(live, symptoms, strict=True)
        if "pain_score" in symptom.ask
    ]
    if any(reading.over for reading in painful):
        for name, value in _GONE.items():
            answers.values.setdefault(name, value)


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
