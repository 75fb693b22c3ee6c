"""How hard a text is to read: sentences, words, and the Flesch-Kincaid grade."""

from __future__ import annotations

import re

import textstat

from tests.answers.drug_names import is_drug_name

_PLACEHOLDER = re.compile(r"\{\w+\}")
_TEMPERATURE = re.compile(r"\b\d+(?:\.\d+)? [CF]\b")
_NUMBER = re.compile(r"\b\d+(?:[.,]\d+)?\b")
_WORD = re.compile(r"[A-Za-z][\w'-]*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def plain(text: str) -> str:
    """Put one short word for each drug name, number, temperature and placeholder."""
    named = _WORD.sub(lambda word: "drug" if is_drug_name(word[0]) else word[0], _hide(text))
    return _NUMBER.sub("ten", _TEMPERATURE.sub("ten", named))


def sentences(text: str) -> list[str]:
    """Split a text where a sentence ends and another begins."""
    return [part for part in _SENTENCE_END.split(plain(text).strip()) if part]


def longest_sentence(text: str) -> int:
    """Return how many words the longest sentence has."""
    return max(len(sentence.split()) for sentence in sentences(text))


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade, drug names and numbers counted as one short word."""
    return float(textstat.flesch_kincaid_grade(plain(text)))


def _hide(text: str) -> str:
    return _PLACEHOLDER.sub("ten", text)
