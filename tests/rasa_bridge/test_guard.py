"""What the classifier sees of a message."""

from __future__ import annotations

import pytest

from rasa_bridge.guard import MOST_WORDS, NO_WORDS, ORIGINAL, TextGuard, shortened


@pytest.mark.parametrize("text", ["", "  ", "😀", "?!", "\u200b"])
def test_a_message_without_words_becomes_one_word(text: str) -> None:
    assert shortened(text) == NO_WORDS


def test_a_long_message_is_cut_for_the_classifier_alone() -> None:
    from rasa.shared.nlu.constants import TEXT
    from rasa.shared.nlu.training_data.message import Message

    text = "word " * (MOST_WORDS + 50) + "end"
    (message,) = TextGuard().process([Message({TEXT: text})])

    assert len(message.get(TEXT).split()) == MOST_WORDS
    assert message.get(ORIGINAL) == text
