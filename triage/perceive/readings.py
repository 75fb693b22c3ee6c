"""Readings: temperature, oxygen, blood pressure, pulse, sugar, weight, pain.

Units follow `evaluation.units` of the clinical specification: 34-43 is Celsius, 93-110 is
Fahrenheit, anything else is no temperature; sugar of 36 and more is mg/dL.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
_TENS = (60, 70, 80, 90)
_OF_A_BODY = frozenset({"fluid", "water", "weight", "my", "body"})
"""What a body gains: "3 kilos of fluid"."""
_SUGAR_HIGH, _SUGAR_LOW = 33.0, 2.0
"""What a meter's HI and LO stand for, in mmol/L."""


_NORMAL = {"temp_c": 37.0, "spo2": 98.0, "bp_sys": 120.0, "pulse": 75.0, "glucose_mmol": 5.5}
"""What healthy people read, to tell which of two readings is the worse."""
_MOST_MOTIONS = 25
"""Above this a number after "BM" is a sugar in any unit; below it only with tenths."""
_MOST_SPOONS = 6
"""Up to so many, "2 sugars" is what goes into tea."""
_COUNTED = (
    "minutes", "hours", "days", "weeks", "months", "years", "times", "liquid", "distance",
)  # fmt: skip
"""Units of what is counted or measured and is no reading of a body."""
_CURRENCY = frozenset("$£€")
_OF_A_PERSON = frozenset(
    {"my", "his", "her", "the", "me", "a", "an", "bed", "less", "under", "about", "between",
     "hospital", "clinic", "triage", "recovery", "resus", "icu", "er", "ed", "celsius",
     "fahrenheit", "centigrade", "total", "both", "each", "one", "armpit", "ear", "mouth"}
)  # fmt: skip
"""After "39 degrees in": when, or where on the body, a temperature was taken."""
_SAID_BEFORE_A_FEVER = frozenset(
    {"had", "at", "was", "hit", "reached", "got", "have", "of", "up", "its", "it", "now", "is",
     "says", "reads", "shows", "reading", "showing", "showed", "said", "t", "and", "then", "to"}
)  # fmt: skip
_SAID_AFTER_A_FEVER = frozenset(
    {
        "last",
        "this",
        "today",
        "tonight",
        "yesterday",
        "now",
        "at",
        "just",
        "since",
        "and",
        "again",
        "with",
        "on",
    }
)


