"""Reads a bare reply to the question asked last: yes, no, 8, 38.5, two weeks, I don't know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from triage.model import Answer
from triage.perceive.families import plain_words
from triage.perceive.numbers import Quantity
from triage.perceive.phrases import Match
from triage.perceive.readings import celsius, millimoles
from triage.perceive.stem import stem
from triage.perceive.timing import TimeWords, days_of
from triage.perceive.tokens import Token
from triage.perceive.yes_no import Lean, ReplyWords, yes_or_no
from triage.tables.types import Question

_SHORTER_DONT_KNOW = 12
_NOTHING = frozenset({"none", "zero", "no", "nil"})
"""Words that begin a reply of zero in the question's own words: "no pain"."""
_TIMES = frozenset({"days", "hours"})
"""Units of questions that "none" does not answer: that nothing came is no time of zero."""


@dataclass(frozen=True)
class Reply:
    """What a bare reply says."""

    value: Answer | None = None
    unknown: bool = False
    bad_number: bool = False


def reply_to(
    question: Question,
    tokens: Sequence[Token],
    matches: Sequence[Match],
    free: Sequence[Quantity],
    *,
    times: TimeWords,
    words: ReplyWords,
    reports: bool,
    denies: bool = False,
) -> Reply:
    """Return the reply to one question.

    Args:
        question: the question asked last.
        tokens: the words of the message.
        matches: every phrase in it.
        free: its numbers that are not a reading of something else.
        times: the units of time.
        words: the words of short replies.
        reports: the message reports a symptom; only a leading yes or no is then a reply.
        denies: all it names is denied. "Are you safe?" - "no, I would never hurt myself" is no no.

    The same holds where it answers another question: "no blood" tells nothing of pain.
    An answer that is no plain one never is the better one.
    """
    kinds = {m.target.kind for m in matches if m.target.name != question.id}
    reports = reports or "answer" in kinds
    if "say" in {match.target.kind for match in matches} and len(tokens) <= _SHORTER_DONT_KNOW:
        return Reply(unknown=True)
    lean = yes_or_no(tokens, words, reports=reports)
    if question.type == "number":
        value = _number(question, tokens, free, times)
        counts = question.minimum == 0 and question.unit not in _TIMES and value == Reply()
        return Reply(0.0) if counts and _is_none(question, tokens, lean, words) else value
    if question.type == "yes_no":
        crossed = denies and question.worse == "no" and lean is not None and not lean.yes
        return Reply(lean.answers(question.worse) if lean and not crossed else None)
    none = "none" in question.choices and _is_none(question, tokens, lean, words)
    said = [number.value for number in free if not _is_denied(number, tokens)]
    return Reply("none" if none else question.choice_at(said))


def _number(
    question: Question, tokens: Sequence[Token], free: Sequence[Quantity], times: TimeWords
) -> Reply:
    """Read a number."""
    said = [number for number in free if not _is_denied(number, tokens)]
    for number in said:
        value = _in_unit(question, number, tokens, times)
        if value is not None:
            return Reply(value)
    return Reply(bad_number=any(number.digits for number in said))


def _is_denied(number: Quantity, tokens: Sequence[Token]) -> bool:
    """Tell whether it is denied that it came so often: "not once"."""
    before = tokens[number.start - 1].word if number.start else ""
    return before == "not" and not number.digits


def _is_none(
    question: Question, tokens: Sequence[Token], lean: Lean | None, words: ReplyWords
) -> bool:
    """Tell whether a reply is none of what is asked: a plain no, or "no pain" to a pain."""
    said = [token.word for token in tokens]
    if lean is not None and lean.answers("yes") is False:
        return True
    asked = {stem(word) for word in plain_words(question.ask)}
    own = all(token.stem in asked or words.says_little(token.word) for token in tokens[1:])
    return own and bool(said) and said[0] in _NOTHING


def _in_unit(
    question: Question, number: Quantity, tokens: Sequence[Token], times: TimeWords
) -> float | None:
    """Return a number in the question's unit; None where it cannot be an answer."""
    value: float | None = number.value
    if question.kind == "temperature":
        value = celsius(number.value)
    elif question.unit == "mmol/L":
        value = millimoles(number.value)
    elif question.unit in {"days", "hours"}:
        days = days_of(tokens, number, times)
        if days is not None:
            value = round(days * 24, 1) if question.unit == "hours" else days
    elif question.unit == "kg":
        value = round(number.value / _pounds(tokens, number), 1)
    if value is None or question.minimum is None or question.maximum is None:
        return None
    return float(value) if question.minimum <= value <= question.maximum else None


def _pounds(tokens: Sequence[Token], number: Quantity) -> float:
    word = tokens[number.end].word if number.end < len(tokens) else ""
    if word.startswith(("lb", "pound")):
        return 2.2
    return 1 / 6.35 if word.startswith("stone") else 1.0
