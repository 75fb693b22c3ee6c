"""Answers given in words: "no blood in it", "only when I climb stairs"."""

from __future__ import annotations

from triage.model import Answer, Status
from triage.perceive.heard import Heard
from triage.perceive.negators import denied_inside
from triage.perceive.phrases import Match
from triage.perceive.scope import Scopes
from triage.perceive.vocabulary import Vocabulary
from triage.tables.types import Question

_OVER = frozenset({"ended", "well_now"})


def answers_in_words(
    heard: Heard, vocabulary: Vocabulary, wanted: frozenset[str]
) -> dict[str, Answer]:
    """Return the answers given in words; the longer phrase wins, then the worse answer.

    Args:
        heard: the message.
        vocabulary: the compiled tables.
        wanted: ids of the questions whose answers count.
    """
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
    return {name: value for name, (_, _, value) in best.items()}


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
