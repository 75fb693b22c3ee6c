"""Light stemming: one form for `hurt, hurts, hurting`, without a dictionary."""

from __future__ import annotations

from functools import lru_cache

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the word without its inflection.

    Takes off the plural or third-person s, -ing and -ed, a doubled last consonant and a last e,
    so that the forms of one regular word meet. It is no dictionary form: "breathe" and "breath"
    both become "breath". Irregular forms belong to a family in clinical/language.yml.
    """
    if len(word) <= 3:
        return word
    return _last_letters(_without_ending(_without_s(word)))


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


def _last_letters(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        return word[:-1]
    if len(word) > 3 and word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "i"
    return word
