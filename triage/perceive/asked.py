"""Tells what a question makes of the findings in it, and where a statement follows."""

from __future__ import annotations

from triage.perceive.context import FARTHEST, PERSON, Context
from triage.perceive.cues import Cue
from triage.perceive.phrases import Match
from triage.perceive.tokens import Break

_MEANWHILE = frozenset({"now", "just", "also", "still", "currently", "suddenly", "already"})
_HARDLY = frozenset({"only", "hardly", "barely", "scarcely"})
"""After "can" these tell and ask nothing: "can only say yes"."""
_GREETING = frozenset(
    {"hi", "hello", "hey", "there", "dear", "team", "good", "morning", "evening", "afternoon",
     "sorry", "please", "quick", "question", "just", "ok", "okay", "so", "um", "well", "thanks"}
)  # fmt: skip
_HAILS = frozenset({"hi", "hello", "hey"})
_MAY = frozenset(
    {"should", "must", "may", "might", "could", "would", "can", "will", "need", "needs", "if",
     "when", "to"}
)  # fmt: skip
"""After "I" these go on about what somebody said, not about the person."""
_OWN = frozenset({"i", "im", "ive", "iam", "my", "he", "hes", "she", "shes", "his", "her"})
_JOINS = frozenset({"and", "also", "plus", "but", "because"})
_I_FEEL = (
    ["i", "feel"],
    ["i", "have"],
    ["i", "am"],
    ["im", "feeling"],
    ["ive", "got"],
    ["i", "keep"],
)
"""How a person starts to tell of themselves."""


def asked(ctx: Context, cue: Cue, match: Match) -> str | None:
    """Return what a cue that opens a question makes of a finding in it.

    "Can someone ring me, vomiting blood" may be a report after all: there it is in doubt.
    """
    sentence = ctx.layout.sentence
    if sentence[match.start] != sentence[cue.start]:
        return None
    if ctx.word(cue.end) in _HARDLY:
        return None
    if own_statement(ctx, cue, match) or _telegraphic(ctx, cue, match):
        return None
    listed = any(cue.end <= other.start < match.start for other in ctx.findings)
    listed = listed or _chooses(ctx, cue)
    apart = ctx.soft_breaks(cue.end, match.start) and not listed
    return "wondered" if apart else cue.kind.category


def own_statement(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether a statement of the person's own follows a question: "…, and I feel sick"."""
    clause = ctx.layout.clause
    if clause[cue.start] == clause[match.start]:
        return False
    start = ctx.layout.clause_span(clause[match.start])[0]
    before = ctx.tokens[start : match.start + 1]
    words = [t.word for t in before if t.word not in _JOINS and t.word not in _MEANWHILE]
    if cue.kind.category == "quoted" and words[:1] and words[0] in _OWN:
        parted = before[0].word in _JOINS or before[0].before is not Break.NONE
        return parted and _MAY.isdisjoint(words[1:3])
    return before[0].word in _JOINS and words[:2] in _I_FEEL


def _chooses(ctx: Context, cue: Cue) -> bool:
    """Tell whether a question asks which of two: "which is commoner, colitis or a rash?"."""
    sentence = ctx.layout.sentence
    words = [
        token.word
        for index, token in enumerate(ctx.tokens[cue.start : cue.start + FARTHEST], cue.start)
        if sentence[index] == sentence[cue.start]
    ]
    asks = sentence[cue.start] in ctx.layout.asked and "or" in words
    return asks and cue.words in {"which", "whats", "what is"} and PERSON.isdisjoint(words)


def opens(ctx: Context, cue: Cue) -> bool:
    """Tell whether a cue opens a question: only a greeting stands before it in its sentence.

    "There is blood" tells something; "hi there, is blood ..." asks.
    """
    index, sentence = cue.start - 1, ctx.layout.sentence
    if index >= 0 and ctx.word(index) == "there" and ctx.word(index - 1) not in _HAILS:
        return False
    while index >= 0 and sentence[index] == sentence[cue.start]:
        if ctx.word(index) not in _GREETING:
            return False
        index -= 1
    return True


def _telegraphic(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether a report leaves out its subject: "was gasping for air"."""
    asks = ctx.layout.sentence[match.start] in ctx.layout.asked
    return cue.words in {"was", "were"} and cue.end == match.start and not asks
