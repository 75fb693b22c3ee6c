"""A word of the body said of a thing right beside it: "shake the bottle", "a bloated budget"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from triage.perceive.phrases import Match
from triage.perceive.tokens import Break, Token

_THE = frozenset(
    {"the", "a", "an", "my", "our", "his", "her", "their", "your", "this", "that", "these",
     "those", "some", "any", "every", "each"}
)  # fmt: skip
_LEADS_ON = frozenset(
    {"for", "with", "of", "at", "from", "under", "in", "on", "by", "when", "and", "kept", "just"}
)  # fmt: skip
_KIND = frozenset({"old", "new", "little", "big", "small", "whole", "swimming", "phone"})
"""Words that may stand between: "knackered old van", "fit a new kitchen"."""
_IS = frozenset({"is", "are", "was", "were", "feels", "looks", "has", "gone", "very", "a", "bit"})
"""Words between part of a thing and what is said of it."""
_PART = 4
"""Words from part of a thing to the thing: "the leg of the old sofa"."""
_AHEAD = 3
"""Words after it that are looked at: "gasping for a pint"."""
_LONGEST = 2
"""Words of the symptom; a longer one tells enough of the body by itself."""


@dataclass(frozen=True)
class Senses:
    """The section `things` of clinical/language.yml."""

    done_to: frozenset[str]
    """Words that are done to a thing: "shake the bottle", "drained the pasta"."""
    said_of: frozenset[str]
    """Words that are said of a thing that follows: "a bloated budget", "weak tea"."""
    nouns: frozenset[str]
    """Things."""
    called_for: frozenset[str]
    """Those to call for or to be found at: "dizzy phone me", "fainted kitchen floor"."""
    part_of: frozenset[str]
    """Parts and troubles that a thing may have: "the left leg of the table is weak"."""
    kinds: Mapping[str, frozenset[str]]
    """Symptom's word -> words that right before it make it another thing: "football fever"."""
    ends: Mapping[str, frozenset[str]]
    """Symptom's word -> words that right after it do so: "gasping for a pint"."""

    @classmethod
    def of(cls, section: Mapping[str, Mapping[str, Sequence[str]]]) -> Senses:
        """Build from the table's section."""
        words = {name: frozenset(said) for name, said in section["words"].items()}
        kinds = {name: frozenset(said) for name, said in section["before"].items()}
        ends = {name: frozenset(said) for name, said in section["after"].items()}
        return cls(
            words["done_to"],
            words["said_of"],
            words["nouns"] | words["called_for"],
            words["called_for"],
            words["part_of"],
            kinds,
            ends,
        )

    def of_a_thing(self, match: Match, tokens: Sequence[Token]) -> bool:
        """Tell whether what names a symptom is said of a thing beside it.

        Args:
            match: the finding.
            tokens: the words of the message.
        """
        if self._framed(match, tokens):
            return True
        parts = (index for index in match.words if tokens[index].word in self.part_of)
        if any(self._of_what(index, tokens) is not None for index in parts):
            return True
        if self._said_of_a_part(match, tokens):
            return True
        begins = match.end
        within = begins - match.start <= _LONGEST and begins < len(tokens)
        if not within or tokens[begins].before is not Break.NONE:
            return False
        return self._handled(match, tokens) or self._described(match, tokens)

    def _handled(self, match: Match, tokens: Sequence[Token]) -> bool:
        """Tell whether it is done to a thing: "shake the bottle"."""
        named = match.end + 1
        done = {tokens[match.start].word, tokens[match.end - 1].word} & self.done_to
        here = tokens[named].word if named < len(tokens) else ""
        return (
            bool(done)
            and tokens[match.end].word in _THE
            and here not in self.called_for
            and self._thing_at(named, tokens) is not None
        )

    def _described(self, match: Match, tokens: Sequence[Token]) -> bool:
        """Tell whether it only describes a thing: "a bloated budget"."""
        if tokens[match.end - 1].word not in self.said_of:
            return False
        known = match.start > 0 and tokens[match.start - 1].word in _THE
        free = known or tokens[match.end].word not in self.called_for
        return free and self._thing_at(match.end, tokens) is not None

    def _framed(self, match: Match, tokens: Sequence[Token]) -> bool:
        """Tell whether the word right before or after makes it another thing."""
        before = tokens[match.start - 1].word if match.start else ""
        begun = tokens[match.start].before is Break.NONE
        if begun and before in self.kinds.get(tokens[match.start].word, ()):
            return True
        named = self.ends.get(tokens[match.end - 1].word)
        if not named:
            return False
        for token in tokens[match.end : match.end + _AHEAD]:
            if token.before is not Break.NONE:
                return False
            if token.word in named:
                return True
            if token.word not in _THE and token.word not in _LEADS_ON:
                return False
        return False

    def _said_of_a_part(self, match: Match, tokens: Sequence[Token]) -> bool:
        """Tell whether it follows part of a thing and "is": "the arm of the sofa is stiff"."""
        last = match.start - 1
        while last >= 0 and tokens[last].word in _IS and tokens[last + 1].before is Break.NONE:
            last -= 1
        near = range(max(0, last - _PART), last)
        parts = (index for index in near if tokens[index].word in self.part_of)
        return any(self._of_what(index, tokens) == last for index in parts)

    def _of_what(self, index: int, tokens: Sequence[Token]) -> int | None:
        """Return where the thing stands whose part is here: "the left leg of the table"."""
        after = index + 1
        if after >= len(tokens) or tokens[after].word != "of":
            return None
        following = after + 1
        if following < len(tokens) and tokens[following].word in _THE:
            following += 1
        return self._thing_at(following, tokens)

    def _thing_at(self, index: int, tokens: Sequence[Token]) -> int | None:
        """Return where a thing stands here, perhaps after a word such as "old"."""
        for place, token in enumerate(tokens[index : index + 2], index):
            if token.before is not Break.NONE:
                return None
            if token.word in self.nouns:
                return place
            if token.word not in _KIND:
                return None
        return None
