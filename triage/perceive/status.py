"""The status of a finding, from the cues that reach it and the tense it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from triage.model import Status
from triage.perceive.cues import Cue
from triage.perceive.tense import Tense

ASIDE = frozenset({"other", "thing", "quoted", "conditional", "asked", "wondered"})
"""What a claim to have it too outweighs."""
_BEFORE = frozenset({"before", "prior", "pre", "had", "got"})
"""First words of a date that a day takes back: "before treatment this morning"."""
_WEEKS = frozenset({"week", "weeks", "fortnight"})
_THIS_MOMENT = frozenset({"right now", "at the moment", "as we speak", "at present"})
NOW = "now"
"""Says when, but of "gone now" it does not say that it came lately."""

_HOW_BAD = frozenset({"so bad", "so badly", "as bad"})
"""Of what a date makes history these tell only how bad it was."""
ENDED = "ended"
CONFIRMED = "confirmed"
"""A second word for the end: "it healed completely, and they signed me off"."""
SINCE = "since"
"""After an end it dates the end, whatever else may speak of now."""


class Reading(NamedTuple):
    """The status of one finding and the cue that set it."""

    status: Status
    cue: str = ""
    over: bool = False
    """It happened lately and is over: it counts, but is not there now."""


def told(hits: Mapping[str, Cue], tense: Tense) -> Reading | None:
    """Return whose it is and whether it is real; None where it is the person's own and real."""
    for category, status in (
        ("animal", Status.OTHER),
        ("other", Status.OTHER),
        ("thing", Status.OTHER),
        ("conditional", Status.HYPOTHETICAL),
        ("quoted", Status.HYPOTHETICAL),
    ):
        if category in hits and not (category == "quoted" and _at_this_moment(hits, tense)):
            return Reading(status, hits[category].words)
    if "asked" in hits and not tense.owned:
        lately = "recent" in hits or ("current" in hits and hits["current"].words != "still")
        status = Status.UNCLEAR if lately else Status.HYPOTHETICAL
        return Reading(status, hits["asked"].words)
    if "negated" in hits and "resumed" not in hits:
        return Reading(Status.NEGATED, hits["negated"].words)
    if "wondered" in hits and not tense.owned:
        return Reading(Status.UNCLEAR, hits["wondered"].words)
    for category in ("doubt", "puzzled"):
        if category in hits and not (category == "doubt" and "resumed" in hits):
            return Reading(Status.UNCLEAR, hits[category].words)
    return None


def _at_this_moment(hits: Mapping[str, Cue], tense: Tense) -> bool:
    """Tell whether the person says it of themselves and of now, beside what a text says."""
    return tense.owned and "current" in hits and hits["current"].words in _THIS_MOMENT


def when(hits: Mapping[str, Cue], tense: Tense, *, event: bool, grave: bool) -> Reading:
    """Return whether a real finding is there now, was there lately, is over or in doubt."""
    over = "ended" in hits or "well_now" in hits
    recent = "recent" in hits and not (over and hits["recent"].words == NOW)
    resumed = "resumed" in hits and hits["resumed"].words not in _HOW_BAD
    current = "current" in hits or resumed
    past, ended = hits.get("past"), hits.get("ended")
    if past and recent and past.words.split()[0] in _BEFORE:
        past = None
    if past and not current and not (tense.present_now and past.kind.direction == "both"):
        return Reading(Status.PAST, past.words)
    if recent and (ended or hits.get("well_now")) and not (event or grave):
        recent = _WEEKS.isdisjoint(hits["recent"].words.split())
    well = hits.get("well_now")
    if well and event:
        return Reading(Status.PRESENT, well.words, over=True)
    ended = ended or well
    if ended and (not current or _since_then(hits, ended)):
        doubtful = (event or grave or tense.present_now) and CONFIRMED not in hits
        return _ended(ended.words, recent=recent, doubtful=doubtful)
    if tense.simple_past and not (event or recent or current):
        return Reading(Status.UNCLEAR, tense.verb)
    return Reading(Status.PRESENT)


def _since_then(hits: Mapping[str, Cue], ended: Cue) -> bool:
    """Tell whether "since" only dates the end: "been sorted since spring"."""
    current = hits.get("current")
    told = current is not None and current.words == SINCE and current.start >= ended.end
    return told and "resumed" not in hits


def _ended(words: str, *, recent: bool, doubtful: bool) -> Reading:
    """Something over counts where it was lately, and is asked about where that is in doubt."""
    if recent:
        return Reading(Status.PRESENT, words, over=True)
    return Reading(Status.UNCLEAR if doubtful else Status.PAST, words)
