"""What effort, food or dust does to anybody: "puffed after chasing the bus, laughed about it"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from triage.perceive.around import reach_ahead, reach_back
from triage.perceive.phrases import Match
from triage.perceive.tokens import Token

_LASTS = frozenset(
    {"since", "still", "again", "always", "lately", "worse", "worsening", "keeps", "keep", "rest",
     "resting", "lying", "anymore", "days", "weeks", "months", "usually", "never", "cant",
     "cannot", "longer", "flat", "steps", "stairs", "talking", "blue", "chest", "even", "sudden",
     "suddenly", "everytime", "whenever", "unable", "blister", "blisters", "sores", "ulcers",
     "swallow", "swollen", "swelling", "bleeding", "nor", "wont", "not", "isnt", "more",
     "increasingly", "every", "getting", "nowadays", "now", "new", "hospital", "ambulance",
     "doctor"}
)  # fmt: skip
"""Any of these in the message keeps a symptom: "and it keeps happening", "even on the flat"."""
_OVER_SINCE = frozenset((well, "since") for well in ("fine", "grand", "ok", "okay", "nothing"))
_MAY = frozenset({"can", "could", "may", "should", "would", "do"})
"""Two words before "still" these ask for leave: "can I still have mouthwash?"."""
_REACH = 4
"""Words from "ran" to what for, from "bit my tongue" to on what."""
_ON = frozenset({"on", "with", "by", "from", "eating", "chewing", "drinking", "while"})
_BESIDE = 7
"""Words from what was hurt to what it was: "kicked the leg of the bed with my toe"."""
_SHORT = frozenset({"second", "seconds", "minute", "minutes", "hour", "moment", "tick", "bit"})
_AROUND = 40
"""Words around a finding that tell how it went on."""


@dataclass(frozen=True)
class Everyday:
    """The section `everyday` of clinical/language.yml."""

    words: Mapping[str, frozenset[str]]

    def may_be(self, words: AbstractSet[str]) -> bool:
        """Tell whether a message of these words may name an everyday cause."""
        return not self._causes.isdisjoint(words)

    @cached_property
    def _causes(self) -> frozenset[str]:
        groups = ("efforts", "hurries", "eaten", "dust", "knocked")
        return frozenset().union(*(self.words[group] for group in groups))

    def cause(self, match: Match, tokens: Sequence[Token]) -> str:
        """Return the everyday cause of a finding that is told as over, "" where there is none.

        Args:
            match: the finding.
            tokens: the words of the message.
        """
        cause = self._cause(match, tokens)
        if not cause:
            return ""
        around = [t.word for t in tokens[max(0, match.start - _AROUND) : match.end + _AROUND]]
        tires = match.target.name in self.words["tires"]
        return "" if _lasts(around) or (tires and not self._is_over(around)) else cause

    def _cause(self, match: Match, tokens: Sequence[Token]) -> str:
        """Return the everyday cause named for a finding, however it went on."""
        name = match.target.name
        if name in self.words["tires"]:
            return self._effort(match, tokens)
        said = {tokens[index].word for index in range(max(0, match.start - 1), match.end)}
        if said & self.words["hurts"]:
            return self._named("eaten", _after(match, tokens))
        if name in self.words["colors"]:
            return self._followed(_before(match, tokens), "knocked", "knocks")
        if name not in self.words["tickles"]:
            return ""
        dust = self._named("dust", _after(match, tokens))
        return dust or self._followed(_before(match, tokens), "dust", "gets_in")

    def _followed(self, before: Sequence[str], group: str, by: str) -> str:
        """Return the word of a group that one of another follows: "pepper went up my nose"."""
        for index, word in enumerate(before):
            ahead = before[index + 1 : index + 1 + _BESIDE]
            if word in self.words[group] and not self.words[by].isdisjoint(ahead):
                return word
        return ""

    def _named(self, group: str, after: Sequence[str]) -> str:
        """Return the word of a group that follows "on", "with" or the like."""
        for place, word in enumerate(after[:_REACH]):
            if word in _ON:
                return next((w for w in after[place:][:_REACH] if w in self.words[group]), "")
        return ""

    def _is_over(self, said: Sequence[str]) -> bool:
        """Tell whether it passed: "fine in a minute", "for an hour", "laughed about it"."""
        if not self.words["over"].isdisjoint(said):
            return True
        lasted = (said[i + 1 : i + 3] for i, word in enumerate(said) if word == "for")
        return any(not _SHORT.isdisjoint(after) for after in lasted)

    def _effort(self, match: Match, tokens: Sequence[Token]) -> str:
        """Return the effort named in the sentence of a finding."""
        first = reach_back(match.start, tokens, _AROUND)
        for index in range(first, reach_ahead(match.end, tokens, _AROUND)):
            word = tokens[index].word
            if word in self.words["efforts"]:
                return word
            if word in self.words["hurries"]:
                ahead = (token.word for token in tokens[index + 1 : index + 1 + _REACH])
                if not self.words["after_what"].isdisjoint(ahead):
                    return word
        return ""


def _lasts(said: Sequence[str]) -> bool:
    """Tell whether a word says that it goes on, but for "fine since" and "can I still"."""
    for index, word in enumerate(said):
        before = tuple(said[max(0, index - 2) : index])
        if word not in _LASTS or (*before[-1:], word) in _OVER_SINCE:
            continue
        if word != "still" or not _MAY.intersection(before[:1]):
            return True
    return False


def _after(match: Match, tokens: Sequence[Token]) -> list[str]:
    """Return the words after a finding in its sentence."""
    return [t.word for t in tokens[match.end : reach_ahead(match.end, tokens, _AROUND)]]


def _before(match: Match, tokens: Sequence[Token]) -> list[str]:
    """Return the words of its sentence up to the end of a finding."""
    return [t.word for t in tokens[reach_back(match.start, tokens, _AROUND) : match.end]]
