"""Whatever is typed or tapped: nothing raises, the same gives the same, noise lowers no level."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from triage.levels import Level, highest
from triage.tables import load
from triage.turn import Conversation, advance, from_json, read_message, to_json

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.utc)
TABLES = load()

REPORTS = sorted(
    {
        "I can't breathe",
        "my chest hurts and my left arm aches",
        "I've had diarrhea eight times today, and there's blood in it",
        "fever of 102 and shaking chills since last night",
        "no fever, but my tongue is swelling",
        "my husband's skin is peeling off. He is confused",
        "I don't want to live any more",
        *(title for area in TABLES.picker.areas.values() for title in area.symptoms.values()),
        *(
            phrase.replace("=", "")
            for symptom in TABLES.symptoms.values()
            for phrase in symptom.said_as.phrases
            if "{" not in phrase
        ),
    }
)
"""Sentences, buttons, and every way to name a symptom that the tables spell out."""

SCRAPS = (
    *("my", "no", "not", "if", "never", "and", "but", "or", "since", "ago", "was", "yes", "is it"),
    *("blood", "chest pain", "pain", "fever", "diarrhea", "rash", "breathe", "Keytruda", "CAR-T"),
    *("9/10", "38,5", "102F", "a hundred", "1" * 40, "-1", "0", "8 times a day", "3 weeks"),
    *("?", "...", "/", "\n", "\u200b", "\U0001f637", "{}", "<b>", "'", '"', "start again"),
    *("better", "worse", "I called", "nobody answers", "I don't know", "something else", "belly"),
)
_NAMES = sorted({*TABLES.questions, "body_area", "area_symptom", "danger_signs", "no_such_thing"})
_VALUES = sorted(
    {
        *("yes", "no", "dont_know", "3", "-7", "1e9", "nan", "better", "something_else", ""),
        *(choice for question in TABLES.questions.values() for choice in question.choices),
        *TABLES.picker.areas,
        *(name for area in TABLES.picker.areas.values() for name in area.symptoms),
    }
)
_INTENTS = ("", "report_symptom", "start_triage", "ask_cart", "affirm", "nonsense", "restart")


def _button(question: str, value: str) -> str:
    return f'/answer{{"question": "{question}", "value": "{value}"}}'


MESSAGES = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(SCRAPS), max_size=15).map(" ".join),
    st.sampled_from(REPORTS),
    st.builds(_button, st.sampled_from(_NAMES), st.sampled_from(_VALUES)),
    st.sampled_from(_NAMES).map(lambda name: f'/undo{{"question": "{name}"}}'),
)
SITTINGS = st.lists(
    st.tuples(MESSAGES, st.sampled_from(_INTENTS), st.sampled_from([1, 5, 90, 3000])),
    min_size=1,
    max_size=6,
)
"""Messages, each with what a classifier believes and the minutes before it."""


@settings(max_examples=150, deadline=None)
@given(SITTINGS)
def test_no_conversation_raises_and_the_same_one_gives_the_same_turns(
    sitting: list[tuple[str, str, int]],
) -> None:
    state, now = Conversation(), NOW
    for text, intent, minutes in sitting:
        now += timedelta(minutes=minutes)
        message = read_message(text, intent)
        turn = advance(state, message, now, TABLES)

        assert advance(state, message, now, TABLES) == turn
        assert from_json(to_json(turn.state), TABLES) == turn.state
        started_again = any(say.text.startswith("restart") for say in turn.say)
        assert started_again or (turn.state.level or 0) >= (state.level or 0)
        state = turn.state


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(REPORTS),
    st.lists(st.booleans(), min_size=1, max_size=20),
    st.lists(st.sampled_from([" ", "  ", "\t", " \u200b", "\u00a0"]), min_size=1, max_size=8),
    st.sampled_from(["", "...", "  ", "\n", '"', "- ", "* "]),
    st.sampled_from(["", "!", "!!!", ".", " ...", "  ", ";", '"', " :(", "\n\n", "!?!", "?"]),
)
def test_case_spacing_and_punctuation_never_lower_a_level(
    report: str, capitals: list[bool], spaces: list[str], before: str, after: str
) -> None:
    assume("?" not in after or " " in report)  # "arthritis?" asks what it is
    expected = _shown(report)
    letters = "".join(
        letter.upper() if capitals[n % len(capitals)] else letter.lower()
        for n, letter in enumerate(report)
    )
    words = letters.split(" ")
    spaced = "".join(
        word + spaces[n % len(spaces)] * (n < len(words) - 1) for n, word in enumerate(words)
    )

    for text in (before + spaced + after, letters.replace("'", ""), letters.replace("'", "\u2019")):
        assert _shown(text) >= expected, text


def _shown(text: str) -> int:
    """Return the level set or advised by the reply to a first message; 0 where none is."""
    turn = advance(Conversation(), read_message(text), NOW, TABLES)
    return highest(turn.state.level, turn.decision.advice_level) or 0


def test_the_reports_that_noise_is_added_to_reach_every_level() -> None:
    assert {_shown(report) for report in REPORTS} >= set(Level)
