"""Follows a cue to the findings after it: "no fever, cough or chills"."""

from __future__ import annotations

from triage.perceive.asked import own_statement
from triage.perceive.backward import ticks_off
from triage.perceive.context import FARTHEST, NEAR, Context
from triage.perceive.cues import Cue
from triage.perceive.phrases import Match
from triage.perceive.tokens import Break

_IT = frozenset({"it", "its"})
_SAYS_ANEW = frozenset({"i", "im", "ive", "he", "hes", "she", "shes"})
"""Between a denial and a finding these may begin another statement: "no help i want to die"."""
_BEFORE_A_DAY = 3
"""Words that may stand before the day that a sentence opens with: "a couple of days ago"."""
_NO_DAY = frozenset({"now", "earlier", "recently", "lately", "woke up"})
_HAD = frozenset({"iwould", "hewould", "shewould", "id", "hed", "shed"})
"""Right before a finding these stand for had: "I'd panic attacks"."""
_AFTER_ANY = 2
"""Words from the "any" of a list to its item: "any bad headache"."""
_ONE_MORE = frozenset({"the", "any", "a", "an"})
_REPLIES = frozenset({"no", "none", "nope"})
_WHY = frozenset({"because", "after", "when", "once"})


def forward(ctx: Context, cue: Cue, match: Match) -> str | None:
    """Return the category a cue gives a finding that ends after it, None where it reaches none."""
    first = match.start
    if first < cue.end:
        first = min(index for index in match.words if index >= cue.end)
    last_word = cue.end - 1
    category = cue.kind.category
    if ctx.layout.sentence[last_word] != ctx.layout.sentence[first]:
        return None
    if cue.kind.reach == "sentence":
        return None if own_statement(ctx, cue, match) else category
    if ctx.layout.clause[last_word] != ctx.layout.clause[first]:
        reaches_on = REACHES_ON.get(category)
        return category if reaches_on and reaches_on(ctx, cue, match) else None
    if cue.kind.reach in {"next", "near"}:
        return _nearby(ctx, cue, first)
    if cue.kind.reach == "items":
        return _through_list(ctx, cue, first, match)
    return category


def thing_goes_on(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether the next clause goes on about a thing: "my truck is old, it coughs"."""
    mine, its = ctx.layout.clause[match.start], ctx.layout.clause[cue.start]
    begins = ctx.layout.starts[mine]
    it = any(ctx.word(index) in _IT for index in (begins, begins + 1))
    return mine == its + 1 and it


def _nearby(ctx: Context, cue: Cue, first: int) -> str | None:
    """Follow "not short of breath" a few words far; in doubt where a statement may begin."""
    most = 0 if cue.kind.reach == "next" else NEAR - 1
    far = first - cue.end > most and not _goes_on_denying(ctx, cue, first)
    if far or ctx.soft_breaks(cue.end, first):
        return None
    anew = any(ctx.word(index) in _SAYS_ANEW for index in range(cue.end, first))
    return "doubt" if anew and cue.kind.category == "negated" else cue.kind.category


def _dates_ahead(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether a date reaches the next clause of its sentence.

    It opens the sentence ("years ago, after the move, I had a fit"), or the clause says why or
    when ("my spleen came out in 1998 because I bled").
    """
    layout = ctx.layout
    if not ctx.tense(match).simple_past and ctx.word(match.start - 1) not in _HAD:
        return False
    mine, its = layout.clause[match.start], layout.clause[cue.start]
    begins = cue.start == 0 or layout.sentence[cue.start - 1] != layout.sentence[cue.start]
    return begins or (mine == its + 1 and ctx.word(layout.starts[mine]) in _WHY)


def _tells_the_day(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether a day of the last ones opens the sentence: "two days ago we ate, I was sick"."""
    sentence = ctx.layout.sentence
    first = max(0, cue.start - _BEFORE_A_DAY)
    opens = first == 0 or sentence[first - 1] != sentence[cue.start]
    return opens and cue.words not in _NO_DAY and ctx.tense(match).simple_past


def _goes_on_denying(ctx: Context, cue: Cue, first: int) -> bool:
    """Tell whether an "or" carries a denial on: "not been short of breath or wheezy"."""
    carried = ctx.word(first - 1) in {"or", "nor"} and cue.kind.category == "negated"
    return carried and any(cue.end <= other.start < first for other in ctx.findings)


def _answers(ctx: Context, cue: Cue) -> bool:
    """Tell whether a "no" is a whole answer: "rash no, cough", "no, chest pain since noon"."""
    return (
        cue.words in _REPLIES
        and ctx.tokens[cue.end].before is not Break.NONE
        and (ctx.tokens[cue.start].before is not Break.NONE or not cue.start or ticks_off(ctx, cue))
    )


def _through_list(ctx: Context, cue: Cue, first: int, match: Match) -> str | None:
    """Follow "no fever, cough or chills": sure within a list, in doubt past a bare comma."""
    if _answers(ctx, cue):
        return None
    between = ctx.tokens[cue.end : first + 1]
    if any(t.word in ctx.tenses.words.statements for t in between[:-1]):
        return None
    joined = [t for t in between if t.word == "and"]
    if joined and not ctx.tenses.is_noun(ctx.tokens[first], match):
        return None
    if not ctx.soft_breaks(cue.end, first):
        return cue.kind.category
    clause_end = ctx.layout.clause_span(ctx.layout.clause[first])[1]
    rest = ctx.tokens[cue.end : min(clause_end, first + FARTHEST)]
    listed = any(t.word in {"or", "nor", "and"} for t in rest)
    return cue.kind.category if listed else "doubt"


def _any_more(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether a denied list goes on: "yet to have any pain, any cough, any fever"."""
    mine, its = ctx.layout.clause[match.start], ctx.layout.clause[cue.start]
    starts = ctx.layout.starts[its + 1 : mine + 1]
    denies = cue.kind.reach in {"items", "clause"} and cue.start < match.start
    return (
        denies
        and all(ctx.word(start) == "any" for start in starts)
        and match.start - starts[-1] <= _AFTER_ANY
    )


def _lists_on(ctx: Context, cue: Cue, match: Match) -> bool:
    """Tell whether a list after "if" goes on: "ring if you get: a fever, the runs, a rash"."""
    clause, starts = ctx.layout.clause, ctx.layout.starts
    if cue.start > match.start or ctx.word(starts[clause[match.start]]) not in _ONE_MORE:
        return False
    begins = starts[clause[cue.start] + 1 : clause[match.start] + 1]
    listed = all(ctx.word(start) in _ONE_MORE for start in begins)
    item = ctx.tokens[match.start - 1].before is Break.SOFT or match.start - begins[-1] <= 1
    after = match.end == len(ctx.tokens) or ctx.tokens[match.end].before is not Break.NONE
    return listed and item and after


REACHES_ON = {
    "conditional": _lists_on,
    "past": _dates_ahead,
    "recent": _tells_the_day,
    "thing": thing_goes_on,
    "negated": _any_more,
}
"""Categories that may reach the next clause, and when they do."""
