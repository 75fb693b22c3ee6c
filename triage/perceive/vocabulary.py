"""Everything the tables say about words, compiled once for each set of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from triage.perceive.beside import MeasureWords
from triage.perceive.clauses import Grammar
from triage.perceive.cues import CueIndex
from triage.perceive.everyday import Everyday
from triage.perceive.families import Families, plain_words
from triage.perceive.figures import Figures
from triage.perceive.index import Target
from triage.perceive.numbers import NumberWords
from triage.perceive.phrases import HINT, NOT_MEANT, PhraseIndex
from triage.perceive.senses import Senses
from triage.perceive.spelling import Speller, weigh
from triage.perceive.tense import VerbWords
from triage.perceive.timing import TimeWords
from triage.perceive.who import Who
from triage.perceive.yes_no import ReplyWords
from triage.tables.types import Tables


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The compiled words of one set of tables; equal only to itself."""

    tables: Tables
    phrases: PhraseIndex
    pairs: Mapping[tuple[str, str], tuple[str, ...]]
    """(problem, place) -> symptoms."""
    speller: Speller
    cues: CueIndex
    frames: CueIndex
    """What a whole sentence is, found beside the cues and never in their place."""
    grammar: Grammar
    verbs: VerbWords
    light: frozenset[str]
    """Words that only join a problem and a place."""
    ignored: frozenset[str]
    alongside: frozenset[str]
    people: Mapping[str, frozenset[str]]
    numbers: NumberWords
    measures: MeasureWords
    times: TimeWords
    replies: ReplyWords
    puzzling: frozenset[str]
    """Symptoms that in the first person may only mean not to understand something."""
    deeds: frozenset[str]
    """Symptoms that are something done, not felt."""
    caught: frozenset[str]
    """Symptoms that count whoever has them."""
    who: Who
    senses: Senses
    """Other senses of a symptom's words, beside a thing."""
    everyday: Everyday
    """What effort, food or dust does to anybody."""
    figures: Figures
    """Strong words with an everyday cause beside them."""
    severe: Mapping[str, float]
    """Question -> the number that a severe word next to its symptom stands for."""


_KEPT = 4
"""Compiled sets of tables kept; a process uses one, tests a few."""
_compiled: dict[int, Vocabulary] = {}
"""By the identity of the tables, which each entry keeps alive."""


def vocabulary_of(tables: Tables) -> Vocabulary:
    """Return the compiled words of these tables; compiled once."""
    found = _compiled.get(id(tables))
    if found is None:
        found = _compile(tables)
        while len(_compiled) >= _KEPT:
            _compiled.pop(next(iter(_compiled)), None)
        _compiled[id(tables)] = found
    return found


def _compile(tables: Tables) -> Vocabulary:
    language = tables.language
    ignored = frozenset(word for line in language["ignored"] for word in line)
    families = Families(language["families"], ignored)
    skipped = ignored | frozenset(language["fillers"])
    phrases = PhraseIndex(families, skipped)
    for phrase, target in _phrases(tables):
        phrases.add(phrase, target)
    counting = NumberWords(**language["numbers"])
    cues = CueIndex(language["cues"], {*counting.ones, *counting.tens})
    frames = CueIndex(
        ({"reach": "sentence", **group, "direction": "both"} for group in language["frames"]),
        {*counting.ones, *counting.tens},
    )
    return Vocabulary(
        tables=tables,
        phrases=phrases,
        pairs=_pairs(tables),
        speller=Speller(
            weigh(_spellable(tables, cues)),
            {
                *ignored,
                *language["terms"],
                *language["subjects"],
                *(word for words in language["whose"].values() for word in words),
                *(word for words in language["things"]["words"].values() for word in words),
                *(word for words in language["causes"].values() for word in words),
                *(word for words in language["everyday"].values() for word in words),
                *frames.words(),
            },
        ),
        cues=cues,
        frames=frames,
        grammar=Grammar(
            frozenset(language["subjects"]),
            frozenset(language["contrast"]),
            frozenset(language["joining"]),
        ),
        verbs=VerbWords.of(language["verbs"]),
        light=skipped | frozenset(language["light"]),
        ignored=ignored,
        alongside=frozenset(language["alongside"]),
        puzzling=frozenset(language["puzzling"]),
        deeds=frozenset(language["deeds"]),
        people=_sets(language["people"]),
        caught=frozenset(language["caught"]),
        who=_who(language, cues),
        senses=Senses.of(language["things"]),
        everyday=Everyday(_sets(language["everyday"])),
        figures=Figures.of(language["figures"], language["causes"], language["pretended"]),
        numbers=counting,
        measures=MeasureWords(_sets(language["units"]), _sets(language["about_numbers"])),
        times=_times(language),
        replies=ReplyWords.of(language["say"]),
        severe=language["severe"]["means"],
    )


