"""Follows a cue to the finding before it: "the rash is gone", "cough? none"."""

from __future__ import annotations

from triage.perceive.context import NEAR, Context
from triage.perceive.cues import Cue
from triage.perceive.phrases import Match
from triage.perceive.tokens import Break

_POINTS_BACK = frozenset({"that", "this", "it", "which"})
REFER_BACK = frozenset({"ended", "well_now", "resumed"})
"""Categories that speak of the finding before them: "… but gone now", "… and it has started"."""
_OF_A_PLACE = frozenset({"from", "on", "in", "off"})
_TURNS = frozenset(
    {"black", "yellow", "purple", "blue", "red", "dark", "green", "grey", "gray", "white", "hard",
     "hot", "cold", "numb", "septic", "worse", "bad", "mad", "crazy", "up", "weeping", "blistery",
     "blistered", "pink", "brown", "bloody", "stiff", "weak", "dead", "shiny", "scaly", "crusty",
     "itchy", "sore", "painful", "swollen", "lumpy", "puffy", "tight", "blurry", "fuzzy", "runny",
     "funny", "weird", "downhill", "to", "into", "through"}
)  # fmt: skip
"""After "gone" these tell what it turned into: "has gone black" is no end."""
_OF_SEVERAL = frozenset({"are", "were", "have", "both", "all", "it", "they", "theyve", "theyre"})
_JOINS = frozenset({"and", "the", "my", "his", "her", "a", "an", "that", "this", "all"})
_JOINED = 3
"""Words between two findings of a list: "and all that"."""
_ITEM = 5
"""Words of one item of a list and its answer: "shortness of breath no"."""
_SHADES = frozenset({"bright", "very", "really", "all", "so", "deep", "a", "bit", "quite", "even"})
"""Words before what it turned into: "has gone bright red"."""


def backward(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether a cue reaches a finding that begins before it."""
    inside = cue.end < match.end
    if cue.start <= match.start or _turned(ctx, cue) or (inside and not _ends_here(ctx, cue)):
        return False
    # "My rash is gone from my arms": what is said between the words is said of the first.
    last = match.end - 1
    if last >= cue.start:
        last = max(index for index in match.words if index < cue.start)
    layout = ctx.layout
    same_sentence = layout.sentence[last] == layout.sentence[cue.start]
    if cue.kind.reach == "reply":
        return ctx.denials.answers(cue, match)
    if cue.kind.reach in {"items", "next"}:
        return _adjoins(ctx, cue, last)
    if cue.kind.reach == "near":
        between = ctx.tokens[last + 1 : cue.start]
        listed = any(token.word == "and" for token in between)
        apart = ctx.soft_breaks(last, cue.start - 1)
        return cue.start - last <= NEAR and same_sentence and not listed and not apart
    if cue.kind.reach == "sentence":
        return same_sentence
    mine, its = layout.clause[last], layout.clause[cue.start]
    refers = cue.kind.category in REFER_BACK or _dates_back(ctx, cue, mine)
    refers = refers and its not in ctx.filled
    said = mine == its or (refers and _refers_back(ctx, mine, its, last, cue.start))
    return said or _ends_the_list(ctx, cue, match)


def _ends_the_list(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether all of a list is over: "the rash and the fever are gone"."""
    said = [ctx.word(cue.start - 1), *cue.words.split()]
    if cue.kind.category != "ended" or _OF_SEVERAL.isdisjoint(said):
        return False
    listed = _next_of_list(ctx, match)
    return listed is not None and listed.end <= cue.start and backward(ctx, cue, listed)


def _next_of_list(ctx: Context, match: Match) -> Match | None:
    """Return the finding that a list goes on with: the fever in "the rash and the fever"."""
    index = match.end
    while index - match.end < _JOINED and ctx.word(index) in _JOINS:
        index += 1
    if all(ctx.word(place) != "and" for place in range(match.end, index)):
        return None
    return next((other for other in ctx.findings if other.start == index), None)


def _turned(ctx: Context, cue: Cue) -> bool:
    """Tell whether "gone" only tells what it turned into: "my rash has gone bright red"."""
    if ctx.word(cue.end - 1) != "gone":
        return False
    after = cue.end
    while ctx.word(after) in _SHADES:
        after += 1
    return ctx.word(after) in _TURNS


def _dates_back(ctx: Context, cue: Cue, mine: int) -> bool:
    """Tell whether a date is of what was said before: "I had a fit. That was in 1998"."""
    its = ctx.layout.clause[cue.start]
    begins = ctx.layout.starts[its]
    same = ctx.layout.sentence[begins] == ctx.layout.sentence[begins - 1]
    goes_on = its == mine + 1 and same and ctx.word(begins) == "after"
    says = begins == cue.start and ctx.word(begins) in _POINTS_BACK
    return cue.kind.category == "past" and (goes_on or says)


def _ends_here(ctx: Context, cue: Cue) -> bool:
    """Tell whether what a cue says is complete: "is gone from", not "has gone hard"."""
    following = ctx.tokens[cue.end]
    cleared = following.word == "up" and ctx.word(cue.end - 1) == "cleared"
    return cleared or following.before is not Break.NONE or following.word in _OF_A_PLACE


def _adjoins(ctx: Context, cue: Cue, last: int) -> bool:
    """Tell whether the cue is the next word, or stands alone after it: "cough? none"."""
    if cue.kind.reach == "items":
        stated = cue.kind.category == "resumed" or ticks_off(ctx, cue)
        return (cue.start == last + 1 and stated) or (
            _stands_alone(ctx, cue) and cue.start - last <= 2
        )
    return cue.start == last + 1 and ctx.tokens[cue.start].before is Break.NONE


def ticks_off(ctx: Context, cue: Cue) -> bool:
    """Tell whether the cue ends one item of a list: "chest pain no, fever no, rash yes"."""
    begins = cue.start - 1
    if ctx.tokens[cue.start].before is not Break.NONE or not _ends(ctx, cue):
        return False
    while begins > 0 and cue.start - begins < _ITEM and ctx.tokens[begins].before is Break.NONE:
        begins -= 1
    return begins >= 0 and (begins == 0 or ctx.tokens[begins].before is not Break.NONE)


def _ends(ctx: Context, cue: Cue) -> bool:
    """Tell whether nothing of the same clause follows a cue."""
    return cue.end == len(ctx.tokens) or ctx.tokens[cue.end].before is not Break.NONE


def _stands_alone(ctx: Context, cue: Cue) -> bool:
    """Tell whether the cue is set off on both sides: "chest pain: no", "cough? none"."""
    return _ends(ctx, cue) and ctx.tokens[cue.start].before is not Break.NONE


def _refers_back(ctx: Context, mine: int, its: int, last: int, start: int) -> bool:
    """Tell whether "but gone now" or "it went away" speaks of the finding before it."""
    between = range(mine + 1, its)
    if any(clause in ctx.filled for clause in between):
        return False
    return ctx.layout.sentence[start] - ctx.layout.sentence[last] <= 1
