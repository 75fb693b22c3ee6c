"""Reads a bare reply to the question asked last: yes, no, 8, 38.5, two weeks, I don't know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from triage.model import Answer
from triage.perceive.negators import DENYING
from triage.perceive.numbers import Quantity
from triage.perceive.phrases import Match
from triage.perceive.readings import celsius, millimoles
from triage.perceive.timing import TimeWords, days_of
from triage.perceive.tokens import Break, Token
from triage.tables.types import Question

_SHORT = 6
"""A reply of so few words is about the question even without a yes or no in front."""
_SHORTER_DONT_KNOW = 12
_NOTHING = frozenset({"none", "zero", "nothing", "no", "not", "nil", "never", "havent", "nope"})
"""Words that begin a reply of zero: "none", "no pain"."""
_ASIDE = frozenset({"mind", "thanks", "thank", "idea", "clue", "sure", "number", "matter"})
"""Words of "never mind" and "no thanks", which are no reply."""

_VERBS = frozenset({"am", "is", "are", "do", "does", "did", "has", "have", "can"})
"""Last words of a yes that a "not" takes back: "it has", "I do"."""


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
    times: TimeWords,
    *,
    reports: bool,
) -> Reply:
    """Return the reply to one question.

    Args:
        question: the question asked last.
        tokens: the words of the message.
        matches: every phrase in it.
        free: its numbers that are not a reading of something else.
        times: the units of time.
        reports: the message reports a symptom; only a leading yes or no is then a reply.

    The same holds where it answers another question: "no blood" tells nothing of pain.
    """
    kinds = {m.target.kind for m in matches if m.target.name != question.id}
    reports = reports or "answer" in kinds
    said = [match for match in matches if match.target.kind == "say"]
    unsure = [match for match in said if match.target.name == "dont_know"]
    if unsure and len(tokens) <= _SHORTER_DONT_KNOW:
        return Reply(unknown=True)
    if question.type == "number":
        return _number(question, tokens, free, times, more=reports)
    word = _yes_or_no(tokens, said, reports)
    if question.type == "yes_no":
        return Reply(None if word is None else word == "yes")
    first = next(iter(question.choices), None)
    return Reply(first if word == "no" and first == "none" else None)


def _number(
    question: Question,
    tokens: Sequence[Token],
    free: Sequence[Quantity],
    times: TimeWords,
    *,
    more: bool,
) -> Reply:
    """Read a number; "none" is zero where the message says no `more` than that."""
    for number in free:
        value = _in_unit(question, number, tokens, times)
        if value is not None:
            return Reply(value)
    if any(number.digits for number in free):
        return Reply(bad_number=True)
    words = [token.word for token in tokens]
    short = 0 < len(words) <= _SHORT and not more and not _ASIDE.intersection(words)
    return Reply(0.0 if question.minimum == 0 and short and words[0] in _NOTHING else None)


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


def _yes_or_no(tokens: Sequence[Token], said: Sequence[Match], reports: bool) -> str | None:
    """Return `yes` or `no`: said in front, or anywhere in a short reply."""
    words = [
        match
        for match in said
        if match.target.name in {"yes", "no"} and not _taken_back(tokens, match)
    ]
    leading = leading_yes_or_no(tokens, said)
    if leading is not None:
        return leading
    if reports or len(tokens) > _SHORT or not words:
        return None
    return max(words, key=lambda match: (len(match.words), match.target.name == "no")).target.name


def leading_yes_or_no(tokens: Sequence[Token], said: Sequence[Match]) -> str | None:
    """Return the `yes` or `no` that a message is or begins with: "no, that is over"."""
    leading = [
        match
        for match in said
        if match.target.name in {"yes", "no"}
        and match.start == 0
        and _stands_alone(tokens, match)
        and not _taken_back(tokens, match)
    ]
    return max(leading, key=lambda match: len(match.words)).target.name if leading else None


def _stands_alone(tokens: Sequence[Token], match: Match) -> bool:
    """Tell "no, it does not" from "no fever"."""
    if match.end >= len(tokens):
        return True
    following = tokens[match.end]
    pronouns = {"i", "it", "he", "she", "they", "im", "its", "ive", "not", "never", "but", "and"}
    return following.before is not Break.NONE or following.word in pronouns


def _taken_back(tokens: Sequence[Token], match: Match) -> bool:
    """Tell whether the next word denies it: "it has not stopped" says no yes."""
    following = tokens[match.end : match.end + 1]
    denied = any(token.word in DENYING and token.before is Break.NONE for token in following)
    return denied and tokens[match.end - 1].word in _VERBS
