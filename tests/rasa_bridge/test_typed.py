"""What stands around a question as people type it."""

from __future__ import annotations

import pytest

from rasa_bridge.answer_finder.typed import plainly, questions_in, sentences_in


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("hi, what is BCG for?", "what is BCG for?"),
        ("thanks, and can she still swim", "can she still swim"),
        ("n the yellow fever one", "and the yellow fever one"),
        ("does ur skin itch tho", "does your skin itch though"),
        ("how long til it helps", "how long until it helps"),
        ("BCG vs IL-2 pls", "BCG versus IL-2 please"),
    ],
)
def test_a_greeting_and_short_forms_do_not_hide_the_question(typed: str, plain: str) -> None:
    assert plainly(typed) == plain


@pytest.mark.parametrize(
    "text", ["hello", "ok thanks", "hi I have a rash", "what is TIL?", "my right arm hurts", ""]
)
def test_anything_else_stays_as_it_was_typed(text: str) -> None:
    assert plainly(text) == text


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("does it need a port, I faint at needles", ["does it need a port"]),
        ("My tractor is in bits. Hello, how often is the scan?", ["how often is the scan?"]),
        ("is BCG a germ... can I garden", ["is BCG a germ", "can I garden"]),
        ("how often is the scan?", []),
        ("my tractor is in bits, so is the barn", []),
    ],
)
def test_a_part_that_asks_is_found_beside_a_story(typed: str, parts: list[str]) -> None:
    assert questions_in(typed) == parts


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        (
            "He is 80, poor man. Oh dear. How long has he got?",
            ["He is 80, poor man.", "How long has he got?"],
        ),
        ("how long has he got?", []),
        ("", []),
    ],
)
def test_a_story_is_read_by_its_sentences(typed: str, sentences: list[str]) -> None:
    assert sentences_in(typed) == sentences
