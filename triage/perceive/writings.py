"""What is only written, taught or asked about: "an essay on seizures", "how do you spell it?"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from triage.model import Status
from triage.perceive.around import reach_ahead, reach_back
from triage.perceive.context import Context
from triage.perceive.cues import Cue
from triage.perceive.phrases import Match
from triage.perceive.tokens import Break

_LISTS = frozenset({"and", "or", "nor", "a", "an", "the", "severe", "bad", "any", "plus", "then"})
"""Words between two items of a list."""
_THIRD = frozenset({"he", "she", "hes", "shes", "his", "her", "him"})
_NEXT = "next"
_IS_CALLED = frozenset(
    {"is", "was", "are", "called", "named", "titled", "entitled", "nicknamed", "reads", "says",
     "like", "as"}
)  # fmt: skip
"""After one of these a name stands in quotation marks."""
_SPEAKERS = frozenset(
    {"dr", "doctor", "prof", "professor", "nurse", "sister", "consultant", "speaker", "lecturer",
     "expert", "specialist", "pharmacist", "oncologist", "surgeon", "tutor", "teacher", "trainer"}
)  # fmt: skip
_TITLED = 3
"""Words from a speaker to what they do: "Dr Ana Osei spoke"."""
_FOR = "for"
"""After "a poster for the ward" a comma may begin a report as well as a list."""
_JOINS = frozenset({"and", "or"})
_LONGEST_QUESTION = 12
_LONGEST_LIST = 12
_SURE_LIST = 3
"""Items of a list that need no "and" to be one."""
_DATES = frozenset(
    {"since", "today", "tonight", "now", "yesterday", "overnight", "all", "again", "every",
     "still", "badly", "nonstop", "constantly", "everywhere", "worse"}
)  # fmt: skip
"""Right after a finding these make it the person's own: "seizures since this morning"."""
_DOES = frozenset({"do", "does", "will", "would", "should", "can", "could", "to", "ever"})
_NOTED = frozenset({"write", "writes", "put", "print", "record", "list", "stamp", "note", "add"})
_SPELLED = frozenset({"spell", "pronounce", "translate", "define", "spelt", "spelled"})
_CANNOT = frozenset({"cant", "cannot", "couldnt", "never", "dont"})
_CALLED = frozenset({"the", "a", "word", "words", "term", "phrase", "plain"})
"""Words between a verb of writing and what is written."""
_AHEAD = 6
"""Words from what is written to where: "on the new alert card"."""
_ONTO = frozenset({"on", "in", "onto", "into"})
_ASKS = frozenset(
    {"is", "are", "what", "whats", "which", "how", "does", "do", "can", "could", "where", "why",
     "when", "who", "would", "should", "any"}
)  # fmt: skip
"""First words of a question in general: "for my exam, is a fit a grade 3?"."""


