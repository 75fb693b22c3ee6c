"""Corrects misspelt medical words; leaves every common English word as it is."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

SHORTEST = 4
"""Shorter words are never corrected: too many real words are one letter away."""
_TWO_SLIPS_FROM = 7
"""Words of this length may have two slips."""
_LONGEST = 24
"""Nothing longer is a slip of a medical word."""
_REPEATED = re.compile(r"([a-z])\1{2,}")
_SOUNDS = (
    ("pn", "n"), ("ph", "f"), ("gh", ""), ("ck", "k"), ("sch", "sk"), ("x", "ks"),
    ("wr", "r"), ("kn", "n"), ("ps", "s"), ("qu", "kw"), ("z", "s"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_SILENT = re.compile(r"[aeiouywh]")
_DOUBLED = re.compile(r"(.)\1+")


class Speller:
    """Finds the word of the lexicon that an unknown word was meant to be."""

    def __init__(self, weights: dict[str, int]) -> None:
        """Build the index.

        Args:
            weights: every word the tables use -> how often; the more used wins a tie.
        """
        self._weights = weights
        self._known = common_words() | weights.keys()
        self._by_deletion: dict[str, list[str]] = {}
        self._by_sound: dict[str, list[str]] = {}
        for word in weights:
            if len(word) < SHORTEST or not word.isalpha():
                continue
            self._by_sound.setdefault(sound(word), []).append(word)
            for shorter in _deletions(word, _slips(word)):
                self._by_deletion.setdefault(shorter, []).append(word)
        self._correct = lru_cache(maxsize=4096)(self._find)

    def knows(self, word: str) -> bool:
        """Tell whether the word is common English or in the tables."""
        return word in self._known

    def correct(self, word: str) -> tuple[str, ...]:
        """Return the word or words meant; the word itself where nothing is near."""
        if len(word) < SHORTEST or len(word) > _LONGEST or word in self._known:
            return (word,)
        return self._correct(word)

    def _find(self, word: str) -> tuple[str, ...]:
        for shortened in (_REPEATED.sub(r"\1", word), _REPEATED.sub(r"\1\1", word)):
            if shortened in self._known:
                return (shortened,)
        word = _REPEATED.sub(r"\1", word)
        best = self._nearest(word)
        if best:
            return (best,)
        return self._split(word) or (word,)

    def _nearest(self, word: str) -> str | None:
        candidates = {
            found
            for shorter in _deletions(word, _slips(word))
            for found in self._by_deletion.get(shorter, ())
        }
        candidates.update(self._by_sound.get(sound(word), ()) if len(word) >= SHORTEST else ())
        ranked = []
        for candidate in candidates:
            far = distance(word, candidate)
            alike = sound(word) == sound(candidate)
            allowed = min(_slips(word), _slips(candidate))
            if alike and len(candidate) > SHORTEST:
                allowed = max(allowed, min(3, len(candidate) // 2))
            if far <= allowed and (word[0] == candidate[0] or far == 1 or alike):
                used = math.log2(self._weights[candidate] + 1)
                cost = far - alike * 0.2 - (word[0] == candidate[0]) * 0.3 - used * 0.12
                ranked.append((cost, candidate))
        return min(ranked)[1] if ranked else None

    def _split(self, word: str) -> tuple[str, ...]:
        """Return the two medical words that were written as one, nothing where there are none."""
        for middle in range(4, len(word) - 3):
            left, right = word[:middle], word[middle:]
            if left in self._weights and right in self._weights:
                return left, right
        return ()


def _slips(word: str) -> int:
    return 2 if len(word) >= _TWO_SLIPS_FROM else 1


def _deletions(word: str, depth: int) -> set[str]:
    """Return the word and all it can become when up to `depth` letters are left out."""
    found = {word}
    edge = {word}
    for _ in range(depth):
        edge = {text[:i] + text[i + 1 :] for text in edge for i in range(len(text))}
        found |= edge
    return found


def distance(left: str, right: str) -> int:
    """Return the Damerau-Levenshtein distance: letters added, lost, changed or swapped."""
    before_last: list[int] = []
    last = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before_last, last = last, row
    return last[-1]


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """Return the consonants as they sound: diahrea, diarea and diarrhea are one."""
    for written, spoken in _SOUNDS:
        word = word.replace(written, spoken)
    word = _SOFT_C.sub("s", word).replace("c", "k")
    first = "a" if word[:1] in tuple("aeiouy") else ""
    return first + _SILENT.sub("", _DOUBLED.sub(r"\1", word))


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return the common English words of the package's list."""
    text = (resources.files("triage.perceive") / "data" / "common_words.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def weigh(words: Iterable[str]) -> dict[str, int]:
    """Count how often each word is used."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts
