"""Of several counts the one to act on is told: not the usual one, and not the lower one."""

from __future__ import annotations

import pytest

from triage.perceive import perceive
from triage.tables import Tables


@pytest.mark.parametrize(
    ("text", "over_usual"),
    [
        ("diarrhea 9 times today, normally twice", 8),
        ("the runs 9 times since midnight, usually once", 8),
        ("diarrhea 9 times, normal is once", 8),
        ("watery stools 9 times a day, normal for me is two", 8),
        ("loose stools 9 times today, not once like normal", 8),
        ("usually once a day, and today diarrhea 9 times", 8),
        ("diarrhea 9 times today, yesterday twice", 8),
        ("diarrhea 9 times last night and twice this morning", 8),
        ("diarrhea 9 times today, only twice yesterday", 8),
        ("diarrhea 9 times today, now twice in an hour", 8),
        ("diarrhea usually 2 times today 9 times", 8),
        ("diarrhea was 9 times a day, now only twice", 1),
        ("diarrhea was 9 times a day, down to 4 times", 3),
        ("usually on the toilet 9 times a day with diarrhea since the drip", 8),
        ("diarrhea, usually bad this week 9 times", 8),
        ("diarrhea 9 times, and I fell down twice", 8),
        ("I take Imodium 9 times a day and have diarrhea twice", 1),
        ("diarrhea, I used the toilet 9 times today", 8),
        ("diarrhea, it took me 9 trips to the toilet today", 8),
        ("diarrhea, we took her to the loo 9 times today", 8),
        ("9 bowel movements today, all water", 8),
        ("diarrhea, 5 more trips than usual", 5),
        ("nine visits to the bathroom today, all of it water", 8),
        ("diarrhea, 9 runs to the toilet since noon", 8),
    ],
)
def test_how_often_somebody_had_to_go(text: str, over_usual: float, tables: Tables) -> None:
    assert perceive(text, tables).answers["stools_over_usual"] == over_usual


@pytest.mark.parametrize(
    "text",
    [
        "I was sick 7 times today, usually twice",
        "I keep taking water and vomit 7 times a day",
        "I took my pills and was sick 7 times today",
    ],
)
def test_how_often_somebody_was_sick(text: str, tables: Tables) -> None:
    assert perceive(text, tables).answers["vomits_24h"] == 7


@pytest.mark.parametrize(
    "text",
    [
        "diarrhea, no better",
        "my stool is normal, no diarrhea",
        "diarrhea, and 9 visits to the hospital this month",
        "diarrhea, and the nurse made 7 home visits",
    ],
)
def test_without_a_count_nothing_is_answered(text: str, tables: Tables) -> None:
    assert "stools_over_usual" not in perceive(text, tables).answers
