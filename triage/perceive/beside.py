"""What stands beside a number: its unit, and the word that says what it is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from triage.perceive.clauses import Layout
from triage.perceive.numbers import Quantity
from triage.perceive.tokens import Break, Token

FARTHEST = 9
"""Words between a number and the word that says what it is."""
_FAR_ELSEWHERE = 20
"""Words around a number that is about nothing in which weather or an oven is looked for."""
_TOPICS = ("temperature", "oxygen", "pressure", "pulse", "sugar", "pain")
_SAT = frozenset({"in", "on", "at", "by", "beside", "next"})
_PLACED = 2
"""Words after "sat" that tell whether somebody took a seat: "in row"."""
_COUNTED = frozenset(
    {"minutes", "hours", "days", "weeks", "months", "years", "times", "liquid", "distance"}
)  # fmt: skip
"""Units of what is counted or measured and is no reading of a body."""
_WEIGHTS = frozenset({"pounds", "kilos", "stone"})
_SCALES = frozenset({"fahrenheit", "celsius"})
_DEGREES = _SCALES | {"degrees"}
_NO_REPLY = _COUNTED | _WEIGHTS | {"percent", "pills"}
"""What a number may count that only a question in this unit is answered by."""
_SHARE = 8
"""Words after a number in which a share of the body is told."""
_WHOSE = frozenset({"my", "his", "her", "our", "their", "the", "all", "total", "whole"})
_UNHARMED = frozenset({"clear", "fine", "normal", "ok", "okay", "healed", "better", "gone"})
_TIME = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_SAID_IN = {
    "times a day": frozenset({"times"}),
    "hours": _TIME,
    "days": _TIME,
    "percent": frozenset({"percent"}),
    "kg": _WEIGHTS,
}
"""Unit of a question -> units its number is said in; any other one counts something else."""


@dataclass(frozen=True)
class MeasureWords:
    """Units and the words that tell what a number is about, from clinical/language.yml."""

    units: Mapping[str, frozenset[str]]
    about: Mapping[str, frozenset[str]]

    @cached_property
    def units_of(self) -> Mapping[str, frozenset[str]]:
        """Word -> the units it is a name of."""
        words = frozenset[str]().union(*self.units.values())
        return {w: frozenset(u for u, names in self.units.items() if w in names) for w in words}

    @cached_property
    def topics_of(self) -> Mapping[str, Sequence[str]]:
        """Word -> the readings it tells of."""
        words = frozenset[str]().union(*(self.about[topic] for topic in _TOPICS))
        return {w: [topic for topic in _TOPICS if w in self.about[topic]] for w in words}


@dataclass(frozen=True)
class Beside:
    """The words around the numbers of one message."""

    tokens: Sequence[Token]
    layout: Layout
    text: str
    words: MeasureWords
    _units: dict[Quantity, Collection[str]] = field(default_factory=dict)

    def topic(self, number: Quantity) -> str:
        """Return what the number is about: the nearest such word before it, else after it.

        A word of `elsewhere` counts where it stands nearer: "the room is 38", not "my temp is 38
        in this room".
        """
        before = range(number.start - 1, max(-1, number.start - 1 - FARTHEST), -1)
        after = range(number.end, min(len(self.tokens), number.end + 4))
        topic, away = "", _FAR_ELSEWHERE
        for index in (*before, *after):
            found = self._topic_at(index, number)
            if found:
                topic, away = found, self._distance(index, number)
                break
        near = range(max(0, number.start - away), min(len(self.tokens), number.end + away))
        elsewhere = (i for i in near if self.tokens[i].word in self.words.about["elsewhere"])
        closer = (i for i in elsewhere if self._distance(i, number) < away)
        told = any(self._same_sentence(i, number) and self._joined(i, number) for i in closer)
        return "elsewhere" if told else topic

    def _topic_at(self, index: int, number: Quantity) -> str:
        """Return what a word says a number is about, empty where it says nothing."""
        topics = self.words.topics_of.get(self.tokens[index].word, ())
        if not topics or not self._same_sentence(index, number) or self._of_a_seat(index):
            return ""
        return next((topic for topic in topics if not self._of_a_room(index, topic)), "")

    def _same_sentence(self, index: int, number: Quantity) -> bool:
        return self.layout.sentence[index] == self.layout.sentence[number.start]

    def _of_a_seat(self, index: int) -> bool:
        """Tell whether somebody only sat somewhere: "sat in row 85"."""
        following = self.tokens[index + 1 : index + 1 + _PLACED]
        if self.tokens[index].word != "sat" or len(following) < _PLACED:
            return False
        return following[0].word in _SAT and not following[1].is_number

    def _of_a_room(self, index: int, topic: str) -> bool:
        """Tell whether a temperature is that of a room or of water: "room temperature"."""
        before = self.tokens[index - 1].word if index else ""
        return topic == "temperature" and before in self.words.about["warmed"]

    def _joined(self, index: int, number: Quantity) -> bool:
        """Tell whether no comma parts a later word: "my temp is 38.5, room is cold though"."""
        after = self.tokens[number.end : index + 1]
        return not any(token.before is Break.SOFT for token in after)

    @staticmethod
    def _distance(index: int, number: Quantity) -> int:
        return number.start - index if index < number.start else index - number.end + 1

    def of_the_body(self, number: Quantity) -> bool:
        """Tell whether a share of the body is told: "40 % of my body", none that is clear."""
        after = [token.word for token in self.tokens[number.end : number.end + _SHARE]]
        if "of" not in after[:2]:
            return False
        of = after.index("of") + 1
        named = next((i for i in range(of, len(after)) if after[i] not in _WHOSE), len(after))
        is_named = after[named : named + 1] and after[named] in self.words.about["surface"]
        rest = after[named + 1 :]
        return bool(is_named) and rest[:1] != ["weight"] and _UNHARMED.isdisjoint(rest)

    def near_topic(self, number: Quantity, topic: str) -> bool:
        """Tell whether a word of a topic stands next to a number."""
        words = self.tokens[max(0, number.start - 4) : number.end + 3]
        return any(token.word in self.words.about[topic] for token in words)

    def after(self, number: Quantity) -> str:
        """Return the word after a number, empty where its sentence ends."""
        tokens = self.tokens
        index = number.end
        if not number.digits and index < len(tokens) and tokens[index].word in {"a", "an", "of"}:
            index += 1
        if index < len(tokens) and tokens[index].before is not Break.HARD:
            return tokens[index].word
        return ""

    def unit(self, number: Quantity, name: str) -> bool:
        """Tell whether a number is counted in a unit of clinical/language.yml."""
        return name in self._units_of(number)

    def weighs(self, number: Quantity) -> bool:
        """Tell whether a number is a weight."""
        return not _WEIGHTS.isdisjoint(self._units_of(number))

    def in_degrees(self, number: Quantity) -> bool:
        """Tell whether a number is said in degrees, of whatever scale."""
        return not _DEGREES.isdisjoint(self._units_of(number))

    def _units_of(self, number: Quantity) -> Collection[str]:
        """Return every unit that a number is counted in."""
        units = self._units.get(number)
        if units is None:
            units = self._units[number] = self._named_after(number)
        return units

    def _named_after(self, number: Quantity) -> Collection[str]:
        """Return the units named after a number; "degrees" may name their scale after it."""
        units_of = self.words.units_of
        units = units_of.get(self.after(number), frozenset())
        following = number.end + 1
        if "degrees" in units and following < len(self.tokens):
            scale = units_of.get(self.tokens[following].word, frozenset()) & _SCALES
            units = (units - _SCALES) | scale
        end = self.tokens[number.end - 1].end
        return units | {"percent"} if self.text[end : end + 2].lstrip()[:1] == "%" else units

    def other_unit(self, number: Quantity) -> bool:
        """Tell whether the number counts something else: days, times, litres."""
        return self._counted_in(number, _COUNTED)

    def answers_in(self, number: Quantity, unit: str) -> bool:
        """Tell whether a number may answer a question: "40 mg" is no temperature.

        Args:
            number: the number.
            unit: the unit of the question, "" where it has none.
        """
        other = _NO_REPLY - _SAID_IN.get(unit, frozenset())
        return not self._counted_in(number, other)

    def _counted_in(self, number: Quantity, units: frozenset[str]) -> bool:
        """Tell whether a number is counted in one of these units, or is a time of day."""
        word = self.after(number)
        if word == "mg" and self._next_is(number, "dl"):
            return False
        if word == "day" and self._number_follows(number):
            return False  # "38.2 day 6 after the drip"
        return word in {"am", "pm"} or not units.isdisjoint(self._units_of(number))

    def _next_is(self, number: Quantity, word: str) -> bool:
        following = number.end + 1
        return following < len(self.tokens) and self.tokens[following].word == word

    def _number_follows(self, number: Quantity) -> bool:
        following = number.end + 1
        return following < len(self.tokens) and self.tokens[following].is_number

    def slash(self, number: Quantity, following: Quantity) -> bool:
        """Tell whether the numbers are written 85/50, 85 over 50 or 9 out of 10."""
        if following.start == number.end:
            between = self.text[
                self.tokens[number.end - 1].end : self.tokens[following.start].start
            ]
            return between.strip() == "/"
        words = [token.word for token in self.tokens[number.end : following.start]]
        return words in (["over"], ["out", "of"], ["out", "off"], ["of"])
