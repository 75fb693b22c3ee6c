"""Light stemming: one form for `hurt, hurts, hurting`, without a dictionary."""

from __future__ import annotations

from functools import lru_cache

_VOWELS = frozenset("aeiouy")
_STAYS_DOUBLED = frozenset("aeiouflsz")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the word without its inflection.

    Takes off the plural or third-person s, -ing and -ed, and a last e that is only spelling, so
    that the forms of one regular word meet: "breathe" and "breathing" become "breath", "waking"
    becomes "wake" and "sitting" "sit". Short words that differ in a last e or a doubled letter
    stay apart: site and sit, note and not, butt and but. It is no dictionary form. Irregular
    forms belong to a family in clinical/language.yml.

    Source: M. F. Porter, "An algorithm for suffix stripping", 1980, steps 1 and 5a.
    """
    if len(word) <= 3:
        return word
    bare = _without_s(word)
    base = _without_ending(bare)
    if base != bare:
        bare = _as_written_alone(base)
    return _last_letter(bare)


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    if word.endswith("ing"):
        base = word[:-3]
    elif word.endswith("ed") and not word.endswith("eed"):
        base = word[:-2]
    else:
        return word
    return base if len(base) >= 3 and _VOWELS.intersection(base) else word


def _as_written_alone(base: str) -> str:
    """Return what stood before -ing or -ed: `sitt` was sit, `wak` was wake, `swell` is right."""
    if base[-1] == base[-2] and base[-1] not in _STAYS_DOUBLED:
        return base[:-1] if len(base) > 3 else base
    return f"{base}e" if _short(base) else base


def _short(word: str) -> bool:
    """Tell whether a word is one syllable that ends in consonant, vowel, consonant."""
    groups = sum(
        letter in _VOWELS and (place == 0 or word[place - 1] not in _VOWELS)
        for place, letter in enumerate(word)
    )
    ends = len(word) > 2 and word[-3] not in _VOWELS and word[-2] in _VOWELS
    return groups == 1 and ends and word[-1] not in _VOWELS and word[-1] not in "wx"


def _last_letter(word: str) -> str:
    if len(word) > 3 and word.endswith("e") and not _short(word[:-1]):
        return word[:-1]
    if len(word) > 3 and word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "i"
    return word
