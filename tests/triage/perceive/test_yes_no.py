"""Short replies: a reply that is no plain one never becomes the better answer."""

from __future__ import annotations

import pytest

from triage.perceive import perceive
from triage.tables import Tables, load

TABLES = load()
YES_NO = [question for question in TABLES.questions.values() if question.type == "yes_no"]

REPLIES: tuple[tuple[str, bool | None, bool | None], ...] = (
    # the reply, to "do you have ...?" (yes is worse), to "can you ...?" (no is worse)
    ("yes", True, True),
    ("yes I do", True, True),
    ("I do", True, True),
    ("she can", True, True),
    ("it is", True, True),
    ("I have it", True, True),
    ("yes, no trouble at all", True, True),
    ("no", False, False),
    ("no, it does not", False, False),
    ("I do not", False, False),
    ("it has not", False, False),
    ("she is not", False, False),
    ("I do not think so", False, False),
    ("I do not have any of those", False, False),
    ("not really", False, False),
    ("I do not have such thoughts", False, False),
    ("no, I am fine", False, False),
    ("nope all good", False, False),
    ("well, no thoughts like that", False, False),
    ("of course not", False, False),
    # less than a yes
    ("a little", True, None),
    ("sometimes", True, None),
    ("it is a bit", True, None),
    ("I think so", True, None),
    ("very", True, None),
    ("I did", True, None),
    ("yes but it is difficult", True, None),
    ("yes with a lot of effort", True, None),
    ("yes I have to be careful", True, None),
    ("yes most of the time", True, None),
    # less than a no
    ("hardly", None, False),
    ("not very well", None, False),
    ("I can not", None, False),
    ("she is not able to", None, False),
    ("I am not ok", None, False),
    ("no, only a bit", None, False),
    ("no problem", False, None),
    # neither
    ("it is hard", None, None),
    ("I have to stop", None, None),
    ("I have a lot of trouble", None, None),
    ("I am on Keytruda", None, None),
    ("I have my tablets here", None, None),
    ("it is Tuesday", None, None),
    ("I am ok", None, None),
    ("I am so sorry", None, None),
    ("I have symptoms", None, None),
    ("I don't understand", None, None),
    ("I would never do that", None, None),
    ("yes and no", None, None),
    ("maybe", None, None),
    ("I would", None, None),
    ("it is not too bad", None, None),
    ("no thanks", None, None),
)


@pytest.mark.parametrize(("reply", "symptom", "ability"), REPLIES)
def test_a_short_reply_is_read_by_what_would_be_worse(
    reply: str, symptom: bool | None, ability: bool | None
) -> None:
    either = ability if symptom is None else symptom
    expected = {"yes": symptom, "no": ability, "none": either}
    for question in YES_NO:
        answers = perceive(reply, TABLES, (question.id,), question.id).answers
        assert answers.get(question.id) is expected[question.worse], question.id


@pytest.mark.parametrize("reply", ["not sure", "I do not know", "I am not sure", "no idea"])
def test_not_knowing_is_no_answer(reply: str) -> None:
    for question in YES_NO:
        heard = perceive(reply, TABLES, (question.id,), question.id)
        assert heard.unknown
        assert not heard.answers


@pytest.mark.parametrize(
    ("reply", "question", "value"),
    [
        ("I can't get up from the chair", "walk_ok", False),
        ("it does not stop", "bleed_stops", False),
        ("it never stops", "bleed_stops", False),
        ("it never stops", "rigors", None),
        ("I can't", "itch_sleep", None),
        ("I do not see", "vision_loss", None),
        ("no fever", "blisters", None),
        ("I would say no", "blisters", False),
        ("um, yes I am", "safe_now", True),
    ],
)
def test_a_reply_in_other_words(
    reply: str, question: str, value: bool | None, tables: Tables
) -> None:
    assert perceive(reply, tables, (question,), question).answers.get(question) is value


@pytest.mark.parametrize(
    ("reply", "question", "value"),
    [
        ("no pain", "pain_score", 0),
        ("no, none", "vomits_24h", 0),
        ("no more than usual", "stools_over_usual", 0),
        ("no limits", "adl", "none"),
        ("not once", "vomits_24h", 0),
        # no urine for hours is no time of zero
        ("nothing", "hours_no_urine", None),
        ("none", "duration_days", None),
        ("not good", "pain_score", None),
        ("not much", "pain_score", None),
        ("nothing stays down", "vomits_24h", None),
        ("no but sometimes", "breath_level", None),
        ("hardly", "adl", None),
    ],
)
def test_none_is_zero_only_where_it_is_plain(
    reply: str, question: str, value: float | str | None, tables: Tables
) -> None:
    assert perceive(reply, tables, (question,), question).answers.get(question) == value
