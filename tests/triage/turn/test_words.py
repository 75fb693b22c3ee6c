"""The words that fill the texts: never empty, short, and in the patient's words."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from tests.triage.turn.sitting import Sitting
from triage.tables import load
from triage.turn import Conversation, Message, advance

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.utc)
TABLES = load()


@pytest.mark.parametrize("text", ["", "hello", "I have diarrhea", "no fever", "I had CAR-T"])
def test_no_word_is_ever_missing(text: str) -> None:
    words = advance(Conversation(), Message(text), NOW, TABLES).words

    assert all(word.strip() for word in words.values())


def test_what_is_there_and_what_is_not_are_both_noted() -> None:
    words = advance(Conversation(), Message("I have diarrhea but no fever"), NOW, TABLES).words

    fever = TABLES.symptoms["fever"].name
    assert words["triage_noted"] == f"diarrhea, but no {fever}"


def test_an_itch_without_a_rash_is_not_noted_with_spots() -> None:
    words = advance(Conversation(), Message("itchy all over but no rash"), NOW, TABLES).words

    assert "spots" not in words["triage_noted"]


def test_what_began_today_lasts_less_than_a_day() -> None:
    words = advance(Conversation(), Message("diarrhea since this morning"), NOW, TABLES).words

    assert words["triage_noted"] == "diarrhea (for less than a day)"


def test_one_of_something_is_noted_in_the_singular() -> None:
    words = advance(Conversation(), Message("diarrhea since yesterday"), NOW, TABLES).words

    assert words["triage_noted"] == "diarrhea (for 1 day)"


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("I blacked out at work", "fainting or blacking out"),
        ("blisters in my mouth and sores on my gums", "mouth sores"),
    ],
)
def test_an_answer_that_a_symptom_says_is_noted_once(text: str, noted: str) -> None:
    words = advance(Conversation(), Message(text), NOW, TABLES).words

    assert words["triage_noted"] == noted


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("I have a rash but no blisters", "rash, but no blisters, peeling or raw skin"),
        ("I have a fever, no chills, no rigors", "fever, but no shivering or shaking chills"),
        ("rash and vomiting for 2 days", "rash and throwing up (for 2 days)"),
    ],
)
def test_nothing_is_noted_twice(text: str, noted: str) -> None:
    words = advance(Conversation(), Message(text), NOW, TABLES).words

    assert words["triage_noted"] == noted


def test_a_reason_names_what_is_there_and_no_answer_that_eases(sitting: Sitting) -> None:
    sitting.say("I have a nosebleed")

    words = sitting.say("yes, it stops").words

    assert words["triage_because"] == "you told me about nosebleed or bleeding gums"
    assert words["triage_about"] == "nosebleed or bleeding gums"


def test_a_reason_has_at_most_twenty_words() -> None:
    text = "crushing chest pain, I can't breathe, I fainted, I am confused, blood everywhere"
    words = advance(Conversation(), Message(text), NOW, TABLES).words

    assert len(words["triage_because"].split()) <= 20


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (timedelta(minutes=70), "about an hour ago"),
        (timedelta(hours=3), "about 3 hours ago"),
        (timedelta(days=3), "3 days ago"),
    ],
)
def test_it_says_how_long_ago_the_advice_was(later: timedelta, words: str) -> None:
    state = advance(Conversation(), Message("I have diarrhea"), NOW, TABLES).state

    turn = advance(state, Message("hello"), NOW + later, TABLES)

    assert turn.words["triage_when"] == words