def _sets(groups: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in groups.items()}


def _who(language: Mapping[str, Any], cues: CueIndex) -> Who:
    verbs = language["verbs"]
    return Who.of(
        _sets(language["whose"]),
        _sets(language["people"]),
        cues.single("animal"),
        frozenset((*verbs["past"], *verbs["present"], *verbs["onset"])),
    )


def _times(language: Mapping[str, Any]) -> TimeWords:
    about = _sets(language["about_numbers"])
    return TimeWords(
        units=_sets(language["units"]),
        since=language["times"]["since"],
        lasting=language["times"]["for"],
        dosed=language["times"]["dosed"],
        dose=about["dose"],
        bladder=about["bladder"],
        onset=frozenset(language["verbs"]["onset"]),
    )


def _phrases(tables: Tables) -> Iterator[tuple[str, Target]]:
    """Yield every phrase of the tables with what it stands for."""
    for symptom in tables.symptoms.values():
        for phrase in symptom.said_as.phrases:
            yield phrase, Target("symptom", symptom.id)
        for phrase in symptom.said_as.hints:
            yield phrase, Target("symptom", symptom.id, HINT)
        for phrase in symptom.said_as.not_when:
            yield phrase, Target(NOT_MEANT, symptom.id)
        for pair in symptom.said_as.problem_at_place:
            yield from ((problem, Target("problem", problem)) for problem in pair.problem)
            yield from ((place, Target("place", place)) for place in pair.place)
    for question in tables.questions.values():
        for value, said in question.said_as.items():
            yield from ((phrase, Target("answer", question.id, value)) for phrase in said)
    for therapy in tables.therapies.values():
        yield from ((phrase, Target("therapy", therapy.id)) for phrase in therapy.said_as)
    language = tables.language
    yield from ((phrase, Target("say", "dont_know")) for phrase in language["say"]["dont_know"])
    for name, said in language["speech"].items():
        yield from ((phrase, Target("speech", name)) for phrase in said)
    yield from ((phrase, Target("idiom", phrase)) for phrase in language["idioms"])
    yield from ((phrase, Target("mild", phrase)) for phrase in language["mild"])
    yield from ((phrase, Target("severe", phrase)) for phrase in language["severe"]["words"])
    yield from ((word, Target("pain", word)) for word in language["families"]["pain"])


def _pairs(tables: Tables) -> dict[tuple[str, str], tuple[str, ...]]:
    pairs: dict[tuple[str, str], tuple[str, ...]] = {}
    for symptom in tables.symptoms.values():
        for pair in symptom.said_as.problem_at_place:
            for problem in pair.problem:
                for place in pair.place:
                    known = pairs.get((problem, place), ())
                    pairs[problem, place] = (*known, symptom.id)
    return pairs


def _spellable(tables: Tables, cues: CueIndex) -> Iterator[str]:
    """Yield every word that a slip may have been meant to be, as often as phrases use it."""
    language = tables.language
    denying = cues.words("negated")
    families = {
        f"{{{name}}}": [word for word in _words(said) if word not in denying]
        for name, said in language["families"].items()
    }
    for phrase, _ in _phrases(tables):
        yield from _words([phrase])
        for piece in phrase.split():
            yield from families.get(piece, ())
    for words in families.values():
        yield from words
    yield from cues.words()
    for section in ("say", "units", "about_numbers", "people", "verbs"):
        for said in language[section].values():
            yield from _words(said)
    yield from _words(word for words in language["numbers"].values() for word in words)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for piece in text.split():
            if not piece.startswith("{"):
                yield from plain_words(piece.removeprefix("="))
