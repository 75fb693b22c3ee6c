from __future__ import annotations

import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from rasa.core.tracker_store import SQLTrackerStore

from rasa_bridge.channel import Settings
from tests.channel.fake_bot import DOMAIN, FakeBot
from tests.channel.served import Served, served


def texts(answer: object) -> list[str]:
    return [message["text"] for message in answer.json["messages"]]  # type: ignore[attr-defined]


def button(answer: object, title: str) -> str:
    for message in answer.json["messages"]:  # type: ignore[attr-defined]
        for offered in message.get("buttons", ()):
            if offered["title"] == title:
                return str(offered["id"])
    raise AssertionError(f"no button {title}")


def test_a_message_is_answered_and_the_numbers_come_with_it(chat: Served) -> None:
    got = chat.say(chat.session(), "hello", "m1")
    assert got.status == 200
    assert texts(got) == ["You said: hello"]
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
    urgent = chat.tap(token, button(asked, "Yes"), "m2").json["messages"][0]
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
    next_one = chat.tap(token, button(asked, "No"), "m2").json["messages"][0]["question"]
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
    symptoms = chat.tap(token, button(areas, "Belly"), "m2")
    first = chat.tap(token, button(symptoms, "Diarrhea"), "m3")
    asked = [got.json["messages"][-1]["question"] for got in (areas, symptoms, first)]
    assert asked == [
        {"id": "body_area", "kind": "choice", "number": 1, "of": 7},
        {"id": "area_symptom", "kind": "choice", "number": 2, "of": 7},
        {"id": "stool_blood", "kind": "yes_no", "number": 3, "of": 7},
    ]
    urgent = chat.tap(token, button(first, "Yes"), "m4").json["messages"][-1]["question"]
    assert (urgent["number"], urgent["of"]) == (4, 5)
    undone = chat.ask("POST", "/chat/messages", {"undo": "body_area", "id": "m5"}, token)
    assert undone.json["messages"][-1]["question"]["number"] == 1


def test_once_urgent_at_most_two_more_questions_are_announced(chat: Served) -> None:
    token = chat.session()
    asked = chat.say(token, "I have the runs", "m1")
    got = chat.tap(token, button(asked, "Yes"), "m2").json["messages"][0]["question"]
    assert got["kind"] == "temperature"
    assert got["units"] == ["°F", "°C"]
    assert (got["number"], got["of"]) == (2, 3)


def test_only_buttons_just_offered_count(chat: Served) -> None:
    token = chat.session()
    old = button(chat.say(token, "I have the runs", "m1"), "Yes")
    chat.say(token, "hello", "m2")
    refused = chat.tap(token, old, "m3")
    assert refused.status == 409
    assert refused.json["error"]["code"] == "old_button"
    assert refused.json["error"]["call"]
    assert chat.bot.received == ["I have the runs", "hello"]


def test_a_button_of_another_conversation_does_not_count(chat: Served) -> None:
    theirs = button(chat.say(chat.session(), "I have the runs", "m1"), "Yes")
    mine = chat.session()
    chat.say(mine, "I have the runs", "m1")
    assert chat.tap(mine, theirs, "m2").status == 409


def test_a_patient_can_go_back_to_a_question_that_was_asked(chat: Served) -> None:
    token = chat.session()
    asked = chat.say(token, "I have the runs", "m1")
    chat.tap(token, button(asked, "No"), "m2")
    undo = {"undo": "stool_blood", "id": "m3"}
    back = chat.ask("POST", "/chat/messages", undo, token)
    assert texts(back) == ["Again: is there blood in it?"]
    assert back.json["messages"][0]["question"]["number"] == 1


def test_nobody_can_go_back_to_a_question_that_was_not_asked(chat: Served) -> None:
    undo = {"undo": "temp_c", "id": "m1"}
    got = chat.ask("POST", "/chat/messages", undo, chat.session())
    assert got.status == 409
    assert chat.bot.received == []


def test_the_same_message_twice_is_processed_once(chat: Served) -> None:
    token = chat.session()
    first = chat.say(token, "hello", "m1")
    again = chat.say(token, "hello", "m1")
    assert again.json == first.json
    assert chat.bot.received == ["hello"]


def test_a_retry_joins_a_message_that_is_still_being_answered(chat: Served) -> None:
    chat.bot.sleep(0.6, ("slow",))
    token = chat.session()
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: chat.say(token, "slow", "m1"), range(2)))
    assert both[0].json == both[1].json
    assert chat.bot.received == ["slow"]


