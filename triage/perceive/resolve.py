"""Decides which of several overlapping matches holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from triage.perceive.phrases import HINT, NOT_MEANT, Match


def resolve(
    symptoms: Iterable[Match],
    others: Sequence[Match],
    negators: Collection[int],
    alongside: Collection[str],
    elsewhere: Collection[frozenset[int]] = (),
) -> list[Match]:
    """Return the symptoms that hold.

    A figure of speech hides a symptom that shares a word with it, a `not_when` phrase its own
    symptom - unless the symptom's own words say more ("my back is killing me"), part the
    figure, or say it of another place. A symptom whose words all belong to a longer one is part
    of that one, unless that is a mere hint. "No sleep" gives way to "sleep disturbances" where
    both are read in the same words: then the `no` denies.

    Args:
        symptoms: what was found by phrase or by problem and place.
        others: matches of kind `idiom` and `not_when`.
        negators: indices of no, not and the like.
        alongside: symptoms that leave the words they share to others too.
        elsewhere: the words of each place named.
    """
    by_word: dict[int, list[Match]] = {}
    for other in others:
        for index in other.words:
            by_word.setdefault(index, []).append(other)
    kept = [match for match in dict.fromkeys(symptoms) if not _hidden(match, by_word, elsewhere)]
    kept = [match for match in kept if not _denied(match, kept, negators)]
    return longest(kept, alongside)


def _denied(match: Match, matches: Sequence[Match], negators: Collection[int]) -> bool:
    """Tell whether the match takes a `no` that denies the same symptom in other words."""
    if match.start not in negators:
        return False
    return any(
        other.target == match.target
        and match.start not in other.words
        and not other.words.isdisjoint(match.words)
        and not other.words < match.words
        for other in matches
    )


def _hidden(
    match: Match, by_word: dict[int, list[Match]], elsewhere: Collection[frozenset[int]]
) -> bool:
    for index in match.words:
        for other in by_word.get(index, ()):
            mine = other.target.kind == "idiom" or other.target.name == match.target.name
            if not mine or other.words < match.words or _parted(other, match):
                continue
            if not _of_another_place(other, match, elsewhere):
                return True
    return False


def _of_another_place(other: Match, match: Match, elsewhere: Collection[frozenset[int]]) -> bool:
    """Tell whether only another place is meant: "blisters in my mouth and on my chest"."""
    return (
        other.target.kind == NOT_MEANT
        and other.words - match.words in elsewhere
        and any(words < match.words and words.isdisjoint(other.words) for words in elsewhere)
    )


def _parted(other: Match, match: Match) -> bool:
    """Tell whether a word of the symptom parts a figure: "blood in my stool test".

    Only a figure of speech is parted so; a `not_when` phrase is written with its symptom in mind.
    """
    return other.target.kind == "idiom" and any(
        other.start < index < other.end and index not in other.words for index in match.words
    )


def longest(matches: Sequence[Match], alongside: Collection[str] = ()) -> list[Match]:
    """Return the matches whose words are not all part of a longer one, in order.

    Args:
        matches: what was found.
        alongside: names that only take the place of their own shorter matches.
    """
    by_word: dict[int, list[Match]] = {}
    for match in matches:
        for index in match.words:
            by_word.setdefault(index, []).append(match)
    kept = [
        match
        for match in matches
        if not any(
            match.words < other.words
            and (other.target.value != HINT or match.target.value == HINT)
            and (match.target == other.target or other.target.name not in alongside)
            for i in match.words
            for other in by_word[i]
        )
    ]
    return sorted(kept, key=lambda match: (match.start, match.end))
