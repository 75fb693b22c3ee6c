"""Sent twice, hung up, slow, broken or restarted: nothing is lost, and nobody meets silence."""

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
    assert got.texts == ["You said: slow"]
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
    assert chat.say(token, "hello", "m1").texts == ["You said: hello"]


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
        assert chat.say(token, "slow", "m1").texts == ["You said: slow"]
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
    assert got.texts[0] == "Call emergency services now."
    assert "could not save" in got.texts[-1]
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
        answered = chat.tap(token, asked.button("Yes"), "m2").json["messages"][0]
        assert answered["triage"]["level"] == "urgent"