@dataclass(frozen=True)
class MeasureWords:
    """Units and the words that tell what a number is about, from clinical/language.yml."""

    units: Mapping[str, frozenset[str]]
    about: Mapping[str, frozenset[str]]


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
        self._tokens = tokens
        self._layout = layout
        self._text = text
        self._words = words
        self._found = Readings({}, set())

    def read(self, numbers: Sequence[Quantity]) -> Readings:
        """Return the readings among the numbers of the message."""
        for position, number in enumerate(numbers):
            following = numbers[position + 1] if position + 1 < len(numbers) else None
            weighed = number.digits or self._unit(number, "weight")
            if weighed and number.start not in self._found.used:
                self._take(number, following)
        self._meter_words()
        return self._found

    def _take(self, number: Quantity, following: Quantity | None) -> None:
        pair = following and self._slash(number, following)
        topic = self._topic(number)
        if topic == "elsewhere":
            return
        if following and pair and following.value == 10 and number.value <= 10:
            self._keep("pain_score", number.value, number, following)
        elif following and pair and 60 <= number.value <= 260 and 20 <= following.value <= 160:
            self._keep("bp_sys", number.value, number, following)
        elif self._unit(number, "weight"):
            self._weight(number)
        else:
            self._by_topic(number, topic)

    def _by_topic(self, number: Quantity, topic: str) -> None:
        value = number.value
        degrees = any(self._unit(number, name) for name in ("fahrenheit", "celsius", "degrees"))
        if degrees and topic != "temperature":
            if self._of_a_place(number):
                return
            topic = "temperature"
        elif self._other_unit(number) or (topic == "sugar" and self._in_the_kitchen(number)):
            return
        topic = topic or self._likely_topic(number)
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
        elif self._unit(number, "percent") and self._near_topic(number, "lost"):
            self._keep("weight_loss_pct", value, number)

    def _likely_topic(self, number: Quantity) -> str:
        """Return what a number that nothing names is likely to be about."""
        if self._meter_reading(number):
            return "sugar"
        return "temperature" if self._like_a_temperature(number) else ""

    def _of_a_place(self, number: Quantity) -> bool:
        """Tell whether a number of degrees is said of a place: "it was 39 degrees in Seville"."""
        tokens = self._tokens
        after = number.end
        while after < len(tokens) and tokens[after].word in self._degree_words():
            after += 1
        if after + 1 >= len(tokens) or tokens[after].before is Break.HARD:
            return False
        place = tokens[after + 1]
        elsewhere = place.word not in _OF_A_PERSON and not place.is_number
        return tokens[after].word == "in" and elsewhere

    def _degree_words(self) -> frozenset[str]:
        units = self._words.units
        return units["degrees"] | units["celsius"] | units["fahrenheit"]

    def _meter_reading(self, number: Quantity) -> bool:
        """Tell whether "BM" before a number means a blood sugar and no bowel movements."""
        before = [token.word for token in self._tokens[max(0, number.start - 2) : number.start]]
        exact = number.value % 1 > 0 or number.value > _MOST_MOTIONS
        return exact and any(word in {"bm", "bms"} for word in before)

    def _in_the_kitchen(self, number: Quantity) -> bool:
        """Tell whether sugar is bought, weighed or stirred here: "sugar costs 2.20 a bag"."""
        if self._text[: self._tokens[number.start].start].rstrip()[-1:] in _CURRENCY:
            return True
        after = self._after(number)
        if after in {"a", "an", "per"} and number.end + 1 < len(self._tokens):
            after = self._tokens[number.end + 1].word
        if after in self._words.about["kitchen"]:
            return True
        if after in self._words.about["sugar"] and number.value <= _MOST_SPOONS:
            return number.value % 1 == 0
        around = self._tokens[max(0, number.start - FARTHEST) : number.end + FARTHEST]
        packed = any(
            token.word in self._words.about["kitchen"]
            and of.word == "of"
            and then.word in self._words.about["sugar"]
            for token, of, then in zip(around, around[1:], around[2:], strict=False)
        )
        return packed or any(token.word in self._words.about["bought"] for token in around)

    def _like_a_temperature(self, number: Quantity) -> bool:
        """Tell whether 38.4 stands somewhere in a message about a temperature."""
        tenths = 35 <= number.value < 43 and number.value % 1 > 0
        if self._bare_fever(number):
            return True
        around = self._tokens[max(0, number.start - 20) : number.end + 20]
        return tenths and any(t.word in self._words.about["temperature"] for t in around)

    def _bare_fever(self, number: Quantity) -> bool:
        """Tell whether a number is written as only a fever is: 39.1 or 101.8, nothing after it."""
        written = self._tokens[number.start].word.replace(",", ".")
        in_words = number.end - number.start > 1 and number.value % 1 > 0
        tenths = in_words or written[-2:-1] == "."
        before = self._tokens[number.start - 1].word if number.start else ""
        in_range = 37.5 <= number.value < 42 or 99.5 <= number.value < 107
        alone = before in _SAID_BEFORE_A_FEVER or number.end - number.start == len(self._tokens)
        parted = number.end < len(self._tokens) and self._tokens[number.end].before is Break.SOFT
        after = self._after(number)
        apart = parted or not after or after in _SAID_AFTER_A_FEVER
        return in_range and tenths and (alone or self._stands_apart(number)) and apart

    def _stands_apart(self, number: Quantity) -> bool:
        """Tell whether the number opens a part of the message, or stands between two commas."""
        tokens = self._tokens
        closed = number.end == len(tokens) or tokens[number.end].before is not Break.NONE
        opens = number.start == 0 or tokens[number.start].before is Break.HARD
        return opens or (closed and tokens[number.start].before is Break.SOFT)

    def _temperature(self, number: Quantity) -> None:
        degrees = celsius(number.value)
        if degrees is None:
            off = number.value > 43 or 20 <= number.value < 34
            self._found.bad = self._found.bad or (off and self._near_topic(number, "temperature"))
            return
        self._keep("temp_c", degrees, number)

    def _weight(self, number: Quantity) -> None:
        if not self._near_topic(number, "gained") or self._of_goods(number):
            return
        value = number.value
        if self._unit(number, "pounds"):
            value /= 2.2
        elif self._unit(number, "stone"):
            value *= 6.35
        if value <= 40:
            self._keep("weight_gain_kg", round(value, 1), number)

    def _of_goods(self, number: Quantity) -> bool:
        """Tell whether goods are weighed or money is put on something: "2 kilos of apples"."""
        then = [token.word for token in self._tokens[number.end + 1 : number.end + 3]]
        if then[:1] == ["of"]:
            return not _OF_A_BODY.intersection(then[1:])
        return then[:1] == ["on"] and bool(self._words.about["bets"].intersection(then[1:]))

    def _keep(self, name: str, value: float, *numbers: Quantity) -> None:
        """Keep a reading; of two, the one further from normal: it is the one to act on."""
        self._found.used.update(number.start for number in numbers)
        known, normal = self._found.values.get(name), _NORMAL.get(name, 0.0)
        if known is None or abs(value - normal) > abs(known - normal):
            self._found.values[name] = float(value)
            self._found.spans[name] = numbers[0].start, numbers[-1].end

    def _tens(self, number: Quantity) -> float:
        """Read "in the 80s" as 85."""
        after = self._after(number)
        return number.value + 5 if after == "s" and number.value in _TENS else number.value

    def _meter_words(self) -> None:
        """A meter that shows HI or LO gives no number."""
        for index, token in enumerate(self._tokens):
            if token.word in {"hi", "lo"} and "glucose_mmol" not in self._found.values:
                nearby = self._tokens[max(0, index - 5) : index]
                if any(t.word in self._words.about["sugar"] or t.word == "meter" for t in nearby):
                    reading = _SUGAR_HIGH if token.word == "hi" else _SUGAR_LOW
                    self._found.values["glucose_mmol"] = reading
                    self._found.spans["glucose_mmol"] = index, index + 1

    def _topic(self, number: Quantity) -> str:
        """Return what the number is about: the nearest such word before it, else after it.

        A word of `elsewhere` counts where it stands nearer: "the room is 38", not "my temp is 38
        in this room".
        """
        before = range(number.start - 1, max(-1, number.start - 1 - FARTHEST), -1)
        after = range(number.end, min(len(self._tokens), number.end + 4))
        topic, away = "", _FAR_ELSEWHERE
        for index in (*before, *after):
            found = [name for name in _TOPICS if self._is_about(index, name, number)]
            if found:
                topic, away = found[0], self._distance(index, number)
                break
        near = range(max(0, number.start - away), min(len(self._tokens), number.end + away))
        closer = (i for i in near if self._distance(i, number) < away and self._joined(i, number))
        return "elsewhere" if any(self._is_about(i, "elsewhere", number) for i in closer) else topic

    def _is_about(self, index: int, topic: str, number: Quantity) -> bool:
        sentence = self._layout.sentence
        same = sentence[index] == sentence[number.start]
        if not same or self._tokens[index].word not in self._words.about[topic]:
            return False
        if topic == "elsewhere":
            return True
        return not self._of_a_seat(index) and not self._of_a_room(index, topic)

    def _of_a_seat(self, index: int) -> bool:
        """Tell whether somebody only sat somewhere: "sat in row 85"."""
        following = self._tokens[index + 1 : index + 1 + _PLACED]
        if self._tokens[index].word != "sat" or len(following) < _PLACED:
            return False
        return following[0].word in _SAT and not following[1].is_number

    def _of_a_room(self, index: int, topic: str) -> bool:
        """Tell whether a temperature is that of a room or of water: "room temperature"."""
        before = self._tokens[index - 1].word if index else ""
        return topic == "temperature" and before in self._words.about["warmed"]

    def _joined(self, index: int, number: Quantity) -> bool:
        """Tell whether no comma parts a later word: "my temp is 38.5, room is cold though"."""
        after = self._tokens[number.end : index + 1]
        return not any(token.before is Break.SOFT for token in after)

    @staticmethod
    def _distance(index: int, number: Quantity) -> int:
        return number.start - index if index < number.start else index - number.end + 1

    def _near_topic(self, number: Quantity, topic: str) -> bool:
        words = self._tokens[max(0, number.start - 4) : number.end + 3]
        return any(token.word in self._words.about[topic] for token in words)

    def _after(self, number: Quantity) -> str:
        tokens = self._tokens
        index = number.end
        if not number.digits and index < len(tokens) and tokens[index].word in {"a", "an", "of"}:
            index += 1
        if index < len(tokens) and tokens[index].before is not Break.HARD:
            return tokens[index].word
        return ""

    def _unit(self, number: Quantity, name: str) -> bool:
        word = self._after(number)
        if name == "weight":
            return any(word in self._words.units[unit] for unit in ("pounds", "kilos", "stone"))
        if name in {"fahrenheit", "celsius"} and word in self._words.units["degrees"]:
            following = number.end + 1
            tokens = self._tokens
            word = tokens[following].word if following < len(tokens) else ""
        if name == "percent" and self._text[self._tokens[number.end - 1].end :][:1] == "%":
            return True
        return word in self._words.units[name]

    def _other_unit(self, number: Quantity) -> bool:
        """Tell whether the number counts something else: days, times, tablets, litres."""
        word = self._after(number)
        if word == "mg" and self._next_is(number, "dl"):
            return False
        if word == "day" and self._number_follows(number):
            return False  # "38.2 day 6 after the drip"
        return any(word in self._words.units[unit] for unit in _COUNTED) or word in {"am", "pm"}

    def _next_is(self, number: Quantity, word: str) -> bool:
        following = number.end + 1
        return following < len(self._tokens) and self._tokens[following].word == word

    def _number_follows(self, number: Quantity) -> bool:
        following = number.end + 1
        return following < len(self._tokens) and self._tokens[following].is_number

    def _slash(self, number: Quantity, following: Quantity) -> bool:
        """Tell whether the numbers are written 85/50, 85 over 50 or 9 out of 10."""
        if following.start == number.end:
            between = self._text[
                self._tokens[number.end - 1].end : self._tokens[following.start].start
            ]
            return between.strip() == "/"
        words = [token.word for token in self._tokens[number.end : following.start]]
        return words in (["over"], ["out", "of"], ["out", "off"], ["of"])
