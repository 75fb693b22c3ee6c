"""Kinds of speech count where something is said to be so, not denied, asked or wished."""

from __future__ import annotations

import pytest

from triage.perceive import perceive
from triage.tables import Tables

GROUPS = {"called", "not_called", "cannot_call", "no_answer", "better", "worse_now", "team_said"}


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("I called them", {"called"}),
        ("yes, I have phoned the nurse", {"called"}),
        ("no, I called them already", {"called"}),
        ("my sister called them for me", {"called"}),
        ("I have not called", {"not_called"}),
        ("I didn't call yet", {"not_called"}),
        ("we have not phoned anyone", {"not_called"}),
        ("my sister has not called them", {"not_called"}),
        ("should I call them?", set()),
        ("I will call them now", set()),
        ("I want to call the nurse", set()),
        ("if I called them, what would they do", set()),
        ("I can't call them", {"cannot_call"}),
        ("I have no phone", {"cannot_call"}),
        ("my phone is dead", {"cannot_call"}),
        ("I could not get through", {"no_answer"}),
        ("they never called me back", {"no_answer"}),
        ("the doctor told me to wait", {"team_said"}),
        ("they have not told me anything", set()),
    ],
)
def test_what_is_said_of_the_call(text: str, groups: set[str], tables: Tables) -> None:
    assert perceive(text, tables).flags & GROUPS == groups


@pytest.mark.parametrize(
    "text",
    [
        "I feel better",
        "it stopped",
        "never mind I feel better",
        "I don't have pain and I feel better now",
        "it does not hurt anymore",
    ],
)
def test_better_is_heard(text: str, tables: Tables) -> None:
    assert perceive(text, tables).flags & GROUPS == {"better"}


@pytest.mark.parametrize(
    "text",
    [
        "it does not stop",
        "it won't stop",
        "it has not stopped",
        "I don't feel any better",
        "it isn't getting better",
        "I do not think it is better",
        "it has not gone away",
        "not much better",
        "no improvement",
        "it started again",
        "the bleeding has started again",
        "the pain came back",
    ],
)
def test_no_better_is_worse(text: str, tables: Tables) -> None:
    assert perceive(text, tables).flags & GROUPS == {"worse_now"}


@pytest.mark.parametrize(
    "text",
    [
        "it is not getting worse",
        "will it get better?",
        "when does it get better",
        "I hope it gets better soon",
        "has it stopped?",
    ],
)
def test_what_is_denied_or_hoped_is_neither(text: str, tables: Tables) -> None:
    assert perceive(text, tables).flags & GROUPS == set()


@pytest.mark.parametrize(
    ("text", "gentle"),
    [
        ("all this is killing me", True),
        ("this cancer is killing me", True),
        ("the waiting is killing me", False),
        ("this wait is killing me", False),
        ("this queue is killing me", False),
    ],
)
def test_a_figure_of_speech_is_no_despair(text: str, gentle: bool, tables: Tables) -> None:
    assert ("despair" in perceive(text, tables).flags) is gentle


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("I had asthma as a small child and now a rash", "self"),
        ("my son has a rash", "carer"),
        ("I am a mother with a rash", "self"),
    ],
)
def test_the_writer_may_be_somebodys_child_or_parent(text: str, whose: str, tables: Tables) -> None:
    assert perceive(text, tables).about == whose


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("I called them", "called"),
        ("nobody answers", "no_answer"),
        ("I don't have the number", "no_number"),
        ("the nurse told me to wait", "team_said"),
        ("I feel better", "better"),
        ("it's getting worse", "worse_now"),
        ("start again", "start_again"),
        ("no, I said no blood", "correction"),
        ("now my husband", "other_person"),
        ("what is this?", "question"),
        ("hjkl zxq", "no_known_word"),
    ],
)
def test_other_kinds_of_speech_are_flagged(text: str, flag: str, tables: Tables) -> None:
    assert flag in perceive(text, tables).flags


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("can we start again please", True),
        ("let's start over", True),
        ("I want to restart the conversation", True),
        ("start again from the beginning", True),
        ("can I start it again later?", False),
        ("will they restart my drug?", False),
        ("may I restart keytruda next month?", False),
        ("it started again", False),
        ("it has just started again", False),
        ("the bleeding will start again", False),
        ("I have had it from the beginning", False),
        ("when may I start running again", False),
    ],
)
def test_a_question_on_starting_treatment_again_does_not_wipe_the_conversation(
    text: str, wished: bool, tables: Tables
) -> None:
    assert ("start_again" in perceive(text, tables).flags) is wished
