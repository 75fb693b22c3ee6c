"""Finds training examples of two topics that say nearly the same.

Comparing every pair would take minutes. Two examples are compared only when they share all
words but one of each, which any near-duplicate of a short question does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from tests.answers.drug_names import is_drug_name

SAME = 0.93
"""From this similarity on (0 to 1) two examples count as one."""


def words(example: str) -> tuple[str, ...]:
    """Return the example's words in lower case, without punctuation."""
    return tuple(re.findall(r"[a-z0-9][a-z0-9-]*", example.lower().replace("'", "")))


def near_duplicates(examples: Mapping[str, Iterable[str]]) -> list[tuple[str, str, str, str]]:
    """Return (intent, example, other intent, its example) for each pair across topics."""
    buckets: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    for intent, group in examples.items():
        for example in group:
            ordered = sorted(words(example))
            buckets[tuple(ordered)].add((intent, example))
            for position in range(len(ordered)):
                rest = (*ordered[:position], *ordered[position + 1 :])
                buckets[rest].add((intent, example))
    pairs = {
        tuple(sorted((one, other)))
        for bucket in buckets.values()
        for one, other in combinations(sorted(bucket), 2)
        if one[0] != other[0]
    }
    return sorted((a, b, c, d) for (a, b), (c, d) in pairs if _alike(b, d))


def _alike(one: str, other: str) -> bool:
    first, second = words(one), words(other)
    if sorted(first) == sorted(second):
        return True
    differing = set(first) ^ set(second)
    if any(is_drug_name(word) for word in differing):
        return False  # another drug is another question
    return SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= SAME
