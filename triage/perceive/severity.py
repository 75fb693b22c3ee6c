"""Reads how bad it is from words: "a bit tired", "excruciating", "severe diarrhea"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from triage.model import Answer
from triage.perceive.phrases import Match
from triage.tables.types import Symptom

_BESIDE = 3
"""Words between a mild or severe word and the symptom it is said of."""
_ACHES = frozenset({"headache", "chest_pain", "abdominal_pain", "back_pain", "right_side_pain"})
"""Symptoms that are a pain also where the word does not say so, such as migraine."""


def severity(
    matches: Sequence[Match],
    found: Sequence[tuple[Match, Symptom]],
    severe_means: Mapping[str, float],
    counted: Mapping[str, str],
) -> dict[str, Answer]:
    """Return what words of degree answer.

    A mild word answers `adl`, and only where every symptom that asks it allows that: for any
    other symptom a mild word must not lower the level (specification,
    `severity_and_negation_words`). A severe word stands for a number next to a pain or next to
    something that is counted.

    Args:
        matches: every phrase in the message.
        found: the symptoms that count, with where they stand.
        severe_means: question -> the number a severe word stands for.
        counted: symptom -> the question its count answers.
    """
    answers: dict[str, Answer] = {}
    mild = _around(matches, "mild")
    limits = [(match, symptom) for match, symptom in found if "adl" in symptom.ask]
    if limits and all(
        symptom.mild_means_adl_none and not mild.isdisjoint(match.words)
        for match, symptom in limits
    ):
        answers["adl"] = "none"
    severe = _around(matches, "severe")
    pains = {index for match in matches if match.target.kind == "pain" for index in match.words}
    for match, symptom in found:
        if severe.isdisjoint(match.words):
            continue
        question = counted.get(symptom.id, "")
        if symptom.id in _ACHES or not pains.isdisjoint(match.words):
            question = "pain_score"
        if question in severe_means:
            answers[question] = float(severe_means[question])
    return answers


def _around(matches: Iterable[Match], kind: str) -> set[int]:
    """Return the indices of the words next to matches of one kind."""
    return {
        index + step
        for match in matches
        if match.target.kind == kind
        for index in match.words
        for step in range(-_BESIDE, _BESIDE + 1)
    }
