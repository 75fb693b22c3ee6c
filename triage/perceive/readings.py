"""Readings: temperature, oxygen, blood pressure, pulse, sugar, weight, pain.

Units follow `evaluation.units` of the clinical specification: 34-43 is Celsius, 93-110 is
Fahrenheit, anything else is no temperature; sugar of 36 and more is mg/dL.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from triage.perceive.beside import Beside, MeasureWords
from triage.perceive.clauses import Layout
from triage.perceive.likely import in_the_kitchen, likely_topic, of_a_place, of_goods
from triage.perceive.numbers import Quantity
from triage.perceive.tokens import Token

_TENS = (60, 70, 80, 90)
_SUGAR_HIGH, _SUGAR_LOW = 33.0, 2.0
"""What a meter's HI and LO stand for, in mmol/L."""


_NORMAL = {"temp_c": 37.0, "spo2": 98.0, "bp_sys": 120.0, "pulse": 75.0, "glucose_mmol": 5.5}
"""What healthy people read, to tell which of two readings is the worse."""


@dataclass
class Readings:
    """What the numbers of one message say."""

    values: dict[str, float]
    used: set[int]
    """Starts of the quantities that are readings."""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Reading -> indices of the first of its words and after the last."""
    bad: bool = False
    """A number was given for a reading and cannot be one, such as a temperature of 380."""


def celsius(value: float) -> float | None:
    """Return a temperature in Celsius; None where the number cannot be one."""
    if 34 <= value <= 43:
        return value
    if 93 <= value <= 110:
        return round((value - 32) * 5 / 9, 1)
    return None


def millimoles(value: float) -> float | None:
    """Return a blood sugar in mmol/L; None where the number cannot be one."""
    if 36 <= value <= 900:
        return round(value / 18, 1)
    return value if 1 <= value < 36 else None


class Reader:
    """Reads the measurements of one message."""

    def __init__(
        self, tokens: Sequence[Token], layout: Layout, text: str, words: MeasureWords
    ) -> None:
        self._beside = Beside(tokens, layout, text, words)
        self._found = Readings({}, set())

    def read(self, numbers: Sequence[Quantity], is_real: Callable[[Quantity], bool]) -> Readings:
        """Return the readings among the numbers of the message.

        Args:
            numbers: the numbers in order.
            is_real: tells of a number whether it is said of the person and of now.
        """
        for position, number in enumerate(numbers):
            if self._may_be_one(number) and is_real(number):
                following = numbers[position + 1 : position + 2]
                slashed = (n for n in following if self._beside.slash(number, n) and is_real(n))
                self._take(number, next(slashed, None))
        self._meter_words()
        return self._found

    def _may_be_one(self, number: Quantity) -> bool:
        beside = self._beside
        weighed = number.digits or beside.weighs(number)
        other = beside.other_unit(number) or beside.of_the_body(number)
        return weighed and number.start not in self._found.used and not other

    def answers_in(self, number: Quantity, unit: str) -> bool:
        """Tell whether a number may answer a question in this unit."""
        return self._beside.answers_in(number, unit)

    def is_amount(self, number: Quantity, unit: str) -> bool:
        """Tell whether a number says how much of the body, in this unit."""
        beside = self._beside
        of_the_body = beside.unit(number, unit) and beside.of_the_body(number)
        return of_the_body and number.start not in self._found.used

    def _take(self, number: Quantity, pair: Quantity | None) -> None:
        """Keep what a number, perhaps one of a pair such as 85/50, is a reading of."""
        topic = self._beside.topic(number)
        if topic == "elsewhere":
            return
        if pair and pair.value == 10 and number.value <= 10:
            self._keep("pain_score", number.value, number, pair)
        elif pair and 60 <= number.value <= 260 and 20 <= pair.value <= 160:
            self._keep("bp_sys", number.value, number, pair)
        elif self._beside.weighs(number):
            self._weight(number)
        else:
            self._by_topic(number, topic)

    def _by_topic(self, number: Quantity, topic: str) -> None:
        value = number.value
        beside = self._beside
        if beside.in_degrees(number) and topic != "temperature":
            if of_a_place(self._beside, number):
                return
            topic = "temperature"
        elif topic == "sugar" and in_the_kitchen(beside, number):
            return
        topic = topic or likely_topic(self._beside, number)
        if topic == "temperature":
            self._temperature(number)
        elif topic == "oxygen" and 50 <= value <= 100:
            self._keep("spo2", self._tens(number), number)
        elif topic == "pressure" and 40 <= value <= 260:
            self._keep("bp_sys", value, number)
        elif topic == "pulse" and 20 <= value <= 250:
            self._keep("pulse", value, number)
        elif topic == "sugar" and millimoles(value) is not None:
            self._keep("glucose_mmol", millimoles(value) or 0.0, number)
        elif topic == "pain" and value <= 10:
            self._keep("pain_score", value, number)
        elif self._beside.unit(number, "percent") and self._beside.near_topic(number, "lost"):
            self._keep("weight_loss_pct", value, number)

    def _temperature(self, number: Quantity) -> None:
        degrees = celsius(number.value)
        if degrees is None:
            off = number.value > 43 or 20 <= number.value < 34
            bad = off and self._beside.near_topic(number, "temperature")
            self._found.bad = self._found.bad or bad
            return
        self._keep("temp_c", degrees, number)

    def _weight(self, number: Quantity) -> None:
        if not self._beside.near_topic(number, "gained") or of_goods(self._beside, number):
            return
        value = number.value
        if self._beside.unit(number, "pounds"):
            value /= 2.2
        elif self._beside.unit(number, "stone"):
            value *= 6.35
        if value <= 40:
            self._keep("weight_gain_kg", round(value, 1), number)

    def _keep(self, name: str, value: float, *numbers: Quantity) -> None:
        """Keep a reading; of two, the one further from normal: it is the one to act on."""
        self._found.used.update(number.start for number in numbers)
        known, normal = self._found.values.get(name), _NORMAL.get(name, 0.0)
        if known is None or abs(value - normal) > abs(known - normal):
            self._found.values[name] = float(value)
            self._found.spans[name] = numbers[0].start, numbers[-1].end

    def _tens(self, number: Quantity) -> float:
        """Read "in the 80s" as 85."""
        after = self._beside.after(number)
        return number.value + 5 if after == "s" and number.value in _TENS else number.value

    def _meter_words(self) -> None:
        """A meter that shows HI or LO gives no number."""
        for index, token in enumerate(self._beside.tokens):
            if token.word in {"hi", "lo"} and "glucose_mmol" not in self._found.values:
                nearby = self._beside.tokens[max(0, index - 5) : index]
                sugar = self._beside.words.about["sugar"] | {"meter"}
                if any(token.word in sugar for token in nearby):
                    reading = _SUGAR_HIGH if token.word == "hi" else _SUGAR_LOW
                    self._found.values["glucose_mmol"] = reading
                    self._found.spans["glucose_mmol"] = index, index + 1
