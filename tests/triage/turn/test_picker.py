"""Tapping a body area and then a symptom, for who would rather tap than type."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from triage.levels import Level
from triage.model import Status
from triage.perceive import perceive
from triage.tables import Tables, load
from triage.turn import Answering, Conversation, Turn, advance, from_json, read_message, to_json
from triage.turn.message import Button, Message

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.utc)
ODD = Message("my insides are a zoo", intent="report_symptom")
"""A report in which nothing is perceived."""
TABLES = load()
ALL_BUTTONS = [
    (area.id, symptom, title)
    for area in TABLES.picker.areas.values()
    for symptom, title in area.symptoms.items()
]


def area(name: str) -> Message:
    return Message(button=Button("body_area", name), chosen=True)


def symptom(name: str) -> Message:
    return Message(button=Button("area_symptom", name), chosen=True)


def walk(tables: Tables, *messages: Message | str) -> Turn:
    state = Conversation()
    for message in messages:
        read = read_message(message) if isinstance(message, str) else message
        turn = advance(state, read, NOW, tables)
        state = turn.state
    return turn


def says(turn: Turn) -> list[str]:
    return [say.text for say in turn.say]


def test_a_report_in_words_nobody_listed_opens_the_areas(tables: Tables) -> None:
    turn = walk(tables, ODD)

    assert says(turn) == ["ask_body_area"]
    assert turn.state.pending == "body_area"
    assert turn.answer is Answering.NONE
    assert turn.state.level is None


@pytest.mark.parametrize("button", ["/start_triage", "/report_symptom"])
def test_anyone_can_open_it_with_a_button(tables: Tables, button: str) -> None:
    assert says(walk(tables, button)) == ["ask_body_area"]


def test_a_message_with_a_symptom_never_opens_it(tables: Tables) -> None:
    turn = walk(tables, Message("I have diarrhea", intent="report_symptom"))

    assert turn.state.pending in tables.questions


def test_it_does_not_push_a_question_of_the_tables_aside(tables: Tables) -> None:
    asked = walk(tables, "I have diarrhea").state.pending
    turn = walk(tables, "I have diarrhea", ODD)

    assert turn.state.pending == asked
    assert says(turn) == ["not_understood", f"ask_{asked}"]


def test_it_does_not_hide_an_emergency(tables: Tables) -> None:
    assert says(walk(tables, "I can't breathe", ODD)) == ["not_understood", "reminder_emergency"]


@pytest.mark.parametrize("name", TABLES.picker.areas)
def test_an_area_shows_its_symptoms(tables: Tables, name: str) -> None:
    turn = walk(tables, ODD, area(name))

    assert says(turn) == [f"ask_area_symptom_{name}"]
    assert turn.state.pending == "area_symptom"


def test_another_area_can_be_tapped_after_the_first(tables: Tables) -> None:
    turn = walk(tables, ODD, area("belly"), area("chest"))

    assert says(turn) == ["ask_area_symptom_chest"]


@pytest.mark.parametrize(("place", "name", "title"), ALL_BUTTONS, ids=str)
def test_a_tapped_symptom_counts_as_reported(place: str, name: str, title: str) -> None:
    turn = walk(TABLES, ODD, area(place), symptom(name))

    assert turn.state.case.findings == {name: Status.PRESENT}
    assert turn.state.case.words[name] == title
    assert turn.state.level or turn.state.pending in TABLES.questions


def test_a_tapped_red_flag_is_an_emergency_at_once(tables: Tables) -> None:
    turn = walk(tables, ODD, area("chest"), symptom("chest_pain"))

    assert turn.state.level is Level.EMERGENCY
    assert says(turn) == ["emergency"]


def test_a_second_symptom_of_a_list_shown_can_still_be_tapped(tables: Tables) -> None:
    turn = walk(tables, ODD, area("belly"), symptom("diarrhoea"), symptom("black_stool"))

    assert turn.state.case.findings.keys() == {"diarrhoea", "black_stool"}


@pytest.mark.parametrize("typed", ["belly", "My belly", "belly or bowels", "BOWELS"])
def test_an_area_can_be_typed(tables: Tables, typed: str) -> None:
    assert says(walk(tables, ODD, typed)) == ["ask_area_symptom_belly"]


@pytest.mark.parametrize(("place", "name", "title"), ALL_BUTTONS, ids=str)
def test_the_title_of_a_symptom_can_be_typed(place: str, name: str, title: str) -> None:
    turn = walk(TABLES, ODD, area(place), f"{title.upper()}.")

    assert turn.state.case.findings == {name: Status.PRESENT}


@pytest.mark.parametrize(
    ("typed", "reported"), [("fever", "fever"), ("bleeding", "heavy_bleeding")]
)
def test_a_word_of_a_title_that_says_what_is_wrong_is_a_report(
    tables: Tables, typed: str, reported: str
) -> None:
    turn = walk(tables, ODD, typed)

    assert turn.state.case.findings == {reported: Status.PRESENT}


@pytest.mark.parametrize("opened", [(ODD,), (ODD, area("chest"))], ids=["areas", "symptoms"])
def test_a_symptom_typed_while_it_is_open_is_heard(
    tables: Tables, opened: tuple[Message, ...]
) -> None:
    turn = walk(tables, *opened, "I have diarrhea")

    assert turn.state.case.findings == {"diarrhoea": Status.PRESENT}
    assert turn.state.pending in tables.questions


@pytest.mark.parametrize("opened", [(ODD,), (ODD, area("belly"))], ids=["areas", "symptoms"])
def test_a_red_flag_typed_while_it_is_open_is_an_emergency(
    tables: Tables, opened: tuple[Message, ...]
) -> None:
    turn = walk(tables, *opened, "I can't breathe")

    assert turn.state.level is Level.EMERGENCY
    assert says(turn) == ["emergency"]
    assert turn.state.pending is None


@pytest.mark.parametrize(
    "last", ["something else", area("something_else"), symptom("something_else")]
)
def test_something_else_counts_as_feeling_unwell(tables: Tables, last: Message | str) -> None:
    turn = walk(tables, ODD, area("belly"), last)

    assert turn.state.case.findings == {"generally_unwell": Status.PRESENT}
    assert says(turn)[0] == "advice_same_day"


@pytest.mark.parametrize("last", ["I don't know", area("dont_know")])
def test_i_dont_know_names_the_danger_signs_and_closes_it(
    tables: Tables, last: Message | str
) -> None:
    turn = walk(tables, ODD, last)

    assert says(turn) == ["unsure"]
    assert turn.state.pending is None


def test_a_question_asked_in_between_leaves_it_open(tables: Tables) -> None:
    turn = walk(tables, ODD, Message("what is CAR-T?", intent="ask_cart"))

    assert turn.answer is Answering.ANY
    assert says(turn) == ["ask_body_area"]


def test_it_is_given_up_after_two_replies_that_cannot_be_used(tables: Tables) -> None:
    assert says(walk(tables, ODD, "purple banana")) == ["ask_body_area"]
    turn = walk(tables, ODD, "purple banana", "purple banana")

    assert says(turn) == ["unsure"]
    assert turn.state.pending is None


def test_going_back_shows_the_list_again_and_takes_the_tapped_symptom_away(
    tables: Tables,
) -> None:
    tapped = (ODD, area("belly"), symptom("diarrhoea"))
    turn = walk(tables, *tapped, '/undo{"question": "area_symptom"}')

    assert says(turn) == ["ask_area_symptom_belly"]
    assert turn.state.case.findings == {}
    assert says(walk(tables, *tapped, '/undo{"question": "body_area"}')) == ["ask_body_area"]


def test_going_back_keeps_what_was_told_in_words(tables: Tables) -> None:
    turn = walk(
        tables,
        ODD,
        area("belly"),
        "I have diarrhea",
        symptom("constipation"),
        '/undo{"question": "area_symptom"}',
    )

    assert turn.state.case.findings == {"diarrhoea": Status.PRESENT}


@pytest.mark.parametrize("question", ["body_area", "area_symptom"])
def test_a_list_that_was_never_shown_cannot_be_gone_back_to(tables: Tables, question: str) -> None:
    assert says(walk(tables, f'/undo{{"question": "{question}"}}')) == ["stale_button"]


@pytest.mark.parametrize(
    "messages",
    [
        pytest.param((area("belly"),), id="no list was shown"),
        pytest.param((symptom("diarrhoea"),), id="no list was shown, symptom"),
        pytest.param((ODD, area("tail")), id="no such area"),
        pytest.param((ODD, symptom("diarrhoea")), id="its area was not shown"),
        pytest.param((ODD, area("chest"), symptom("diarrhoea")), id="another area was shown"),
        pytest.param((ODD, area("belly"), symptom("nonsense")), id="no such symptom"),
        pytest.param(
            (ODD, area("belly"), symptom("diarrhoea"), area("chest")), id="a question is open"
        ),
    ],
)
def test_a_button_that_does_not_fit_says_so_and_changes_nothing(
    tables: Tables, messages: tuple[Message, ...]
) -> None:
    before = walk(tables, *messages[:-1]).state if messages[:-1] else Conversation()
    turn = walk(tables, *messages)

    assert says(turn)[0] == "stale_button"
    assert turn.state.case == before.case
    assert turn.state.pending == before.pending


def test_after_a_break_its_buttons_are_closed(tables: Tables) -> None:
    opened = walk(tables, ODD, area("belly")).state
    turn = advance(opened, symptom("diarrhoea"), NOW + timedelta(hours=3), tables)

    assert says(turn)[0] == "stale_button"
    assert turn.state.case.findings == {}


def test_after_a_break_it_can_be_opened_again(tables: Tables) -> None:
    opened = walk(tables, ODD, area("belly")).state
    turn = advance(opened, ODD, NOW + timedelta(hours=3), tables)

    assert says(turn) == ["ask_body_area"]


def test_an_open_list_survives_a_restart_of_the_bot(tables: Tables) -> None:
    opened = walk(tables, ODD, area("belly")).state
    kept = from_json(to_json(opened), tables)

    assert kept == opened
    assert advance(kept, symptom("diarrhoea"), NOW, tables).state.tapped == "diarrhoea"


def test_the_question_shows_the_danger_signs_and_whom_to_call(tables: Tables) -> None:
    asked = tables.picker.ask.lower()

    assert "{emergency_number}" in asked
    for sign in ("chest pain", "trouble breathing", "fainting", "confusion", "heavy bleeding"):
        assert sign in asked


def test_no_title_of_an_area_hides_a_danger_sign(tables: Tables) -> None:
    """A word of a title must not open a list where it reports a symptom by itself."""
    for body_area in tables.picker.areas.values():
        for word in body_area.label.lower().replace(",", "").split():
            turn = walk(tables, ODD, word)
            reported = {finding.symptom for finding in perceive(word, tables).findings}
            assert turn.state.case.findings.keys() == reported
