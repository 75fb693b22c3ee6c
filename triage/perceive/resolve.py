"""Decides which of several overlapping matches holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from triage.perceive.phrases import Match


def resolve(symptoms: Iterable[Match], others: Sequence[Match]) -> list[Match]:
    """Return the symptoms that hold.

    A figure of speech hides a symptom that shares a word with it, unless the symptom's own
    phrase says more ("my back is killing me"). A `not_when` phrase hides its own symptom. A
    symptom whose words all belong to a longer one is part of that one.

    Args:
        symptoms: what was found by phrase or by problem and place.
        others: matches of kind `idiom` and `not_when`.
    """
    by_word: dict[int, list[Match]] = {}
    for other in others:
        for index in other.words:
            by_word.setdefault(index, []).append(other)
    kept = [match for match in dict.fromkeys(symptoms) if not _hidden(match, by_word)]
    return _longest(kept)


def _hidden(match: Match, by_word: dict[int, list[Match]]) -> bool:
    for index in match.words:
        for other in by_word.get(index, ()):
            if other.target.kind == "idiom":
                if not other.words < match.words:
                    return True
            elif other.target.name == match.target.name:
                return True
    return False


def _longest(matches: Sequence[Match]) -> list[Match]:
    by_word: dict[int, list[Match]] = {}
    for match in matches:
        for index in match.words:
            by_word.setdefault(index, []).append(match)
    kept = [
        match
        for match in matches
        if not any(match.words < other.words for i in match.words for other in by_word[i])
    ]
    return sorted(kept, key=lambda match: (match.start, match.end))
