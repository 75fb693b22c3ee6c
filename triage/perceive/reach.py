"""How far a cue may reach at all: a finding outside is not looked at with it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from triage.perceive.backward import REFER_BACK
from triage.perceive.clauses import Layout
from triage.perceive.context import FARTHEST, NEAR
from triage.perceive.cues import Cue
from triage.perceive.forward import REACHES_ON

_ADJOINS = 2
"""Words between a finding and an answer that stands alone: "cough? none"."""


def zone(cue: Cue, layout: Layout) -> range:
    """Return the indices of the words of which a finding has one that the cue may reach."""
    sentence = layout.sentence[cue.start]
    if cue.kind.direction == "opening":
        return range(_first(sentence, layout), _after(sentence, layout))
    begins = cue.start if cue.kind.direction == "forward" else _back(cue, layout)
    ends = cue.start if cue.kind.direction == "backward" else _on(cue, layout)
    return range(begins, ends)


def _back(cue: Cue, layout: Layout) -> int:
    """Return the index of the first word that a cue may reach behind it."""
    reach, sentence = cue.kind.reach, layout.sentence[cue.start]
    if reach == "reply":
        return cue.start - FARTHEST
    if reach in {"items", "next"}:
        return cue.start - _ADJOINS
    if reach == "near":
        return cue.start - NEAR
    if reach == "sentence":
        return _first(sentence, layout)
    if cue.kind.category in REFER_BACK or cue.kind.category == "past":
        return _first(sentence - 1, layout)
    return layout.clause_span(layout.clause[cue.start])[0]


def _on(cue: Cue, layout: Layout) -> int:
    """Return the index after the last word that a cue may reach after it."""
    last = cue.end - 1
    if cue.kind.reach == "sentence" or cue.kind.category in REACHES_ON:
        return _after(layout.sentence[last], layout)
    return layout.clause_span(layout.clause[last])[1]


def _first(sentence: int, layout: Layout) -> int:
    return bisect_left(layout.sentence, sentence)


def _after(sentence: int, layout: Layout) -> int:
    return bisect_right(layout.sentence, sentence)
