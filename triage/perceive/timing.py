"""How long, how long ago, how often: durations, days since treatment, times a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from triage.perceive.clauses import Layout
from triage.perceive.numbers import Quantity
from triage.perceive.tokens import Break, Token

_DAYS = {
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1.0,
    "weeks": 7.0,
    "months": 30.0,
    "years": 365.0,
}
_PER_DAY = {"today", "daily", "day", "overnight", "night", "morning", "24", "nightly"}
_NOT_A_DAY = {"week", "month", "year", "weekly", "monthly"}
_EVERY_HOUR = 12.0
"""Somebody who says "every hour" is taken to mean the waking day."""
_FARTHEST = 25
"""Words between a count and what it counts."""
_NEAR = 7
"""Words between a time and the treatment it counts from."""
_MORE = {"more", "extra", "above", "over"}
_DENIES = frozenset({"not", "never", "havent", "hasnt", "didnt", "cant", "cannot", "couldnt"})
_OF_ONE_DENIAL = 10
"""Words between a denial and the "once" that only strengthens it."""


@dataclass(frozen=True)
class TimeWords:
    """Units of time and what `since monday` or `for weeks` are worth in days."""

    units: Mapping[str, frozenset[str]]
    since: Mapping[str, float]
    lasting: Mapping[str, float]
    dosed: Mapping[str, float]
    """What `immediately` or `the day after` is worth in days next to a word of `dose`."""
    dose: frozenset[str]
    bladder: frozenset[str]
    onset: frozenset[str]

    @cached_property
    def dosed_openings(self) -> frozenset[str]:
        """The first words of what `dosed` holds."""
        return frozenset(name.split()[0] for name in self.dosed)


@dataclass
class Clock:
    """What a message says of times, in the units of the questions."""

    values: dict[str, float]
    used: set[int]


def unit_of(tokens: Sequence[Token], number: Quantity, words: TimeWords) -> str | None:
    """Return the unit of time after a number, None where it is none."""
    index = number.end
    if not number.digits and index < len(tokens) and tokens[index].word in {"of", "a", "an"}:
        index += 1
    if index >= len(tokens) or tokens[index].before is Break.HARD:
        return None
    return next((name for name in _DAYS if tokens[index].word in words.units[name]), None)


def days_of(tokens: Sequence[Token], number: Quantity, words: TimeWords) -> float | None:
    """Return a time in days, None where the number has no unit of time."""
    unit = unit_of(tokens, number, words)
    return None if unit is None else number.value * _DAYS[unit]


class TimeReader:
    """Reads the times of one message."""

    def __init__(self, tokens: Sequence[Token], layout: Layout, words: TimeWords) -> None:
        self._tokens = tokens
        self._layout = layout
        self._words = words

    def read(self, numbers: Sequence[Quantity]) -> Clock:
        """Return durations and times since treatment."""
        clock = Clock({}, set())
        for number in numbers:
            self._day_of_treatment(number, clock)
            days = days_of(self._tokens, number, self._words)
            if days is not None:
                self._span(number, days, clock)
        self._named(clock)
        self._soon_after_a_dose(clock)
        return clock

    def _span(self, number: Quantity, days: float, clock: Clock) -> None:
        after = self._word(number.end + 1)
        if after == "of":
            after = self._word(number.end + 2)
        before = self._word(number.start - 1)
        dosed = self._mentions(number.start, self._words.dose)
        if after in {"after", "since", "post", "from", "into"} and dosed:
            self._since_dose(number.start, days, clock)
        elif after in {"ago", "back"}:
            if dosed:
                self._since_dose(number.start, days, clock)
            elif self._mentions(number.start, self._words.onset):
                clock.values.setdefault("duration_days", days)
        elif before in {
            "for",
            "past",
            "last",
            "over",
            "lasted",
            "about",
            "almost",
            "nearly",
        } or after in {"now", "straight", "running", "in", "nonstop"}:
            clock.values["duration_days"] = days
        else:
            return
        clock.used.add(number.start)

    def _since_dose(self, index: int, days: float, clock: Clock) -> None:
        clock.values["days_since_dose"] = float(int(days))
        hours = round(days * 24, 1)
        bladder = self._mentions(index, self._words.bladder)
        clock.values["hours_since_bcg" if bladder else "hours_since_infusion"] = hours

    def _day_of_treatment(self, number: Quantity, clock: Clock) -> None:
        """Read "day 6" as days since the last dose."""
        if self._word(number.start - 1) == "day" and number.digits:
            clock.values["days_since_dose"] = number.value
            clock.used.add(number.start)

    def _named(self, clock: Clock) -> None:
        """Read "since monday", "for weeks" and "overnight"."""
        if "duration_days" in clock.values:
            return
        lengths = {"since": self._words.since, "for": self._words.lasting}
        for index, token in enumerate(self._tokens):
            known = lengths.get(token.word)
            days = None if known is None else self._listed(index + 1, known)
            if days is not None:
                clock.values["duration_days"] = days
                return

    def _listed(self, start: int, known: Mapping[str, float]) -> float | None:
        """Return what the two words or the word here are worth in days, None where nothing."""
        for length in (2, 1):
            name = " ".join(token.word for token in self._tokens[start : start + length])
            if name in known:
                return known[name]
        return None

    def _soon_after_a_dose(self, clock: Clock) -> None:
        """Read "immediately" and "the day after" next to a treatment; a number says it better."""
        if "days_since_dose" in clock.values:
            return
        for index, token in enumerate(self._tokens):
            if token.word not in self._words.dosed_openings:
                continue
            days = self._listed(index, self._words.dosed)
            if days is not None and self._mentions(index, self._words.dose):
                self._since_dose(index, days, clock)
                return

    def _mentions(self, index: int, group: frozenset[str]) -> bool:
        """Tell whether a word of the group stands near, in the same sentence."""
        sentence = self._layout.sentence[index]
        window = range(max(0, index - _NEAR), min(len(self._tokens), index + _NEAR + 1))
        return any(
            self._tokens[i].word in group and self._layout.sentence[i] == sentence for i in window
        )

    def _word(self, index: int) -> str:
        return self._tokens[index].word if 0 <= index < len(self._tokens) else ""


class CountReader:
    """Reads how often a day something happens, and of what."""

    def __init__(self, tokens: Sequence[Token], layout: Layout, times: frozenset[str]) -> None:
        self._tokens = tokens
        self._layout = layout
        self._times = times

    def read(
        self, numbers: Sequence[Quantity], named: Mapping[str, Collection[int]]
    ) -> tuple[dict[str, float], set[int]]:
        """Return counts a day by question and the starts of the numbers used.

        Args:
            numbers: the numbers of the message.
            named: question id -> indices of words that name what it counts.
        """
        values: dict[str, float] = {}
        used: set[int] = set()
        for number in numbers:
            if not self._is_count(number) or self._not_daily(number):
                continue
            question = self._nearest(number.start, named)
            if question:
                values[question] = self._count(number, question)
                used.add(number.start)
        for index in self._every_hour():
            question = self._nearest(index, named)
            if question:
                values.setdefault(question, _EVERY_HOUR)
        return values, used

    def _count(self, number: Quantity, question: str) -> float:
        value = number.value
        if number.end < len(self._tokens) and self._tokens[number.end].word == "dozen":
            value *= 12
        if question != "stools_over_usual":
            return value
        around = self._tokens[max(0, number.start - 2) : number.end + 4]
        if any(token.word in _MORE for token in around):
            return value
        # The usual number is not known: one a day is assumed (specification, units).
        return max(0.0, value - 1)

    def _is_count(self, number: Quantity) -> bool:
        tokens = self._tokens
        if tokens[number.start].word in {"once", "twice", "thrice"}:
            return not self._never(number.start)
        window = tokens[number.end : number.end + 3]
        for offset, token in enumerate(window):
            if token.before is Break.HARD:
                return False
            if token.word in self._times:
                return True
            if offset == 0 and token.word in {"a", "per", "today", "daily"}:
                return not number.digits or token.word != "a" or self._day_follows(number)
        return False

    def _never(self, index: int) -> bool:
        """Tell whether "once" counts nothing: "at once", "have not made it in time once"."""
        clause, tokens = self._layout.clause, self._tokens
        first = max(0, index - _OF_ONE_DENIAL)
        before = [tokens[i].word for i in range(first, index) if clause[i] == clause[index]]
        denied = not _DENIES.isdisjoint(before) or before[-1:] in (["at"], ["than"])
        return tokens[index].word == "once" and denied

    def _day_follows(self, number: Quantity) -> bool:
        index = number.end + 1
        return index < len(self._tokens) and self._tokens[index].word in _PER_DAY

    def _not_daily(self, number: Quantity) -> bool:
        return any(t.word in _NOT_A_DAY for t in self._tokens[number.end : number.end + 4])

    def _every_hour(self) -> list[int]:
        words = [token.word for token in self._tokens]
        return [
            i
            for i, word in enumerate(words)
            if word == "hourly" or (word == "every" and "hour" in words[i + 1 : i + 3])
        ]

    def _nearest(self, index: int, named: Mapping[str, Collection[int]]) -> str | None:
        sentence = self._layout.sentence
        for distance in range(_FARTHEST):
            for place in (index - distance, index + distance):
                if 0 <= place < len(sentence) and sentence[place] == sentence[index]:
                    for question, places in named.items():
                        if place in places:
                            return question
        return None
