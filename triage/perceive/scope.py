"""ConText: what the words around a finding say about it, clause by clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from triage.model import Status
from triage.perceive.asked import asked, opens
from triage.perceive.backward import backward
from triage.perceive.context import FARTHEST, PERSON, Context
from triage.perceive.cues import Cue
from triage.perceive.forward import forward
from triage.perceive.frames import Frames
from triage.perceive.named import asked_by_name
from triage.perceive.otherwise import means_otherwise
from triage.perceive.phrases import Match
from triage.perceive.reach import zone
from triage.perceive.status import ASIDE, CONFIRMED, ENDED, NOW, SINCE, Reading, told, when
from triage.perceive.tense import Tense
from triage.perceive.writings import Writings

_OPENING = 3
"""First words of a clause: "and now my …"."""
_SINCE_THEN = frozenset({"now", "today", "tonight"})
_IF = frozenset({"if", "when", "whether", "in"})
_LISTS = frozenset({"and", "or", "a", "an", "the", "severe", "bad", "any"})
"""Words between two items of a list."""


@dataclass
class Scopes:
    """The cues of a message and the findings they reach."""

    context: Context
    cues: Sequence[Cue]
    frames: Frames
    deeds: frozenset[str] = frozenset()
    """Symptoms that are something done, not felt."""
    _reaching: list[tuple[Cue, range]] = field(default_factory=list)
    """The cues without those that only look like one, and the words they may reach."""
    _starts: list[int] = field(default_factory=list)
    _places: dict[Match, int] = field(init=False)
    _writings: Writings = field(init=False)

    def __post_init__(self) -> None:
        self._places = {match: place for place, match in enumerate(self.context.findings)}
        self._reaching = [
            (cue, zone(cue, self.context.layout))
            for cue in self.cues
            if cue.kind.category != "pseudo"
            and (cue.kind.direction != "opening" or opens(self.context, cue))
        ]
        self._starts = [cue.start for cue, _ in self._reaching]
        who = self.frames.who
        self._writings = Writings(
            self.context, self.frames.by_category, who.mine, who.groups["text"]
        )

    def read(self, match: Match, *, event: bool, grave: bool = False) -> Reading:
        """Return the status of one finding.

        Args:
            match: the finding.
            event: it counts though it is over.
            grave: it is an emergency unless more is known; that it is over has to be asked.
        """
        said = self.context.tenses.said
        if asking := asked_by_name(match, said, self.context.layout, self.deeds):
            return Reading(Status.HYPOTHETICAL, asking)
        hits: dict[str, Cue] = {}
        first = bisect_left(self._starts, match.start - FARTHEST)
        last = bisect_right(self._starts, match.end + FARTHEST)
        for cue, reached in self._reaching[first:last]:
            if match.end <= reached.start or match.start >= reached.stop:
                continue
            category = _effect(self.context, cue, match)
            if category == "negated":
                category = self.context.denials.weigh(cue, match)
            if category == ENDED and category in hits:
                hits.setdefault(CONFIRMED, cue)
            if category and (category not in hits or hits[category].words in {NOW, SINCE}):
                hits[category] = cue
        tense = self.context.tense(match)
        if "conditional" in hits and self._came_true(hits["conditional"], match, tense):
            del hits["conditional"]
        if self.frames.claimed(match):
            hits = {name: cue for name, cue in hits.items() if name not in ASIDE}
            claimed = told(hits, tense) or when(hits, tense, event=event, grave=grave)
            # what others had is told in the past: "they had it, and I have it now"
            others = claimed.status is Status.UNCLEAR and claimed.cue == tense.verb
            return Reading(Status.PRESENT, claimed.cue) if others else claimed
        if written := self._writings.status(match):
            return Reading(*written)
        framed = self.frames.status(match, hits)
        if framed and framed is not Status.UNCLEAR:
            return Reading(framed)
        reading = told(hits, tense) or when(hits, tense, event=event, grave=grave)
        if framed and reading.status is Status.PRESENT:
            lately = not {"recent", "current"}.isdisjoint(hits) or self.frames.lasts(match)
            told_of = None if lately else self._listed_with(match)
            return Reading(told_of or framed, reading.cue)
        return reading

    def _listed_with(self, match: Match) -> Status | None:
        """Return the status of the list that a finding goes on: "a page on fits, rashes and …"."""
        place, sentence = self._places.get(match, 0), self.context.layout.sentence
        while place:
            this, last = self.context.findings[place], self.context.findings[place - 1]
            between = self.context.tokens[last.end : this.start]
            listed = all(token.word in _LISTS for token in between)
            same = sentence[last.start] == sentence[this.start]
            if not listed or not same or this.start < last.end:
                return None
            framed = self.frames.status(last, ())
            if framed is not Status.UNCLEAR:
                return framed
            place -= 1
        return None

    def _came_true(self, cue: Cue, match: Match, tense: Tense) -> bool:
        """Tell whether a clause after the warning says it is so.

        "Ring if it gets stiff, they said, and now my neck is", "…, I have had the runs since noon".
        """
        clause = self.context.layout.clause[match.start]
        if cue.start > match.start or self.context.layout.clause[cue.end - 1] == clause:
            return False
        begins, _ = self.context.layout.clause_span(clause)
        opening = [self.context.word(index) for index in range(begins, match.start)][:_OPENING]
        now = tense.owned and not _SINCE_THEN.isdisjoint(opening)
        lasts = not PERSON.isdisjoint(opening) and self.frames.lasts(match)
        return (now or lasts) and _IF.isdisjoint(opening)


def _effect(ctx: Context, cue: Cue, match: Match) -> str | None:
    """Return the category this cue gives the finding, None where it does not reach it."""
    kind = cue.kind
    if cue.start >= match.end:
        if kind.direction == "forward":
            return None
    elif cue.end <= match.start:
        if kind.direction == "backward":
            return None
    elif not match.words.isdisjoint(range(cue.start, cue.end)):
        return None
    if kind.direction == "opening":
        return asked(ctx, cue, match)
    category: str | None = None
    if kind.direction != "backward" and cue.end < match.end:
        category = forward(ctx, cue, match)
    if not category and kind.direction != "forward" and backward(ctx, cue, match):
        category = kind.category
    return None if category and means_otherwise(ctx, cue, match) else category
