"""How long, how long ago, how often: durations, days since treatment, times a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
_NEAR = 7
"""Words between a time and the treatment it counts from."""


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
