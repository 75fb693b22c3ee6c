"""Which answer mentions what is asked."""

from __future__ import annotations

import pytest

from rasa_bridge.follow_ups.mentions import Mentions

COMMON = {f"ask_{number}": "Call your team." for number in range(20)}
MENTIONS = Mentions(
    {
        "ask_travel": "Take travel insurance. Call your team.",
        "ask_cost": "Ask about insurance and money.",
        "ask_sun": "Use sunscreen with travel in mind.",
        **COMMON,
    }
)
NEAR = ("ask_travel", "ask_cost", "ask_sun")


@pytest.mark.parametrize(
    ("stems", "answer"),
    [
        (("insuranc",), "ask_travel"),
        (("sunscreen",), "ask_sun"),
        (("need", "insuranc"), "ask_travel"),
        (("insuranc", "banana"), ""),
        (("call", "team"), ""),
        (("need",), ""),
        ((), ""),
    ],
)
def test_the_first_answer_with_every_word_is_meant(stems: tuple[str, ...], answer: str) -> None:
    assert MENTIONS.first(NEAR, stems) == answer


def test_an_answer_that_is_not_near_is_not_meant() -> None:
    assert MENTIONS.first(("ask_cost",), ("sunscreen",)) == ""
