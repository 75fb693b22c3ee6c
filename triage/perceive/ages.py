"""Tells how old somebody was from the other numbers after "at": "a fit at nineteen"."""

from __future__ import annotations

from itertools import pairwise

from triage.perceive.context import Context
from triage.perceive.cues import Cue

_TEENS = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_ONES = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})
_OLDEST = 59
_YOUNGEST = 13
"""A lower number is as likely an hour."""
_HOURS = frozenset(str(hour) for hour in range(13, 24))
_TELLS = frozenset({"had", "was", "when", "were", "iwould", "hewould", "shewould", "id"})
"""Without one of these "at 14" may be the hour: "collapsed at 14, hit her head"."""
_MEASURED = frozenset(
    {"temp", "temps", "temperature", "thermometer", "fever", "sats", "sat", "oxygen", "spo",
     "saturation", "pulse", "rate", "bpm", "beats", "bp", "pressure", "sugar", "sugars",
     "glucose", "reading", "readings", "reads", "read", "measured", "degrees", "running",
     "sitting", "stuck", "steady", "hovering", "clocked", "weight", "kilos", "watch", "dose",
     "cycle", "week", "weeks", "gestation", "meter", "monitor", "hr", "heart"}
)  # fmt: skip
"""In the same sentence these make it a reading or a count."""
_LATELY = frozenset(
    {"today", "tonight", "yesterday", "currently", "still", "lately", "again", "overnight"}
)
_DAYPARTS = frozenset({"morning", "afternoon", "evening", "night", "week", "weekend", "month"})
_THIS = frozenset({"this", "last"})
_NO_AGE = frozenset(
    {"am", "pm", "oclock", "o", "past", "to", "minutes", "minute", "mins", "min", "hours",
     "hour", "hrs", "h", "hundred", "percent", "c", "f", "mg", "ml", "days", "months", "point",
     "over", "stairs", "steps", "meters", "metres", "miles", "times", "sharp", "on", "this",
     "last", "per", "a", "x"}
)  # fmt: skip
"""After a number these make it a clock's or a count."""
_SPAN = 15
"""Words around it that are looked at."""


def is_an_age(ctx: Context, cue: Cue) -> bool:
    """Tell whether the number of a cue such as "at #" is how old somebody was.

    Args:
        ctx: the message.
        cue: a cue with a number in it.
    """
    at = next((i for i in range(cue.start, cue.end) if _years(ctx.word(i))), None)
    if at is None:
        return False
    after = at + 1
    if ctx.word(at) in _TENS and ctx.word(after) in _ONES:
        after += 1
    if ctx.word(after) in _NO_AGE or ctx.word(after)[:1].isdigit() or ctx.word(after) in _TENS:
        return False
    said = _around(ctx, cue)
    told = ctx.word(at) not in _HOURS or not _TELLS.isdisjoint(said)
    return told and _MEASURED.isdisjoint(said) and not told_lately(ctx, cue)


def told_lately(ctx: Context, cue: Cue) -> bool:
    """Tell whether the sentence of a cue speaks of today or of these days."""
    said = _around(ctx, cue)
    dated = any(a in _THIS and b in _DAYPARTS for a, b in pairwise(said))
    return dated or not _LATELY.isdisjoint(said)


def _around(ctx: Context, cue: Cue) -> list[str]:
    """Return the words around a cue in its sentence."""
    sentence = ctx.layout.sentence
    around = range(max(0, cue.start - _SPAN), min(len(ctx.tokens), cue.end + _SPAN))
    return [ctx.word(index) for index in around if sentence[index] == sentence[cue.start]]


def _years(word: str) -> int:
    """Return the age a word may be, 0 where it is none."""
    if word.isdigit():
        return int(word) if _YOUNGEST <= int(word) <= _OLDEST else 0
    return _TEENS.get(word) or _TENS.get(word) or 0