def test_a_client_that_hangs_up_does_not_stop_its_message(chat: Served) -> None:
    chat.bot.sleep(0.5, ("slow",))
    token = chat.session()
    body = json.dumps({"text": "slow", "id": "m1"}).encode()
    with socket.create_connection(("127.0.0.1", chat.port)) as raw:
        raw.sendall(
            b"POST /chat/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"Authorization: Bearer " + token.encode() + b"\r\n"
            b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body
        )
        time.sleep(0.2)
    got = chat.say(token, "slow", "m1")
    assert texts(got) == ["You said: slow"]
    assert chat.bot.received == ["slow"]


def test_two_messages_at_once_are_answered_in_order_without_polling(chat: Served) -> None:
    chat.bot.sleep(0.3, ("first",))
    token = chat.session()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(chat.say, token, "first", "m1")
        time.sleep(0.1)
        started = time.monotonic()
        second = pool.submit(chat.say, token, "second", "m2")
        assert second.result().status == 200
        assert time.monotonic() - started < 0.8  # Rasa's own lock would look again after 1 s
        assert first.result().status == 200
    assert [m["text"] for m in chat.history(token)] == [
        "first",
        "You said: first",
        "second",
        "You said: second",
    ]


def test_an_exception_behind_the_chat_becomes_a_reply_with_the_numbers(chat: Served) -> None:
    def broken(text: str) -> None:
        raise RuntimeError("secret words")

    chat.bot.before_answering = broken
    token = chat.session()
    got = chat.say(token, "hello", "m1")
    assert got.status == 500
    assert got.json["error"]["call"][0]["number"] == "112"
    assert "secret" not in got.body.decode()
    chat.bot.before_answering = None
    assert texts(chat.say(token, "hello", "m1")) == ["You said: hello"]


def test_what_a_patient_wrote_is_not_in_the_log_when_something_breaks(
    chat: Served, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(text: str) -> None:
        raise RuntimeError(text)

    chat.bot.before_answering = broken
    chat.say(chat.session(), "my private words", "m1")
    assert "not answered" in caplog.text
    assert "private" not in caplog.text


def test_a_bot_with_nothing_to_say_is_not_silent(chat: Served) -> None:
    got = chat.say(chat.session(), "say nothing", "m1")
    assert got.status == 502
    assert got.json["error"]["code"] == "no_reply"
    assert got.json["error"]["call"]


def test_a_slow_bot_is_reported_in_time_and_a_retry_gets_the_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("IMMUNO_TRIAGE_SECRET", "s" * 32)
    bot = FakeBot()
    bot.sleep(1.0, ("slow",))
    with served(bot, Settings(reply_seconds=0.3)) as chat:
        token = chat.session()
        late = chat.say(token, "slow", "m1")
        assert (late.status, late.json["error"]["code"]) == (504, "late")
        time.sleep(0.8)
        assert texts(chat.say(token, "slow", "m1")) == ["You said: slow"]
        assert bot.received == ["slow"]


def test_a_red_flag_in_a_message_that_fails_is_answered_as_one(chat: Served) -> None:
    def broken(text: str) -> None:
        raise RuntimeError

    chat.bot.before_answering = broken
    got = chat.say(chat.session(), "I am coughing up blood and can't breathe", "m1")
    assert got.json["error"]["text"].startswith("What you wrote can be an emergency.")


def test_a_store_that_fails_is_said_and_the_answer_is_given_all_the_same(
    chat: Served, caplog: pytest.LogCaptureFixture
) -> None:
    async def down(*_: object) -> None:
        raise OSError("I can't breathe")

    chat.bot.tracker_store._tracker_store.save = down
    got = chat.say(chat.session(), "I can't breathe", "m1")
    assert got.status == 200
    assert texts(got)[0] == "Call emergency services now."
    assert "could not save" in texts(got)[-1]
    assert got.json["messages"][0]["triage"]["level"] == "emergency"
    assert "breathe" not in caplog.text


def test_a_restarted_bot_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMMUNO_TRIAGE_SECRET", "s" * 32)

    def start() -> FakeBot:
        return FakeBot(SQLTrackerStore(DOMAIN, db=str(tmp_path / "conversations.db")))

    with served(start()) as chat:
        token = chat.session()
        asked = chat.say(token, "I have the runs", "m1")
        before = chat.history(token)
    restarted = start()
    with served(restarted) as chat:
        assert chat.history(token) == before
        assert chat.say(token, "I have the runs", "m1").json == asked.json
        assert restarted.received == []
        answered = chat.tap(token, button(asked, "Yes"), "m2").json["messages"][0]
        assert answered["triage"]["level"] == "urgent"


def test_history_shows_both_sides_with_buttons_by_their_titles(chat: Served) -> None:
    token = chat.session()
    asked = chat.say(token, "I have the runs", "m1")
    chat.tap(token, button(asked, "No"), "m2")
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
