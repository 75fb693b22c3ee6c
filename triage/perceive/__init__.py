"""Understands one message: findings with their status, answers, therapies, kinds of speech.

Public name: perceive. Stateless and pure; never raises on any text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from triage.model import Finding, Perceived, Status
from triage.perceive.answers import answers_of
from triage.perceive.clauses import Layout, lay_out, statements
from triage.perceive.compose import Composer
from triage.perceive.context import Context
from triage.perceive.duties import is_duty
from triage.perceive.everyday import Everyday
from triage.perceive.frames import Frames
from triage.perceive.heard import Heard
from triage.perceive.negators import NEGATORS
from triage.perceive.people import about
from triage.perceive.phrases import HINT, NOT_MEANT, Match
from triage.perceive.resolve import resolve
from triage.perceive.scope import Scopes
from triage.perceive.speech import flags_of
from triage.perceive.status import Reading
from triage.perceive.tense import Tenses
from triage.perceive.text import PlainText, normalize
from triage.perceive.tokens import Break, Token, Words, tokenize
from triage.perceive.vocabulary import Vocabulary, vocabulary_of
from triage.perceive.yes_no import yes_or_no
from triage.tables.types import Tables

__all__ = ["perceive"]

_KEPT = 4
"""Messages read lately and kept: those of the turns in hand."""
_FEVER = "fever"
_NO_LONGER = "no longer"
_MIND = "mental_health"
"""Thoughts that somebody no longer has are over."""
_AT_ONCE = 2
"""Words between a thermometer and what it says."""
_STRONGEST = (
    Status.PRESENT,
    Status.UNCLEAR,
    Status.NEGATED,
    Status.PAST,
    Status.HYPOTHETICAL,
    Status.OTHER,
)
"""Where one symptom is named twice, the reading that counts most is kept."""


def perceive(
    text: str, tables: Tables, relevant: Collection[str] = (), pending: str | None = None
) -> Perceived:
    """Return what one message says.

    Args:
        text: the message as typed.
        tables: the clinical tables, with the words patients use.
        relevant: ids of questions that wait for an answer, beside those of symptoms found here.
        pending: id of the question asked last; a bare "yes", "no" or number answers it.
    """
    return _perceived(text, vocabulary_of(tables), frozenset(relevant), pending)


@lru_cache(maxsize=_KEPT)
def _perceived(
    text: str, vocabulary: Vocabulary, relevant: frozenset[str], pending: str | None
) -> Perceived:
    """Return what one message says; one turn asks for the same more than once."""
    heard = _heard(text, vocabulary)
    answers = answers_of(heard, vocabulary, relevant, pending)
    named = [
        *(
            (m.target.name, m.start, m.end, _measured(m, reading, answers.normal, heard.tokens))
            for m, reading in heard.readings
        ),
        *((name, *span, Reading(Status.PRESENT)) for name, span in answers.measured.items()),
    ]
    present = [match.start for match, reading in heard.readings if reading.status is Status.PRESENT]
    return Perceived(
        findings=_findings(named, heard.plain, heard.tokens),
        answers=answers.values,
        therapies=answers.therapies,
        unknown=answers.unknown,
        about=about(heard.tokens, vocabulary.people, min(present) + 1 if present else None),
        flags=flags_of(
            heard.tokens,
            heard.layout,
            heard.matches,
            vocabulary.speller,
            yes_or_no(heard.tokens, vocabulary.replies, reports=bool(heard.readings)),
            bad_number=answers.bad_number,
        ),
    )


@lru_cache(maxsize=_KEPT)
def _heard(text: str, vocabulary: Vocabulary) -> Heard:
    """Return a message read as far as no question matters; one turn reads it more than once."""
    plain = normalize(text)
    words = _spelled(tokenize(plain), vocabulary)
    tokens = words.tokens
    layout = lay_out(words, vocabulary.grammar)
    # Neither a capital in an odd place nor "that is" must part the words of one complaint.
    loose = lay_out(words, vocabulary.grammar, loose=True)
    matches = vocabulary.phrases.find(tokens, statements(tokens, loose))
    said = {token.word for token in tokens}
    playful = vocabulary.figures.may_play(said)
    symptoms = [
        match
        for match in _symptoms(matches, tokens, loose, vocabulary)
        if not is_duty(match, tokens)
        and not vocabulary.senses.of_a_thing(match, tokens)
        and not vocabulary.figures.is_one(match, tokens, playful=playful)
    ]
    scopes = _scopes(symptoms, matches, tokens, layout, vocabulary)
    everyday = vocabulary.everyday if vocabulary.everyday.may_be(said) else None
    readings = [(match, _read(match, scopes, vocabulary.tables, everyday)) for match in symptoms]
    return Heard(plain, tokens, layout, matches, scopes, readings)


def _spelled(words: Words, vocabulary: Vocabulary) -> Words:
    """Return the words with the slips of medical words corrected."""
    speller = vocabulary.speller
    unknown = speller.unknown({token.word for token in words.tokens})
    if not unknown:
        return words
    tokens: list[Token] = []
    for token in words.tokens:
        slip = token.word in unknown
        corrected = speller.correct(token.word, named=token.opening) if slip else (token.word,)
        if corrected == (token.word,):
            tokens.append(token)
            continue
        for position, word in enumerate(corrected):
            tokens.append(
                Token(
                    word,
                    token.start,
                    token.end,
                    token.before if position == 0 else Break.NONE,
                    token.opening and position == 0,
                    token.asked and position == 0,
                    token.owns,
                )
            )
    return Words(tokens, words.ends_asking)


def _symptoms(
    heard: Sequence[Match], tokens: Sequence[Token], layout: Layout, vocabulary: Vocabulary
) -> list[Match]:
    """Return the symptoms named, by phrase or by a problem at a place."""
    kinds: dict[str, list[Match]] = {}
    for match in heard:
        kinds.setdefault(match.target.kind, []).append(match)
    places = kinds.get("place", [])
    parts = kinds.get("problem", []) + places
    light = [token.word in vocabulary.light for token in tokens]
    composed = Composer(tokens, layout.clause, light).compose(parts, vocabulary.pairs)
    masks = kinds.get("idiom", []) + kinds.get(NOT_MEANT, [])
    negators = {index for index, token in enumerate(tokens) if token.word in NEGATORS}
    elsewhere = {match.words for match in places}
    named = [*kinds.get("symptom", []), *composed]
    return resolve(named, masks, negators, vocabulary.alongside, elsewhere)


def _read(match: Match, scopes: Scopes, tables: Tables, everyday: Everyday | None) -> Reading:
    """Return the status of one symptom.

    What words only hint at is asked about, and so is what was a danger until lately: "I no longer
    cough up blood". What is told as what an effort or a meal did is over.
    """
    symptom = tables.symptoms[match.target.name]
    reading = scopes.read(match, event=symptom.event, grave=symptom.grave)
    lately = reading.status is Status.NEGATED and reading.cue.startswith(_NO_LONGER)
    if lately and (symptom.event or symptom.grave) and symptom.system != _MIND:
        return Reading(Status.UNCLEAR, reading.cue)
    if match.target.value == HINT and reading.status is Status.PRESENT:
        return Reading(Status.UNCLEAR, reading.cue)
    if everyday is None or not reading.status.counts:
        return reading
    cause = everyday.cause(match, scopes.context.tokens)
    return Reading(Status.PAST, cause) if cause else reading


def _measured(
    match: Match, reading: Reading, normal: tuple[int, int] | None, tokens: Sequence[Token]
) -> Reading:
    """Return a fever as denied where a normal temperature follows at once: "temp of 36.5"."""
    if normal is None or match.target.name != _FEVER:
        return reading
    follows = 0 <= normal[0] - match.end <= _AT_ONCE and all(
        token.before is Break.NONE for token in tokens[match.end : normal[0] + 1]
    )
    return Reading(Status.NEGATED, "normal temperature") if follows else reading


def _scopes(
    symptoms: Sequence[Match],
    heard: Sequence[Match],
    tokens: Sequence[Token],
    layout: Layout,
    vocabulary: Vocabulary,
) -> Scopes:
    """Return the cues of a message, without words that belong to a symptom ("no appetite")."""
    taken = frozenset(index for match in symptoms for index in match.words)
    cues = vocabulary.cues.find(tokens, taken)
    dosed = {i for i, token in enumerate(tokens) if token.word in vocabulary.times.dose}
    named = {i for match in heard if match.target.kind == "therapy" for i in match.words}
    treatments = frozenset(dosed | named)
    frames = Frames(
        tokens,
        layout,
        vocabulary.frames.find(tokens, ()),
        vocabulary.who,
        treatments,
        vocabulary.caught,
    )
    tenses = Tenses(tokens, vocabulary.verbs)
    doses, puzzling = vocabulary.times.dose, vocabulary.puzzling
    context = Context(tokens, layout, tenses, symptoms, doses, puzzling)
    return Scopes(context, cues, frames, vocabulary.deeds)


def _findings(
    named: Sequence[tuple[str, int, int, Reading]], plain: PlainText, tokens: Sequence[Token]
) -> tuple[Finding, ...]:
    """Return one finding for each symptom, with the person's own words."""
    best: dict[str, Finding] = {}
    for name, first, after, reading in named:
        start, end = plain.span(tokens[first].start, tokens[after - 1].end)
        found = Finding(name, reading.status, plain.original[start:end], reading.cue, start, end)
        known = best.get(name)
        if known is None or _rank(found) < _rank(known):
            best[name] = found
    return tuple(best.values())


def _rank(finding: Finding) -> int:
    return _STRONGEST.index(finding.status)
