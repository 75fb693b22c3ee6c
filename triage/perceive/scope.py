"""ConText: what the words around a finding say about it, clause by clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from triage.model import Status
from triage.perceive.clauses import Layout
from triage.perceive.cues import Cue
from triage.perceive.denial import Denials
from triage.perceive.frames import Frames
from triage.perceive.named import asked_by_name
from triage.perceive.phrases import Match
from triage.perceive.status import ASIDE, NOW, SINCE, Reading, told, when
from triage.perceive.tense import Tense, Tenses
from triage.perceive.tokens import Break, Token

NEAR = 5
"""Words that a cue of reach `near` looks at."""
_FARTHEST = 40
"""Words beyond which no cue is looked at, so that a long text costs no more for each word."""
_TAKES_AN_OBJECT = frozenset(
    {"let", "letting", "feed", "feeding", "fed", "walk", "walking", "walked", "stroke", "stroking",
     "over", "carrying", "lifting", "with", "to", "for", "from", "by", "of", "put", "putting"}
)  # fmt: skip
"""A word after one of these does nothing itself: "she got up to let the cat out and fainted"."""
_AS, _ONE = frozenset({"as", "like"}), frozenset({"a", "an"})
"""Before an animal: a likeness, "weak as a kitten"."""
_POINTS_BACK = frozenset({"that", "this", "it", "which"})
_IT = frozenset({"it", "its"})
_SAYS_ANEW = frozenset({"i", "im", "ive", "he", "hes", "she", "shes"})
"""Between a denial and a finding these may begin another statement: "no help i want to die"."""
_WHY = frozenset({"because", "after", "when", "once"})
_SINCE = "since"
_UNEVENTFUL = frozenset({"no", "not", "never", "none", "nothing", "fine", "clear", "without"})
"""Between a finding and "since": "a fit in 2009, none since"."""
_I_AM = frozenset({"im", "iam", "am", "i"})
_MINE = frozenset({"i", "im", "ive", "me", "my"})
_PERSON = frozenset({"i", "im", "ive", "me", "my", "he", "she", "him", "her", "his", "us", "we"})
_REFER_BACK = frozenset({"ended", "well_now", "resumed"})
"""Categories that speak of the finding before them: "… but gone now", "… and it has started"."""
_OF_A_PLACE = frozenset({"from", "on", "in", "off"})
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
_MEANWHILE = frozenset({"now", "just", "also", "still", "currently", "suddenly", "already"})
_OPENING = 3
"""First words of a clause: "and now my …"."""
_SINCE_THEN = frozenset({"now", "today", "tonight"})
_HARDLY = frozenset({"only", "hardly", "barely", "scarcely"})
"""After "can" these tell and ask nothing: "can only say yes"."""
_IF = frozenset({"if", "when", "whether", "in"})
_GREETING = frozenset(
    {"hi", "hello", "hey", "there", "dear", "team", "good", "morning", "evening", "afternoon",
     "sorry", "please", "quick", "question", "just", "ok", "okay", "so", "um", "well", "thanks"}
)  # fmt: skip
_HAILS = frozenset({"hi", "hello", "hey"})
_TURNS = frozenset(
    {"black", "yellow", "purple", "blue", "red", "dark", "green", "grey", "gray", "white", "hard",
     "hot", "cold", "numb", "septic", "worse", "bad", "mad", "crazy", "up", "weeping", "blistery"}
)  # fmt: skip
"""After "gone" these tell what it turned into: "has gone black" is no end."""
_ROUNDS = frozenset(
    {"first", "second", "third", "fourth", "last", "this", "next", "each", "every", "the", "a",
     "my", "chemo"}
)  # fmt: skip
"""Before "round" these make it one of a treatment."""
_LISTS = frozenset({"and", "or", "a", "an", "the", "severe", "bad", "any"})
"""Words between two items of a list."""
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


@dataclass
class Scopes:
    """The cues of a message and the findings they reach."""

    tokens: Sequence[Token]
    layout: Layout
    cues: Sequence[Cue]
    tenses: Tenses
    findings: Sequence[Match]
    doses: frozenset[str]
    """Words for a treatment: "two months ago" next to one dates the treatment."""
    frames: Frames
    puzzling: frozenset[str] = frozenset()
    """Symptoms that in the first person may only mean not to understand something."""
    deeds: frozenset[str] = frozenset()
    """Symptoms that are something done, not felt."""
    _filled: set[int] = field(default_factory=set)
    _reaching: list[Cue] = field(default_factory=list)
    """The cues without those that only look like one."""
    _starts: list[int] = field(default_factory=list)
    _told: dict[tuple[int, int], Tense] = field(default_factory=dict)
    """First word and end of a finding -> how it is told."""

    _denials: Denials = field(init=False)
    _places: dict[Match, int] = field(init=False)

    def __post_init__(self) -> None:
        self._denials = Denials(self.tokens, self.layout, self.tenses.words)
        self._places = {match: place for place, match in enumerate(self.findings)}
        self._filled = {self.layout.clause[m.start] for m in self.findings}
        self._reaching = [cue for cue in self.cues if cue.kind.category != "pseudo"]
        self._starts = [cue.start for cue in self._reaching]

    def read(self, match: Match, *, event: bool, grave: bool = False) -> Reading:
        """Return the status of one finding.

        Args:
            match: the finding.
            event: it counts though it is over.
            grave: it is an emergency unless more is known; that it is over has to be asked.
        """
        if asking := asked_by_name(match, self.tokens, self.layout, self.deeds):
            return Reading(Status.HYPOTHETICAL, asking)
        hits: dict[str, Cue] = {}
        first = bisect_left(self._starts, match.start - _FARTHEST)
        last = bisect_right(self._starts, match.end + _FARTHEST)
        for cue in self._reaching[first:last]:
            category = self._effect(cue, match)
            if category == "negated":
                category = self._denials.weigh(cue, match)
            if category and (category not in hits or hits[category].words in {NOW, SINCE}):
                hits[category] = cue
        tense = self._tense(match)
        if tense.owned and "conditional" in hits and self._came_true(hits["conditional"], match):
            del hits["conditional"]
        if self.frames.claimed(match):
            hits = {name: cue for name, cue in hits.items() if name not in ASIDE}
            return told(hits, tense) or when(hits, tense, event=event, grave=grave)
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
        place = self._places.get(match, 0)
        while place:
            this, last = self.findings[place], self.findings[place - 1]
            between = self.tokens[last.end : this.start]
            listed = all(token.word in _LISTS for token in between)
            same = self.layout.sentence[last.start] == self.layout.sentence[this.start]
            if not listed or not same or this.start < last.end:
                return None
            framed = self.frames.status(last, ())
            if framed is not Status.UNCLEAR:
                return framed
            place -= 1
        return None

    def _came_true(self, cue: Cue, match: Match) -> bool:
        """Tell whether a clause after the warning says it is so: "… and now my neck is stiff"."""
        clause = self.layout.clause[match.start]
        if cue.start > match.start or self.layout.clause[cue.end - 1] == clause:
            return False
        begins, _ = self.layout.clause_span(clause)
        opening = [self._word(index) for index in range(begins, match.start)][:_OPENING]
        return not _SINCE_THEN.isdisjoint(opening) and _IF.isdisjoint(opening)

    def _tense(self, match: Match) -> Tense:
        span = match.start, match.end
        found = self._told.get(span)
        if found is None:
            found = self._told[span] = self.tenses.of(match, self.layout)
        return found

    def _effect(self, cue: Cue, match: Match) -> str | None:
        """Return the category this cue gives the finding, None where it does not reach it."""
        kind = cue.kind
        apart = cue.end <= match.start or cue.start >= match.end
        if not apart and not match.words.isdisjoint(range(cue.start, cue.end)):
            return None
        if kind.direction == "opening":
            return self._asked(cue, match)
        category: str | None = None
        if kind.direction != "backward" and cue.end < match.end:
            category = self._forward(cue, match)
        if not category and kind.direction != "forward" and self._backward(cue, match):
            category = kind.category
        return None if category and self._means_otherwise(cue, match) else category

    def _means_otherwise(self, cue: Cue, match: Match) -> bool:
        """Tell whether the words around a cue show that here it is none."""
        if cue.kind.category == "puzzled":
            return not self._may_be_puzzled(match)
        if cue.kind.category == "thing":
            return not self._is_about_a_thing(cue, match)
        if cue.kind.category == "animal":
            mine = any(self._word(index) in _MINE for index in range(cue.end, match.end))
            likened = self._word(cue.start - 2) in _AS and self._word(cue.start - 1) in _ONE
            return mine or likened or self._word(cue.start - 1) in _TAKES_AN_OBJECT
        if cue.words == _SINCE and cue.start >= match.end:
            return any(self._word(index) in _UNEVENTFUL for index in range(match.end, cue.start))
        both_ways = cue.kind.category == "past" and cue.kind.direction == "both"
        return both_ways and self._dates_a_dose(cue)

    def _may_be_puzzled(self, match: Match) -> bool:
        """Tell whether the finding is one word said of oneself: "I'm confused"."""
        before = range(max(0, match.start - 3), match.start)
        return (
            match.target.name in self.puzzling
            and len(match.words) == 1
            and any(self._word(index) in _I_AM for index in before)
        )

    def _is_about_a_thing(self, cue: Cue, match: Match) -> bool:
        """Tell whether the clause begins with the thing and names no person: "my phone is hot"."""
        begins, _ = self.layout.clause_span(self.layout.clause[cue.start])
        person = any(self._word(index) in _PERSON for index in range(cue.end, match.end - 1))
        apart = self._soft_breaks(cue.start, match.start) and not self._thing_goes_on(cue, match)
        before = [self._word(index) for index in range(begins, cue.start)]
        leads = sum(word not in _LEADS for word in before) <= 1
        subject = leads and _BEFORE_A_PLACE.isdisjoint(before) and cue.start < match.start
        return subject and not person and not apart

    def _word(self, index: int) -> str:
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def _dates_a_dose(self, cue: Cue) -> bool:
        """Tell whether a date may be that of a dose; "had on chemo" and "before any" are none."""
        words = cue.words.split()
        if not self.doses.isdisjoint(words) and (words[0] != "before" or "any" in words):
            return False
        around = range(max(0, cue.start - NEAR), min(cue.end + NEAR, len(self.tokens)))
        return any(self._is_dose(index) for index in around)

    def _is_dose(self, index: int) -> bool:
        """Tell whether a word is a treatment: "my last round", but not "round my middle"."""
        word = self._word(index)
        return word in self.doses and (word != "round" or self._word(index - 1) in _ROUNDS)

    def _asked(self, cue: Cue, match: Match) -> str | None:
        """Return what a sentence that opens as a question makes of a finding in it.

        "Can someone ring me, vomiting blood" may be a report after all: there it is in doubt.
        """
        sentence = self.layout.sentence
        if sentence[match.start] != sentence[cue.start] or not self._opens(cue):
            return None
        if self._word(cue.end) in _HARDLY:
            return None
        if self._own_statement(cue, match) or self._telegraphic(cue, match):
            return None
        listed = any(cue.end <= other.start < match.start for other in self.findings)
        listed = listed or self._chooses(cue)
        apart = self._soft_breaks(cue.end, match.start) and not listed
        return "wondered" if apart else cue.kind.category

    def _chooses(self, cue: Cue) -> bool:
        """Tell whether a question asks which of two: "which is commoner, colitis or a rash?"."""
        sentence = self.layout.sentence
        words = [
            token.word
            for index, token in enumerate(self.tokens[cue.start : cue.start + _FARTHEST], cue.start)
            if sentence[index] == sentence[cue.start]
        ]
        asks = sentence[cue.start] in self.layout.asked and "or" in words
        return asks and cue.words in {"which", "whats", "what is"} and _PERSON.isdisjoint(words)

    def _opens(self, cue: Cue) -> bool:
        """Tell whether nothing but a greeting stands before the cue in its sentence.

        "There is blood" tells something; "hi there, is blood ..." asks.
        """
        index, sentence = cue.start - 1, self.layout.sentence
        if index >= 0 and self._word(index) == "there" and self._word(index - 1) not in _HAILS:
            return False
        while index >= 0 and sentence[index] == sentence[cue.start]:
            if self._word(index) not in _GREETING:
                return False
            index -= 1
        return True

    def _telegraphic(self, cue: Cue, match: Match) -> bool:
        """Tell whether a report leaves out its subject: "was gasping for air"."""
        asks = self.layout.sentence[match.start] in self.layout.asked
        return cue.words in {"was", "were"} and cue.end == match.start and not asks

    def _own_statement(self, cue: Cue, match: Match) -> bool:
        """Tell whether a statement of the person's own follows a question: "…, and I feel sick"."""
        clause = self.layout.clause
        if clause[cue.start] == clause[match.start]:
            return False
        start = self.layout.clause_span(clause[match.start])[0]
        before = self.tokens[start : match.start + 1]
        words = [t.word for t in before if t.word not in _JOINS and t.word not in _MEANWHILE]
        if cue.kind.category == "quoted" and words[:1] and words[0] in _OWN:
            parted = before[0].word in _JOINS or before[0].before is not Break.NONE
            return parted and _MAY.isdisjoint(words[1:3])
        return before[0].word in _JOINS and words[:2] in _I_FEEL

    def _forward(self, cue: Cue, match: Match) -> str | None:
        first = match.start
        if first < cue.end:
            first = min(index for index in match.words if index >= cue.end)
        last_word = cue.end - 1
        category = cue.kind.category
        if self.layout.sentence[last_word] != self.layout.sentence[first]:
            return None
        if cue.kind.reach == "sentence":
            return None if self._own_statement(cue, match) else category
        if self.layout.clause[last_word] != self.layout.clause[first]:
            reaches_on = {"past": self._dates_ahead, "thing": self._thing_goes_on}.get(category)
            return category if reaches_on and reaches_on(cue, match) else None
        if cue.kind.reach == "near":
            return self._nearby(cue, first)
        if cue.kind.reach == "items":
            return self._through_list(cue, first, match)
        return category

    def _nearby(self, cue: Cue, first: int) -> str | None:
        """Follow "not short of breath" a few words far; in doubt where a statement may begin."""
        far = first - cue.end >= NEAR and not self._goes_on_denying(cue, first)
        if far or self._soft_breaks(cue.end, first):
            return None
        anew = any(self._word(index) in _SAYS_ANEW for index in range(cue.end, first))
        return "doubt" if anew and cue.kind.category == "negated" else cue.kind.category

    def _dates_ahead(self, cue: Cue, match: Match) -> bool:
        """Tell whether a date reaches the next clause of its sentence.

        It opens the sentence ("years ago, after the move, I had a fit"), or the clause says why or
        when ("my spleen came out in 1998 because I bled").
        """
        layout = self.layout
        if not self._tense(match).simple_past:
            return False
        mine, its = layout.clause[match.start], layout.clause[cue.start]
        begins = cue.start == 0 or layout.sentence[cue.start - 1] != layout.sentence[cue.start]
        return begins or (mine == its + 1 and self._word(layout.starts[mine]) in _WHY)

    def _thing_goes_on(self, cue: Cue, match: Match) -> bool:
        """Tell whether the next clause goes on about a thing: "my truck is old, it coughs"."""
        mine, its = self.layout.clause[match.start], self.layout.clause[cue.start]
        begins = self.layout.starts[mine]
        it = any(self._word(index) in _IT for index in (begins, begins + 1))
        return mine == its + 1 and it

    def _goes_on_denying(self, cue: Cue, first: int) -> bool:
        """Tell whether an "or" carries a denial on: "not been short of breath or wheezy"."""
        carried = self._word(first - 1) in {"or", "nor"} and cue.kind.category == "negated"
        return carried and any(cue.end <= other.start < first for other in self.findings)

    def _through_list(self, cue: Cue, first: int, match: Match) -> str | None:
        """Follow "no fever, cough or chills": sure within a list, in doubt past a bare comma."""
        between = self.tokens[cue.end : first + 1]
        if any(t.word in self.tenses.words.statements for t in between[:-1]):
            return None
        joined = [t for t in between if t.word == "and"]
        if joined and not self.tenses.is_noun(self.tokens[first], match):
            return None
        if not self._soft_breaks(cue.end, first):
            return cue.kind.category
        if self.tokens[cue.end].before is Break.SOFT:
            return None  # "no, seriously, my chest hurts": a reply, no denial of what follows
        clause_end = self.layout.clause_span(self.layout.clause[first])[1]
        rest = self.tokens[cue.end : min(clause_end, first + _FARTHEST)]
        listed = any(t.word in {"or", "nor", "and"} for t in rest)
        return cue.kind.category if listed else "doubt"

    def _soft_breaks(self, start: int, end: int) -> bool:
        return any(token.before is Break.SOFT for token in self.tokens[start + 1 : end + 1])

    def _backward(self, cue: Cue, match: Match) -> bool:
        inside = cue.end < match.end
        turned = self._word(cue.end - 1) == "gone" and self._word(cue.end) in _TURNS
        if cue.start <= match.start or turned or (inside and not self._ends_here(cue)):
            return False
        # "My rash is gone from my arms": what is said between the words is said of the first.
        last = match.end - 1
        if last >= cue.start:
            last = max(index for index in match.words if index < cue.start)
        layout = self.layout
        same_sentence = layout.sentence[last] == layout.sentence[cue.start]
        if cue.kind.reach == "reply":
            return self._denials.answers(cue, match)
        if cue.kind.reach in {"items", "next"}:
            return self._adjoins(cue, last)
        if cue.kind.reach == "near":
            between = self.tokens[last + 1 : cue.start]
            listed = any(token.word == "and" for token in between)
            apart = self._soft_breaks(last, cue.start - 1)
            return cue.start - last <= NEAR and same_sentence and not listed and not apart
        if cue.kind.reach == "sentence":
            return same_sentence
        mine, its = layout.clause[last], layout.clause[cue.start]
        refers = cue.kind.category in _REFER_BACK or self._dates_back(cue, mine)
        refers = refers and its not in self._filled
        return mine == its or (refers and self._refers_back(mine, its, last, cue.start))

    def _dates_back(self, cue: Cue, mine: int) -> bool:
        """Tell whether a date is of what was said before: "I had a fit. That was in 1998"."""
        its = self.layout.clause[cue.start]
        begins = self.layout.starts[its]
        same = self.layout.sentence[begins] == self.layout.sentence[begins - 1]
        goes_on = its == mine + 1 and same and self._word(begins) == "after"
        says = begins == cue.start and self._word(begins) in _POINTS_BACK
        return cue.kind.category == "past" and (goes_on or says)

    def _ends_here(self, cue: Cue) -> bool:
        """Tell whether what a cue says is complete: "is gone from", not "has gone hard"."""
        following = self.tokens[cue.end]
        cleared = following.word == "up" and self._word(cue.end - 1) == "cleared"
        return cleared or following.before is not Break.NONE or following.word in _OF_A_PLACE

    def _adjoins(self, cue: Cue, last: int) -> bool:
        """Tell whether the cue is the next word, or stands alone after it: "cough? none"."""
        if cue.kind.reach == "items":
            return self._stands_alone(cue) and cue.start - last <= 2
        return cue.start == last + 1 and self.tokens[cue.start].before is Break.NONE

    def _stands_alone(self, cue: Cue) -> bool:
        """Tell whether the cue is set off on both sides: "chest pain: no", "cough? none"."""
        ends = cue.end == len(self.tokens) or self.tokens[cue.end].before is not Break.NONE
        return ends and self.tokens[cue.start].before is not Break.NONE

    def _refers_back(self, mine: int, its: int, last: int, start: int) -> bool:
        """Tell whether "but gone now" or "it went away" speaks of the finding before it."""
        between = range(mine + 1, its)
        if any(clause in self._filled for clause in between):
            return False
        return self.layout.sentence[start] - self.layout.sentence[last] <= 1
