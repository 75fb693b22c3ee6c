"""Weighs a denial: whether it denies the finding, leaves it in doubt, or even states it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from triage.perceive.clauses import Layout
from triage.perceive.cues import Cue
from triage.perceive.phrases import Match
from triage.perceive.tense import VerbWords
from triage.perceive.tokens import Break, Token

_DOUBLED = 6
"""Words between a `not` and a `without` that takes it back."""
_SOON = 3
"""Words between a finding and the `before` of "never … before"."""
_REPLY = 20
"""Words between what somebody asked and the answer to it."""
_NOT = frozenset(
    {"not", "never", "no", "cant", "cannot", "dont", "doesnt", "didnt", "havent", "hasnt", "isnt",
     "wont", "couldnt", "hardly", "rarely", "nothing"}
)  # fmt: skip
_WITHOUT = "without"
_NEVER = frozenset({"never", "not", "havent", "hasnt", "hadnt"})
_AND_THEN = frozenset({"but", "and", "so", "until", "till", "just", "today", "now"})
_BUT = frozenset({"but", "just", "only"})
_GOING = frozenset(
    {"stop", "stopped", "stops", "go", "gone", "goes", "going", "pass", "passed", "ease", "eased",
     "settle", "settled", "clear", "cleared", "improve", "improved", "better", "help", "helped"}
)  # fmt: skip
"""What a "no" may be said of instead: "he asked whether the pain had gone and I said no"."""


@dataclass(frozen=True)
class Denials:
    """The denials of one message."""

    tokens: Sequence[Token]
    layout: Layout
    words: VerbWords

    def weigh(self, cue: Cue, match: Match) -> str | None:
        """Return what is left of a denial that reaches a finding.

        Returns:
            `negated`; `doubt` where only a part is denied, or only for the time before ("never had
            a fit before"); None where it is denied twice ("not a day without a headache").
        """
        if cue.start >= match.end:
            return "negated"
        if self._doubled(cue, match) or self._denies_itself(cue, match):
            return None
        if self._of_a_part(cue, match) or self._until_now(cue, match):
            return "doubt"
        return "negated"

    def answers(self, cue: Cue, match: Match) -> bool:
        """Tell whether a cue such as "I said no" answers a question about the finding."""
        last, sentence = match.end - 1, self.layout.sentence
        if cue.start - last > _REPLY:
            return False
        begins = match.start
        while begins and sentence[begins - 1] == sentence[match.start]:
            begins -= 1
        if any(t.word in _GOING for t in self.tokens[begins : cue.start]):
            return False
        apart = sentence[cue.start] - sentence[last]
        if apart <= 1 and sentence[last] in self.layout.asked:
            return True
        told = any(t.word in self.words.asking for t in self.tokens[begins : match.start])
        return told and apart <= 1

    def _doubled(self, cue: Cue, match: Match) -> bool:
        """Tell whether a second word denies the denial: "never without pain"."""
        first = min(i for i in match.words if i >= cue.end) if max(match.words) >= cue.end else 0
        if _WITHOUT in cue.words.split():
            start = max(0, cue.start - _DOUBLED)
            return self._run(start, cue.start, _NOT)
        inside = range(cue.end, first)
        return any(self.tokens[i].word == _WITHOUT and i - cue.end < _DOUBLED for i in inside)

    def _denies_itself(self, cue: Cue, match: Match) -> bool:
        """Tell whether the finding begins with a no of its own: "not sleeping, doesn't eat"."""
        first = match.start
        return first >= cue.end and self.tokens[first].word in _NOT

    def _run(self, start: int, end: int, words: frozenset[str]) -> bool:
        """Tell whether one of the words stands here with no pause after it."""
        for index in range(end, start, -1):
            if self.tokens[index].before is not Break.NONE:
                return False
            if self.tokens[index - 1].word in words:
                return True
        return False

    def _of_a_part(self, cue: Cue, match: Match) -> bool:
        """Tell whether the finding goes on past what is denied: "not food, just blood"."""
        inside = range(max(cue.end, match.start + 1), match.end - 1)
        return any(self.tokens[i].word in _BUT for i in inside)

    def _until_now(self, cue: Cue, match: Match) -> bool:
        """Tell whether only the time before is denied: "never had a fit before"."""
        if _NEVER.isdisjoint(cue.words.split()):
            return False
        sentence = self.layout.sentence
        for index in range(match.end, min(match.end + _SOON, len(self.tokens))):
            if sentence[index] != sentence[match.start]:
                return False
            if self.tokens[index].word == "before":
                after = index + 1
                return (
                    after == len(self.tokens)
                    or self.tokens[after].before is not Break.NONE
                    or self.tokens[after].word in _AND_THEN
                )
        return False
