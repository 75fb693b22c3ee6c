"""How often a day something happens: twice, eight times a day, every hour."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from triage.perceive.clauses import Layout
from triage.perceive.numbers import Quantity
from triage.perceive.tokens import Break, Token

COUNTED = {
    "diarrhoea": "stools_over_usual",
    "blood_in_stool": "stools_over_usual",
    "vomiting": "vomits_24h",
    "vomiting_blood": "vomits_24h",
    "thirst_urination": "",
    "painful_urination": "",
}
"""Symptom -> the question its `eight times a day` answers; none for passing water."""
_PER_DAY = {"today", "daily", "day", "overnight", "night", "morning", "24", "nightly"}
_NOT_A_DAY = {"week", "month", "year", "weekly", "monthly"}
_EVERY_HOUR = 12.0
"""Somebody who says "every hour" is taken to mean the waking day."""
_FARTHEST = 25
"""Words between a count and what it counts."""
_MORE = {"more", "extra", "above", "over"}
_USUAL = frozenset({"usual", "usually", "normal", "normally"})
_NEAR_USUAL = 3
"""Words before a number that may say it is the usual one."""
_BEFORE = 4
"""Words before a number that are looked at: "normal for me is two"."""
_TAKES = frozenset({"take", "takes", "taking", "took", "taken"})
"""Before a medicine and a number these tell how often: "I take imodium 8 times a day"."""
_NO_MEDICINE = frozenset({"me", "him", "her", "us", "it"})
"""After one of these no medicine is taken: "it took me 9 trips"."""
_OF_NOW = frozenset({"today", "tonight", "now", "but", "and"})
"""After "usually 2" these go on to another number: "usually 2 today 9"."""
_ONLY = frozenset({"only", "just"})
"""With "now" these tell that it is fewer by now: "8 times a day, now only twice"."""
_GOING = frozenset({"visits", "runs", "dashes", "sprints", "walks"})
_TOILET = frozenset({"toilet", "loo", "bathroom", "restroom", "washroom", "lavatory", "john"})
_OF_THE_BOWEL = frozenset({"bowel", "loose", "watery", "runny"})
_DENIES = frozenset({"not", "never", "havent", "hasnt", "didnt", "cant", "cannot", "couldnt"})
_OF_ONE_DENIAL = 10
"""Words between a denial and the "once" that only strengthens it."""


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

        Of two counts the higher one is told, unless it is said to be fewer now. How often it
        usually happens answers nothing, and is used up too.

        Args:
            numbers: the numbers of the message.
            named: question id -> indices of words that name what it counts.
        """
        values: dict[str, float] = {}
        used: set[int] = set()
        for number in numbers:
            if self._is_usual(number) or self._is_of_a_medicine(number, named):
                used.add(number.start)
                continue
            if not self._is_count(number) or self._not_daily(number):
                continue
            question = self._nearest(number.start, named)
            if question:
                known = 0.0 if self._is_fewer(number) else values.get(question, 0.0)
                values[question] = max(known, self._count(number, question))
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
            if token.word in self._times or self._to_the_toilet(number.end + offset):
                return True
            if offset == 0 and token.word in {"a", "per", "today", "daily"}:
                return not number.digits or token.word != "a" or self._day_follows(number)
        return False

    def _to_the_toilet(self, index: int) -> bool:
        """Tell whether somebody goes there: "9 runs to the bathroom", "9 bowel movements"."""
        tokens = self._tokens
        if tokens[index].word == "movements":
            return tokens[index - 1].word in _OF_THE_BOWEL
        ahead = [token.word for token in tokens[index + 1 : index + 4]]
        return (
            tokens[index].word in _GOING and ahead[:1] == ["to"] and not _TOILET.isdisjoint(ahead)
        )

    def _never(self, index: int) -> bool:
        """Tell whether "once" counts nothing: "at once", "have not made it in time once"."""
        clause, tokens = self._layout.clause, self._tokens
        first = max(0, index - _OF_ONE_DENIAL)
        before = [tokens[i].word for i in range(first, index) if clause[i] == clause[index]]
        denied = not _DENIES.isdisjoint(before) or before[-1:] in (["at"], ["than"])
        return tokens[index].word == "once" and denied

    def _is_usual(self, number: Quantity) -> bool:
        """Tell whether it is how often it happens in good days: "he usually goes once"."""
        before = self._before(number)
        usual = next((place for place, word in enumerate(before) if word in _USUAL), None)
        if usual is None or "than" in before or not _OF_NOW.isdisjoint(before[:usual]):
            return False
        return usual < _NEAR_USUAL or "for" in before

    def _is_of_a_medicine(self, number: Quantity, named: Mapping[str, Collection[int]]) -> bool:
        """Tell whether a medicine is taken so often: nobody to the toilet, and nothing counted."""
        before = self._before(number)
        verb = next((place for place, word in enumerate(before) if word in _TAKES), 0)
        between = range(number.start - verb, number.start)
        counted = any(index in places for places in named.values() for index in between)
        return verb > 0 and not counted and (_NO_MEDICINE | _TOILET).isdisjoint(before[:verb])

    def _is_fewer(self, number: Quantity) -> bool:
        """Tell whether a count is said to be what is left: "down to three", "now only twice"."""
        before = self._before(number)
        only_now = "now" in before and not _ONLY.isdisjoint(before)
        return only_now or before[:2] == ["to", "down"]

    def _before(self, number: Quantity) -> list[str]:
        """Return the words right before a number, the nearest first, up to a break."""
        words: list[str] = []
        for index in range(number.start - 1, max(0, number.start - _BEFORE) - 1, -1):
            if self._tokens[index + 1].before is not Break.NONE:
                break
            words.append(self._tokens[index].word)
        return words

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
        asked = sentence[index] - 1 if sentence[index] - 1 in self._layout.asked else None
        for distance in range(_FARTHEST):
            for place in (index - distance, index + distance):
                if 0 <= place < len(sentence) and sentence[place] in (sentence[index], asked):
                    for question, places in named.items():
                        if place in places:
                            return question
        return None