@dataclass(frozen=True)
class Writings:
    """The words of one message that speak of a text, and the findings they reach."""

    context: Context
    cues: Mapping[str, Sequence[Cue]]
    """The frames by category: written (a text and what it is on), lectured (that somebody speaks
    on it), studied (that somebody is at such work)."""
    mine: frozenset[str]
    """I, my, me ..."""
    texts: frozenset[str]
    """Card, form, leaflet ..."""

    def status(self, match: Match) -> tuple[Status, str] | None:
        """Return the status of a finding that only a text is about, and the words that say so.

        A bare comma leaves it in doubt whether the text goes on: "a card on fits, vomiting".
        """
        if self._noted(match):
            return Status.HYPOTHETICAL, "written"
        sentence = self.context.layout.sentence[match.start]
        for cue in self._written.get(sentence, ()):
            found = self._reaches(cue, match)
            if found:
                return found, cue.words
        for cue in (*self._worked.get(sentence, ()), *self._worked.get(sentence - 1, ())):
            if self._general_question(cue, match):
                return Status.HYPOTHETICAL, cue.words
        return None

    @cached_property
    def _written(self) -> Mapping[int, Sequence[Cue]]:
        """The texts named, sentence by sentence."""
        return self._by_sentence("written", "lectured")

    @cached_property
    def _worked(self) -> Mapping[int, Sequence[Cue]]:
        """The texts and studies named, sentence by sentence."""
        return self._by_sentence("studied", "written")

    def _by_sentence(self, *categories: str) -> Mapping[int, Sequence[Cue]]:
        found: dict[int, list[Cue]] = {}
        for category in categories:
            for cue in self.cues.get(category, ()):
                if category == "lectured" and not self._by_a_speaker(cue):
                    continue
                found.setdefault(self.context.layout.sentence[cue.start], []).append(cue)
        return found

    def _by_a_speaker(self, cue: Cue) -> bool:
        """Tell whether somebody teaches: "Dr Osei spoke about", but not "I spoke about"."""
        near = range(max(0, cue.start - _TITLED), cue.start)
        return any(self.context.word(index) in _SPEAKERS for index in near) and not (
            self._personal(near.start, near.stop)
        )

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [item.start for item in self.context.findings]

    def _reaches(self, cue: Cue, match: Match) -> Status | None:
        """Return what the words for a text make of a finding after them."""
        ctx = self.context
        if cue.end > match.start or (cue.kind.reach == _NEXT and not self._is_named(cue)):
            return None
        if ctx.word(match.end) in _DATES or self._personal(cue.end, match.end):
            return None
        at = bisect_left(self._starts, cue.end)
        items = ctx.findings[at : at + 1]
        first = items[0] if items and items[0].start < match.start else match
        quoted = first.start == cue.end and ctx.word(cue.end - 1) in _IS_CALLED
        apart_from_it = not quoted and ctx.soft_breaks(cue.end, first.start)
        if self._states(cue.end, first.start) or apart_from_it:
            return None
        between = range(first.start, match.start)
        if not all(index in self._named or ctx.word(index) in _LISTS for index in between):
            return None
        if quoted:
            return Status.HYPOTHETICAL
        apart = _FOR in cue.words.split() and ctx.tokens[cue.end].before is Break.SOFT
        joined = not apart and not ctx.soft_breaks(first.end - 1, match.start)
        listed = joined or self._begins_a_list(first)
        return Status.HYPOTHETICAL if listed else Status.UNCLEAR

    def _is_named(self, cue: Cue) -> bool:
        """Tell whether a name or a lesson follows at once: "called Fever Dream", "did fits".

        "She did faint" tells what happened.
        """
        ctx = self.context
        begins = cue.end + (ctx.word(cue.end) in _CALLED)
        at = bisect_left(self._starts, begins)
        if self._starts[at : at + 1] != [begins]:
            return False
        word = ctx.word(begins)
        several = (word.endswith("s") and not word.endswith("ss")) or word.endswith("ing")
        return several or cue.words.split()[-1] != "did"

    @cached_property
    def _named(self) -> frozenset[int]:
        """Words that name a finding."""
        return frozenset(index for item in self.context.findings for index in item.words)

    def _begins_a_list(self, first: Match) -> bool:
        """Tell whether the findings from here on are joined, or are too many for a story."""
        ctx = self.context
        sentence = ctx.layout.sentence
        begins = bisect_left(self._starts, first.start)
        run = [
            start
            for start in self._starts[begins : begins + _LONGEST_LIST]
            if sentence[start] == sentence[first.start]
        ] or [first.start]
        joined = any(ctx.word(index) in _JOINS for index in range(first.end, run[-1]))
        return joined or len(set(run)) >= _SURE_LIST

    def _personal(self, start: int, end: int) -> bool:
        words = (self.context.word(index) for index in range(start, end))
        return any(word in self.mine or word in _THIRD for word in words)

    def _states(self, start: int, end: int) -> bool:
        """Tell whether a verb between begins a story: "an essay on sepsis had a seizure"."""
        verbs = self.context.tenses.words
        words = (self.context.word(index) for index in range(start, end))
        return any(word in verbs.past or word in verbs.onset for word in words)

    def _noted(self, match: Match) -> bool:
        """Tell whether it is only written or spelled: "do they write it on the card?"."""
        ctx = self.context
        index = match.start - 1
        while ctx.word(index) in _CALLED:
            index -= 1
        if ctx.layout.sentence[max(index, 0)] != ctx.layout.sentence[match.start]:
            return False
        if ctx.word(index) in _SPELLED:
            return ctx.word(index - 1) not in _CANNOT
        if ctx.word(index) not in _NOTED:
            return False
        asked = any(ctx.word(before) in _DOES for before in range(index - 3, index))
        ahead = [ctx.word(after) for after in range(match.end, match.end + _AHEAD)]
        onto = not _ONTO.isdisjoint(ahead) and not self.texts.isdisjoint(ahead)
        return asked and onto

    def _alone(self, match: Match) -> bool:
        """Tell whether a finding is a sentence by itself, as an answer: "Jaundice!"."""
        sentence = self.context.layout.sentence
        first, after = match.start - 1, match.end
        begins = first < 0 or sentence[first] != sentence[match.start]
        return begins and (after == len(sentence) or sentence[after] != sentence[match.start])

    def _general_question(self, cue: Cue, match: Match) -> bool:
        """Tell whether a question or an answer that names nobody follows a study or a puzzle."""
        ctx = self.context
        if cue.end > match.start:
            return False
        if self._alone(match):
            return True
        first = reach_back(match.start, ctx.tokens, _LONGEST_QUESTION, Break.SOFT)
        if first < cue.end or ctx.tokens[first].before is Break.NONE:
            return False
        last = reach_ahead(match.end, ctx.tokens, _LONGEST_QUESTION, Break.SOFT)
        return ctx.word(first) in _ASKS and not self._personal(first, last)
