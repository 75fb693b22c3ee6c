"""Sentences that only ask about a thing by its name: "colitis, what is that?"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

from triage.perceive.clauses import Layout
from triage.perceive.phrases import Match

_PERSON = frozenset(
    {"i", "im", "ive", "id", "me", "my", "mine", "he", "hes", "she", "shes", "him", "her", "his",
     "us", "we", "our", "weve", "they", "has", "have", "had", "got", "now", "today"}
)  # fmt: skip
"""Words of somebody's own story."""
_INTO_IT = frozenset({"and", "so", "but", "ok", "okay", "or", "what", "how", "about", "then"})
_WHAT_IS_IT = (
    ("what", "is"), ("whats",), ("what", "does"), ("what", "do"), ("meaning",), ("what", "exactly"),
)  # fmt: skip
_NOT = frozenset({"cant", "cannot", "not", "shouldnt", "mustnt", "couldnt"})
_MAY = frozenset({"should", "can", "could", "may", "must", "will", "would", "shall", "do", "does"})
_WHO = frozenset({"i", "he", "she", "we", "they"})
_WHO_OR_IT = _WHO | {"it"}
_TOLD = frozenset(
    {"i", "he", "she", "we", "they", "have", "has", "had", "be", "if", "that", "because", "when"}
)  # fmt: skip
"""Between "should I" and a deed these tell of one: "should I worry that I skipped it"."""
_FREE = frozenset({"safe", "ok", "okay", "allowed", "alright", "right", "fine", "wise"})
_ASKS = frozenset({"is", "am", "are", "would", "isnt"})
_SOON = 7
"""Words from "should" to the deed it asks about."""
_A_TERM = "itis"
"""A doctor's word for what is inflamed; nobody feels it under this name."""
_TERMS = frozenset(
    {"myasthenia", "gravis", "neuropathy", "encephalopathy", "anaphylaxis", "sepsis", "uveitis",
     "ketoacidosis", "guillain", "barre", "syndrome", "hypothyroidism", "pleurisy"}
)  # fmt: skip
"""More of them."""
_ASKING = frozenset(
    {("is", "it"), ("is", "that"), ("how", "do"), ("how", "does"), ("what", "does"),
     ("what", "is"), ("can", "it"), ("does", "it")}
)  # fmt: skip
_MOST = 9
"""Words of a sentence that asks no more than that."""


def asked_by_name(match: Match, said: list[str], layout: Layout, deeds: Collection[str]) -> str:
    """Return the words that ask about a finding in general, "" where it may be a report.

    Args:
        match: the finding.
        said: the words of the message.
        layout: its sentences.
        deeds: symptoms that are something done: "why can't I stop steroids?" asks for a reason,
            "why can't I stop shaking?" reports.
    """
    sentence = layout.sentence[match.start]
    begins = max(bisect_left(layout.sentence, sentence), match.start - _MOST)
    ends = min(bisect_right(layout.sentence, sentence), match.end + _MOST)
    if match.target.name in deeds:
        opening = said[begins : min(begins + 4, ends)]
        if "why" in opening[:2] and not _NOT.isdisjoint(opening):
            return "why"
        told = not _WHO.isdisjoint(said[match.start : match.end])
        return "" if told else _asked_before(said[max(begins, match.start - _SOON) : match.start])
    if ends - begins > _MOST or not _PERSON.isdisjoint(said[begins:ends]):
        return ""
    before, after = said[begins : match.start], said[match.end : ends]
    if all(said[at].endswith(_A_TERM) or said[at] in _TERMS for at in match.words):
        asks = any(tuple(after[: len(words)]) == words for words in _WHAT_IS_IT)
        asks = asks or any(pair in _ASKING for pair in pairwise(after))
        return " ".join(after[:2]) if asks else _alone(before, after, layout, sentence)
    one_of_them = after in (["one"], ["ones"]) and before[-1:] == ["the"]
    return "one" if one_of_them and _INTO_IT.issuperset(before[:-1]) and before[:-1] else ""


def _alone(before: Sequence[str], after: Sequence[str], layout: Layout, sentence: int) -> str:
    """Return a question mark where nothing but a term is asked: "uveitis??", "so colitis?"."""
    alone = not after and _INTO_IT.issuperset(before)
    return "?" if alone and sentence in layout.asked else ""


def _asked_before(before: Sequence[str]) -> str:
    """Return the word that only asks whether to do it: "should I skip ...", "is it ok to stop ...".

    Args:
        before: the words right before the deed.
    """
    for index, (word, who) in enumerate(pairwise(before)):
        after = before[index + 2 :]
        # The second "do" of "what do I do" asks nothing.
        asks = word in _MAY and who in _WHO and not _WHO.intersection(before[:index][-1:])
        if asks and _TOLD.isdisjoint(after):
            return word
        if word in _ASKS and who in _WHO_OR_IT and "to" in after:
            done = after[after.index("to") :]
            return word if _TOLD.isdisjoint(done) and not _FREE.isdisjoint(after) else ""
    return ""
