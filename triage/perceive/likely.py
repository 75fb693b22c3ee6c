"""What a number nothing names is likely to be: a fever, a sugar, or none of a body's."""

from __future__ import annotations

from triage.perceive.beside import FARTHEST, Beside
from triage.perceive.numbers import Quantity
from triage.perceive.tokens import Break

_OF_A_BODY = frozenset({"fluid", "water", "weight", "my", "body"})
"""What a body gains: "3 kilos of fluid"."""
_MOST_MOTIONS = 25
"""Above this a number after "BM" is a sugar in any unit; below it only with tenths."""
_MOST_SPOONS = 6
"""Up to so many, "2 sugars" is what goes into tea."""
_CURRENCY = frozenset("$£€")
_OF_A_PERSON = frozenset(
    {"my", "his", "her", "the", "me", "a", "an", "bed", "less", "under", "about", "between",
     "hospital", "clinic", "triage", "recovery", "resus", "icu", "er", "ed", "celsius",
     "fahrenheit", "centigrade", "total", "both", "each", "one", "armpit", "ear", "mouth"}
)  # fmt: skip
"""After "39 degrees in": when, or where on the body, a temperature was taken."""
_SAID_BEFORE_A_FEVER = frozenset(
    {"had", "at", "was", "hit", "running", "hitting", "spiked", "spiking", "touching", "reached",
     "got", "have", "of", "up", "its", "it", "now", "is", "says", "reads", "shows", "reading",
     "showing", "showed", "said", "t", "and", "then", "to"}
)  # fmt: skip
_SAID_AFTER_A_FEVER = frozenset(
    {"last", "this", "today", "tonight", "yesterday", "now", "at", "just", "since", "and", "again",
     "with", "on"}
)  # fmt: skip


def likely_topic(beside: Beside, number: Quantity) -> str:
    """Return what a number that nothing names is likely to be about."""
    if _meter_reading(beside, number):
        return "sugar"
    return "temperature" if _like_a_temperature(beside, number) else ""


def _like_a_temperature(beside: Beside, number: Quantity) -> bool:
    """Tell whether 38.4 stands somewhere in a message about a temperature."""
    tenths = 35 <= number.value < 43 and number.value % 1 > 0
    if _bare_fever(beside, number):
        return True
    around = beside.tokens[max(0, number.start - 20) : number.end + 20]
    return tenths and any(t.word in beside.words.about["temperature"] for t in around)


def _bare_fever(beside: Beside, number: Quantity) -> bool:
    """Tell whether a number is written as only a fever is: 39.1 or 101.8, nothing after it."""
    written = beside.tokens[number.start].word.replace(",", ".")
    in_words = number.end - number.start > 1 and number.value % 1 > 0
    tenths = in_words or written[-2:-1] == "."
    before = beside.tokens[number.start - 1].word if number.start else ""
    in_range = 37.5 <= number.value < 42 or 99.5 <= number.value < 107
    alone = before in _SAID_BEFORE_A_FEVER or number.end - number.start == len(beside.tokens)
    parted = number.end < len(beside.tokens) and beside.tokens[number.end].before is Break.SOFT
    after = beside.after(number)
    apart = parted or not after or after in _SAID_AFTER_A_FEVER
    return in_range and tenths and (alone or _stands_apart(beside, number)) and apart


def _stands_apart(beside: Beside, number: Quantity) -> bool:
    """Tell whether the number opens a part of the message, or stands between two commas."""
    tokens = beside.tokens
    closed = number.end == len(tokens) or tokens[number.end].before is not Break.NONE
    opens = number.start == 0 or tokens[number.start].before is Break.HARD
    return opens or (closed and tokens[number.start].before is Break.SOFT)


def _meter_reading(beside: Beside, number: Quantity) -> bool:
    """Tell whether "BM" before a number means a blood sugar and no bowel movements."""
    before = [token.word for token in beside.tokens[max(0, number.start - 2) : number.start]]
    exact = number.value % 1 > 0 or number.value > _MOST_MOTIONS
    return exact and any(word in {"bm", "bms"} for word in before)


def in_the_kitchen(beside: Beside, number: Quantity) -> bool:
    """Tell whether sugar is bought, weighed or stirred here: "sugar costs 2.20 a bag"."""
    if beside.text[: beside.tokens[number.start].start].rstrip()[-1:] in _CURRENCY:
        return True
    after = beside.after(number)
    if after in {"a", "an", "per"} and number.end + 1 < len(beside.tokens):
        after = beside.tokens[number.end + 1].word
    if after in beside.words.about["kitchen"]:
        return True
    if after in beside.words.about["sugar"] and number.value <= _MOST_SPOONS:
        return number.value % 1 == 0
    around = beside.tokens[max(0, number.start - FARTHEST) : number.end + FARTHEST]
    packed = any(
        token.word in beside.words.about["kitchen"]
        and of.word == "of"
        and then.word in beside.words.about["sugar"]
        for token, of, then in zip(around, around[1:], around[2:], strict=False)
    )
    return packed or any(token.word in beside.words.about["bought"] for token in around)


def of_a_place(beside: Beside, number: Quantity) -> bool:
    """Tell whether a number of degrees is said of a place: "it was 39 degrees in Seville"."""
    tokens = beside.tokens
    after = number.end
    while after < len(tokens) and tokens[after].word in _degree_words(beside):
        after += 1
    if after + 1 >= len(tokens) or tokens[after].before is Break.HARD:
        return False
    place = tokens[after + 1]
    elsewhere = place.word not in _OF_A_PERSON and not place.is_number
    return tokens[after].word == "in" and elsewhere


def _degree_words(beside: Beside) -> frozenset[str]:
    units = beside.words.units
    return units["degrees"] | units["celsius"] | units["fahrenheit"]


def of_goods(beside: Beside, number: Quantity) -> bool:
    """Tell whether goods are weighed or money is put on something: "2 kilos of apples"."""
    then = [token.word for token in beside.tokens[number.end + 1 : number.end + 3]]
    if then[:1] == ["of"]:
        return not _OF_A_BODY.intersection(then[1:])
    return then[:1] == ["on"] and bool(beside.words.about["bets"].intersection(then[1:]))
