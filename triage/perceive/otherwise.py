"""Tells where the words around a cue show that here it is none."""

from __future__ import annotations

from triage.perceive.ages import is_an_age, told_lately
from triage.perceive.context import NEAR, PERSON, Context
from triage.perceive.cues import Cue
from triage.perceive.forward import thing_goes_on
from triage.perceive.phrases import Match
from triage.perceive.status import SINCE

_TAKES_AN_OBJECT = frozenset(
    {"let", "letting", "feed", "feeding", "fed", "walk", "walking", "walked", "stroke", "stroking",
     "over", "carrying", "lifting", "with", "to", "for", "from", "by", "of", "put", "putting"}
)  # fmt: skip
"""A word after one of these does nothing itself: "she got up to let the cat out and fainted"."""
_AS, _ONE = frozenset({"as", "like"}), frozenset({"a", "an"})
"""Before an animal: a likeness, "weak as a kitten"."""
_UNEVENTFUL = frozenset({"no", "not", "never", "none", "nothing", "fine", "clear", "without"})
"""Between a finding and "since": "a fit in 2009, none since"."""
_I_AM = frozenset({"im", "iam", "am", "i"})
_MINE = frozenset({"i", "im", "ive", "me", "my"})
_LEADS = frozenset(
    {"the", "a", "an", "my", "our", "his", "her", "their", "your", "this", "that", "these",
     "those", "and", "then", "so", "because", "when", "whole", "old", "new", "bloody", "damn",
     "oh", "well", "ugh", "some", "all", "mum", "mums", "dads", "husbands", "wifes", "sisters",
     "brothers", "daughters", "sons", "neighbours", "neighbors"}
)  # fmt: skip
"""Words that may lead up to the thing a clause is about: "and then my mum's sponge"."""
_BEFORE_A_PLACE = frozenset(
    {"in", "on", "at", "off", "by", "from", "after", "during", "with", "to", "into", "near",
     "outside", "inside", "under", "watching", "driving", "parking", "cleaning", "for", "over",
     "playing", "past"}
)  # fmt: skip
"""After one of these a thing is where somebody was: "in the car, shaking"."""
_AGED = ("at #", "was #", "were #")
"""Cues with a number that may be an age, a temperature or an hour."""
_AS_A = ("as a ", "as an ")
"""What somebody was, or still is: "as a student"."""
_WHICH = frozenset({"that", "which"})
"""Right after a thing, and before what is said of it: "a car that shakes"."""
_IMAGINED = ("dream", "nightmare", "chapter", "heroine")
_AWAKE = frozenset(
    {"woke", "wake", "wakes", "waking", "woken", "awoke", "awake", "real", "really", "now", "today",
     "morning", "sweating", "sweats", "since"}
)  # fmt: skip
"""After one of these the dream is over: "I dreamed of blood, woke up and my pillow was red"."""
_EARLIER = frozenset({"old", "previous", "earlier", "former"})
_OF_NOW = frozenset({"this", "these", "new", "now", "current", "today"})
_ROUNDS = frozenset(
    {"first", "second", "third", "fourth", "last", "this", "next", "each", "every", "the", "a",
     "my", "chemo"}
)  # fmt: skip
"""Before "round" these make it one of a treatment."""


def means_otherwise(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether the words around a cue show that here it is none."""
    if cue.kind.category == "puzzled":
        return not _may_be_puzzled(ctx, match)
    if cue.kind.category == "thing":
        return not _is_about_a_thing(ctx, cue, match)
    if cue.kind.category == "animal":
        mine = any(ctx.word(index) in _MINE for index in range(cue.end, match.end))
        likened = ctx.word(cue.start - 2) in _AS and ctx.word(cue.start - 1) in _ONE
        return mine or likened or ctx.word(cue.start - 1) in _TAKES_AN_OBJECT
    if cue.words == SINCE and cue.start >= match.end:
        return any(ctx.word(index) in _UNEVENTFUL for index in range(match.end, cue.start))
    if cue.kind.category == "other":
        return _is_imagined(cue) and _is_real(ctx, cue, match)
    return cue.kind.category == "past" and (
        _before_this_one(ctx, cue, match) or _dates_nothing(ctx, cue)
    )


def _before_this_one(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether it goes on about the treatment of now: "fine on the old drug, sick on this"."""
    earlier = not _EARLIER.isdisjoint(cue.words.split())
    return earlier and any(ctx.word(index) in _OF_NOW for index in range(cue.end, match.start))


def _is_imagined(cue: Cue) -> bool:
    """Tell whether a cue tells a dream or a story: "I dreamed that", "in chapter nine"."""
    return any(word.startswith(_IMAGINED) for word in cue.words.split())


def _is_real(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether a finding is told of the waking day, not of the dream or story before it."""
    if any(ctx.word(index) in _AWAKE for index in range(cue.end, match.end + 2)):
        return True
    clause, dreams = ctx.layout.clause, not cue.words.startswith("in ")
    apart = clause[cue.start] != clause[match.start]
    return dreams and apart and not ctx.tense(match).simple_past


def _may_be_puzzled(ctx: Context, match: Match) -> bool:
    """Tell whether the finding is one word said of oneself: "I'm confused"."""
    before = range(max(0, match.start - 3), match.start)
    return (
        match.target.name in ctx.puzzling
        and len(match.words) == 1
        and any(ctx.word(index) in _I_AM for index in before)
    )


def _is_about_a_thing(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether the clause begins with the thing and names no person: "my phone is hot"."""
    if ctx.word(cue.end) in _WHICH and match.start == cue.end + 1:
        return True
    begins, _ = ctx.layout.clause_span(ctx.layout.clause[cue.start])
    person = any(ctx.word(index) in PERSON for index in range(cue.end, match.end - 1))
    apart = ctx.soft_breaks(cue.start, match.start) and not thing_goes_on(ctx, cue, match)
    before = [ctx.word(index) for index in range(begins, cue.start)]
    leads = sum(word not in _LEADS for word in before) <= 1
    subject = leads and _BEFORE_A_PLACE.isdisjoint(before) and cue.start < match.start
    return subject and not person and not apart


def _dates_nothing(ctx: Context, cue: Cue) -> bool:
    """Tell whether a date is none of a finding: an hour, what somebody still is, a dose's date."""
    if cue.words.startswith(_AGED):
        return not is_an_age(ctx, cue)
    if cue.words.startswith(_AS_A) and told_lately(ctx, cue):
        return True
    return cue.kind.direction == "both" and _dates_a_dose(ctx, cue)


def _dates_a_dose(ctx: Context, cue: Cue) -> bool:
    """Tell whether a date may be that of a dose; "had on chemo" and "before any" are none."""
    words = cue.words.split()
    if not ctx.doses.isdisjoint(words) and (words[0] != "before" or "any" in words):
        return False
    around = range(max(0, cue.start - NEAR), min(cue.end + NEAR, len(ctx.tokens)))
    return any(_is_dose(ctx, index) for index in around)


def _is_dose(ctx: Context, index: int) -> bool:
    """Tell whether a word is a treatment: "my last round", but not "round my middle"."""
    word = ctx.word(index)
    return word in ctx.doses and (word != "round" or ctx.word(index - 1) in _ROUNDS)
