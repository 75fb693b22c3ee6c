"""No text raises; noise loses nothing; time grows with the length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.triage.perceive.helpers import counting
from triage.perceive import perceive
from triage.tables import load

TABLES = load()

REPORTS = (
    "I can't breathe",
    "my chest hurts and my left arm aches",
    "there is blood in my stool",
    "I have had diarrhea eight times today",
    "my eyes have gone yellow",
    "she is confused and won't wake up",
    "my tongue is swelling",
    "fever of 102 and shaking chills",
)

SCRAPS = st.sampled_from(
    ["no", "not", "if", "blood", "pain", "chest", "my", "9/10", "38,5", "?", "...", "/", "\n", "hi",
     "ago", "and", "or", "\u200b", "\U0001f637", "1" * 40, "a hundred", "point", "for", "since"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(SCRAPS, max_size=40).map(" ".join)))
def test_no_text_raises_and_the_same_text_reads_the_same(text: str) -> None:
    assert perceive(text, TABLES, pending="temp_c") == perceive(text, TABLES, pending="temp_c")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(REPORTS),
    st.lists(st.integers(0, 3), min_size=30, max_size=30),
    st.sampled_from(["", "!", "!!!", ".", " ...", " "]),
)
def test_case_spaces_and_marks_lose_no_finding(text: str, noise: list[int], end: str) -> None:
    spaces = iter(noise)
    noisy = "".join(
        letter * (1 + next(spaces, 0)) if letter == " " else letter.upper() if n % 2 else letter
        for n, letter in enumerate(text, noise[0])
    )
    expected = counting(perceive(text, TABLES))
    assert expected
    for version in (noisy, text.upper(), text.replace("'", ""), text.replace(" ", "  ")):
        assert counting(perceive(version + end, TABLES)) >= expected


def test_a_very_long_message_costs_no_more_for_each_word() -> None:
    def seconds(length: int) -> float:
        text = ("my chest hurts and i have no fever but i was sick 3 times " * 400)[:length]
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            perceive(text, TABLES)
            best = min(best, time.perf_counter() - start)
        return best

    seconds(100)
    assert seconds(16_000) < 12 * seconds(4_000)


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("I can't\nbreathe", "short_of_breath"),
        ("My poo\nis black and\nI nearly\npassed out", "black_stool"),
        ("I have pain\nin my chest", "chest_pain"),
        ("no fever\nchest pain", "chest_pain"),
        ("no fever\n\nchest pain", "chest_pain"),
    ],
)
def test_the_end_of_a_line_hides_nothing_and_denies_nothing(text: str, symptom: str) -> None:
    assert symptom in counting(perceive(text, TABLES))
