"""Corrects misspelt medical words; leaves English words, names and places as they are."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib import resources

SHORTEST = 4
"""Shorter words are never corrected: too many real words are one letter away."""
_TWO_SLIPS_FROM = 7
"""Words of this length may have two slips."""
_LONGEST = 24
"""Nothing longer is a slip of a medical word."""
_CAREFUL_UP_TO = 5
"""Words up to this length need more evidence than one letter."""
_ENDS_A_NAME = frozenset("aiou")
"""A vowel that a name ends in; nobody adds one to a medical word by a slip."""
_SPELLED = (
    (re.compile(r"or(?=ed|ing|s|ful|ite|$)"), "our"),
    (re.compile(r"er(?=s?$)"), "re"),
    (re.compile(r"iz(?=e|ing|ation)"), "is"),
    (re.compile(r"l(?=ed$|ing$|er$)"), "ll"),
)
"""US endings and the UK ones: flavored, theater, organize, traveled."""
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

    def __init__(self, weights: dict[str, int], also_known: Iterable[str] = ()) -> None:
        """Build the index.

        Args:
            weights: every word the tables use -> how often; the more used wins a tie.
            also_known: words that are no slip, and that no slip is corrected to.
        """
        self._weights = weights
        self._known = common_words() | weights.keys() | set(also_known)
        self._rare = rare_words()
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

    def unknown(self, words: set[str]) -> set[str]:
        """Return those of the words that are neither common English nor in the tables."""
        return words - self._known

    def correct(self, word: str, *, named: bool = False) -> tuple[str, ...]:
        """Return the word or words meant; the word itself where nothing is near.

        Args:
            word: as typed, in lower case.
            named: it has a capital amid a sentence, so it may be a person or a place.
        """
        if len(word) < SHORTEST or len(word) > _LONGEST or word in self._known:
            return (word,)
        return self._correct(word, named)

    def _find(self, word: str, named: bool) -> tuple[str, ...]:
        if named or word in self._rare:
            return (self._nearest(word, _may_be_a_name if named else _plain_slip) or word,)
        if any(form in common_words() and form not in self._weights for form in _other_forms(word)):
            return (word,)
        for shortened in (_REPEATED.sub(r"\1", word), _REPEATED.sub(r"\1\1", word)):
            if shortened in self._known:
                return (shortened,)
        word = _REPEATED.sub(r"\1", word)
        best = self._nearest(word, _likely)
        if best:
            return (best,)
        return self._split(word) or (word,)

    def _nearest(self, word: str, meant: Callable[[str, str, int], bool]) -> str | None:
        """Return the best of the words that `meant` allows for this one at this distance."""
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
                allowed = max(allowed, 3 if len(candidate) >= _TWO_SLIPS_FROM else 2)
            near = far <= allowed and (word[0] == candidate[0] or far == 1 or alike)
            if near and meant(word, candidate, far):
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


def _plain_slip(word: str, meant: str, far: int) -> bool:
    """Tell whether a real word can only be a slip here: `brest`, `herat`, `suicidally`."""
    if word.startswith(meant):
        return word.removeprefix(meant) == "ly"
    if word[0] != meant[0] or sound(word) != sound(meant):
        return False
    swapped = far == 1 and sorted(word) == sorted(meant)
    return swapped or (far <= _slips(word) and _left_out(word, meant))


def _may_be_a_name(word: str, meant: str, far: int) -> bool:
    """Tell whether a word with a capital sounds like the other one: `Diarhea`, not `Rashid`."""
    return word[0] == meant[0] and far <= _slips(word) and sound(word) == sound(meant)


def _likely(word: str, meant: str, far: int) -> bool:
    """Tell whether an unknown word is near enough; a short one may be a name or a shop."""
    if word[-1] in _ENDS_A_NAME and word[:-1] == meant:
        return False
    if len(word) > _CAREFUL_UP_TO:
        return True
    return word[0] == meant[0] and (
        sound(word) == sound(meant) or (far == 1 and word[-1] == meant[-1])
    )


def _other_forms(word: str) -> Iterator[str]:
    """Yield the word without its ending, and as it is spelled on the other side of the ocean."""
    for ending in ("s", "ed", "ing", "er", "ers"):
        if word.endswith(ending):
            yield word.removesuffix(ending)
    for here, there in _SPELLED:
        yield here.sub(there, word)


def _left_out(word: str, meant: str) -> bool:
    """Tell whether the word is the other one with letters left out."""
    letters = iter(meant)
    return all(letter in letters for letter in word)


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
    return _listed("common_words.txt")


@lru_cache(maxsize=1)
def rare_words() -> frozenset[str]:
    """Return the rarer English words of the package's list."""
    return _listed("rare_words.txt")


def _listed(name: str) -> frozenset[str]:
    text = (resources.files("triage.perceive") / "data" / name).read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def weigh(words: Iterable[str]) -> dict[str, int]:
    """Count how often each word is used."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts
