"""Messages over HTTP: what comes back, which buttons count, and what the history shows."""

from __future__ import annotations

import json

import pytest

from tests.channel.served import Served


def test_a_message_is_answered_and_the_numbers_come_with_it(chat: Served) -> None:
    got = chat.say(chat.session(), "hello", "m1")
    assert got.status == 200
    assert got.texts == ["You said: hello"]
    assert got.json["call"][0] == {"label": "Emergency", "number": "112"}


def test_an_emergency_says_why_what_was_noted_and_whom_to_call(chat: Served) -> None:
    message = chat.say(chat.session(), "I can't breathe", "m1").json["messages"][0]
    assert message["triage"]["level"] == "emergency"
    assert message["triage"]["because"] == ["severe trouble breathing"]
    assert [call["number"] for call in message["triage"]["call"]] == ["112", "+1 555 0100"]
    assert message["noted"] == ["short of breath"]


def test_below_an_emergency_the_care_team_is_called_first(chat: Served) -> None:
    token = chat.session()
    asked = chat.say(token, "I have the runs", "m1")
    urgent = chat.tap(token, asked.button("Yes"), "m2").json["messages"][0]
    assert urgent["triage"]["level"] == "urgent"
    assert urgent["triage"]["call"][0]["label"] == "Care team (24 h)"


@pytest.mark.parametrize(
    "typed",
    ['/restart{"a": 1}', " /restart", "//restart", "／restart", "\u200b/restart", "\x00/ /restart"],
)
def test_typed_text_is_never_a_command(chat: Served, typed: str) -> None:
    chat.say(chat.session(), typed, "m1")
    assert not chat.bot.received[0].startswith("/")
    assert chat.bot.received[0].startswith("restart")


def test_a_tapped_button_answers_the_question_it_names(chat: Served) -> None:
    token = chat.session()
    asked = chat.say(token, "I have the runs", "m1")
    question = asked.json["messages"][0]["question"]
    assert question == {"id": "stool_blood", "kind": "yes_no", "number": 1, "of": 5}
    next_one = chat.tap(token, asked.button("No"), "m2").json["messages"][0]["question"]
    assert next_one["id"] == "stools_over_usual"
    assert (next_one["kind"], next_one["number"], next_one["of"]) == ("number", 2, 5)
    assert json.loads(chat.bot.received[-1].removeprefix("/answer"))["question"] == "stool_blood"


def test_whether_a_sign_is_there_now_is_a_yes_or_no_question(chat: Served) -> None:
    asked = chat.say(chat.session(), "I was confused", "m1").json["messages"][-1]["question"]
    assert asked == {"id": "happening_now", "kind": "yes_no", "number": 1, "of": 5}


def test_the_lists_of_the_picker_are_tapped_like_questions_and_counted_on_top(
    chat: Served,
) -> None:
    token = chat.session()
    areas = chat.say(token, "I feel off", "m1")
    symptoms = chat.tap(token, areas.button("Belly"), "m2")
    first = chat.tap(token, symptoms.button("Diarrhea"), "m3")
    asked = [got.json["messages"][-1]["question"] for got in (areas, symptoms, first)]
    assert asked == [
        {"id": "body_area", "kind": "choice", "number": 1, "of": 7},
        {"id": "area_symptom", "kind": "choice", "number": 2, "of": 7},
        {"id": "stool_blood", "kind": "yes_no", "number": 3, "of": 7},
    ]
    urgent = chat.tap(token, first.button("Yes"), "m4").json["messages"][-1]["question"]
    assert (urgent["number"], urgent["of"]) == (4, 5)
    undone = chat.ask("POST", "/chat/messages", {"undo": "body_area", "id": "m5"}, token)
    assert undone.json["messages"][-1]["question"]["number"] == 1


def test_once_urgent_at_most_two_more_questions_are_announced(chat: Served) -> None:
    token = chat.session()
    asked = chat.say(token, "I have the runs", "m1")
    got = chat.tap(token, asked.button("Yes"), "m2").json["messages"][0]["question"]
    assert got["kind"] == "temperature"
    assert got["units"] == ["°F", "°C"]
    assert (got["number"], got["of"]) == (2, 3)


def test_only_buttons_just_offered_count(chat: Served) -> None:
    token = chat.session()
    old = chat.say(token, "I have the runs", "m1").button("Yes")
    chat.say(token, "hello", "m2")
    refused = chat.tap(token, old, "m3")
    assert refused.status == 409
    assert refused.json["error"]["code"] == "old_button"
    assert refused.json["error"]["call"]
    assert chat.bot.received == ["I have the runs", "hello"]


def test_a_button_of_another_conversation_does_not_count(chat: Served) -> None:
    theirs = chat.say(chat.session(), "I have the runs", "m1").button("Yes")
    mine = chat.session()
    chat.say(mine, "I have the runs", "m1")
    assert chat.tap(mine, theirs, "m2").status == 409


def test_a_patient_can_go_back_to_a_question_that_was_asked(chat: Served) -> None:
    token = chat.session()
    asked = chat.say(token, "I have the runs", "m1")
    chat.tap(token, asked.button("No"), "m2")
    undo = {"undo": "stool_blood", "id": "m3"}
    back = chat.ask("POST", "/chat/messages", undo, token)
    assert back.texts == ["Again: is there blood in it?"]
    assert back.json["messages"][0]["question"]["number"] == 1


def test_nobody_can_go_back_to_a_question_that_was_not_asked(chat: Served) -> None:
    undo = {"undo": "temp_c", "id": "m1"}
    got = chat.ask("POST", "/chat/messages", undo, chat.session())
    assert got.status == 409
    assert chat.bot.received == []


def test_history_shows_both_sides_with_buttons_by_their_titles(chat: Served) -> None:
    token = chat.session()
    asked = chat.say(token, "I have the runs", "m1")
    chat.tap(token, asked.button("No"), "m2")
    shown = chat.history(token)
    assert [(m["from"], m["text"]) for m in shown] == [
        ("patient", "I have the runs"),
        ("bot", "Is there blood in it?"),
        ("patient", "No"),
        ("bot", "How many more than usual?"),
    ]
    assert "buttons" not in shown[1]
    assert shown[3]["question"]["number"] == 2
    assert [m["text"] for m in chat.history(token, after=shown[1]["id"])] == [
        "No",
        "How many more than usual?",
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"nonsense",
        b'{"text": "a"}',
        b'{"text": 1, "id": "m"}',
        b'{"text": "a", "id": ""}',
        b'{"text": "a", "button": "b", "id": "m"}',
        b'{"text": "a", "id": "m", "sender": "x"}',
        b"[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_refused_with_the_numbers(chat: Served, body: bytes) -> None:
    got = chat.ask("POST", "/chat/messages", body, chat.session())
    assert got.status == 400
    assert got.json["error"]["call"]


@pytest.mark.parametrize("text", ["", "   ", "///", "\u200b", "\x00"])
def test_an_empty_message_is_not_taken_for_anything(chat: Served, text: str) -> None:
    got = chat.say(chat.session(), text, "m1")
    assert (got.status, got.json["error"]["code"]) == (422, "empty")
    assert chat.bot.received == []


@pytest.mark.parametrize(
    "text", ["😀" * 2_000, "see \u202egnp.exe", "\ud800", "<script>1</script>"]
)
def test_odd_text_comes_back_whole(chat: Served, text: str) -> None:
    token = chat.session()
    assert chat.say(token, text, "m1").status == 200
    shown = chat.history(token)[0]["text"]
    assert shown == text.encode("utf-8", "replace").decode("utf-8")


def test_what_was_noted_is_shown_once_and_not_with_every_reply(chat: Served) -> None:
    token = chat.session()
    assert "noted" in chat.say(token, "I can't breathe", "m1").json["messages"][0]
    assert "noted" not in chat.say(token, "hello", "m2").json["messages"][0]


def test_a_channel_that_lets_slashes_through_would_be_noticed(
    chat: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rasa_bridge.channel.requests.typed_text", lambda raw: raw)
    with pytest.raises(AssertionError):
        test_typed_text_is_never_a_command(chat, "/restart")
