from __future__ import annotations

import asyncio
import http.client
import itertools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from rasa_bridge.channel import Settings
from rasa_bridge.channel.address import client_address
from rasa_bridge.channel.limits import Rate
from tests.channel.fake_bot import FakeBot
from tests.channel.served import Served, served

Serve = Callable[[Settings], AbstractContextManager[Served]]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Serve:
    monkeypatch.setenv("IMMUNO_TRIAGE_SECRET", "s" * 32)

    @contextmanager
    def start(settings: Settings) -> Iterator[Served]:
        with served(FakeBot(), settings) as running:
            yield running

    return start


def test_a_rate_allows_a_burst_and_then_a_steady_flow() -> None:
    now = [0.0]
    rate = Rate(60, lambda: now[0])
    assert [rate.wait("a") for _ in range(20)] == [0.0] * 20
    assert rate.wait("a") == pytest.approx(1.0)
    assert rate.wait("b") == 0.0
    now[0] = 1.0
    assert rate.wait("a") == 0.0
    assert rate.wait("a") > 0.0


@pytest.mark.parametrize("per_minute", [1, 60])
def test_a_rate_forgets_who_came_a_minute_ago_and_nobody_else(per_minute: int) -> None:
    now = [0.0]
    rate = Rate(per_minute, lambda: now[0])
    rate.wait("early")
    now[0] = 30.0
    rate.wait("late")
    now[0] = 61.0
    rate.let_go()
    assert list(rate._buckets) == ["late"]


def test_too_many_messages_are_refused_with_a_time_to_wait(serve: Serve) -> None:
    with serve(Settings(session_messages_per_minute=6)) as chat:
        token = chat.session()
        statuses = [chat.say(token, "hello", f"m{n}").status for n in range(4)]
        assert statuses == [200, 200, 429, 429]
        refused = chat.say(token, "hello", "m9")
        assert int(refused.headers["retry-after"]) >= 1
        assert refused.json["error"]["call"][0]["number"] == "112"


@pytest.mark.parametrize(
    "settings",
    [
        Settings(session_messages_per_minute=0),
        Settings(address_messages_per_minute=0),
        Settings(message_characters=5),
    ],
)
def test_no_limit_refuses_a_red_flag(serve: Serve, settings: Settings) -> None:
    with serve(settings) as chat:
        token = chat.session()
        chat.say(token, "hello there", "m1")
        assert chat.say(token, "hello there", "m2").status in (413, 429)
        got = chat.say(token, "I can't breathe", "m3")
        assert got.status == 200
        assert chat.bot.received[-1] == "I can't breathe"


def test_no_limit_refuses_an_answer_to_the_open_question(serve: Serve) -> None:
    with serve(Settings(session_messages_per_minute=3)) as chat:
        token = chat.session()
        asked = chat.say(token, "I have the runs", "m1").json["messages"][0]
        assert chat.say(token, "hello there", "m2").status == 429
        assert chat.tap(token, asked["buttons"][0]["id"], "m3").status == 200


def test_a_retry_is_not_counted(serve: Serve) -> None:
    with serve(Settings(session_messages_per_minute=3)) as chat:
        token = chat.session()
        assert [chat.say(token, "hello", "m1").status for _ in range(4)] == [200] * 4


def test_a_long_message_is_refused_in_words(serve: Serve) -> None:
    with serve(Settings()) as chat:
        token = chat.session()
        assert chat.say(token, "a" * 2_000, "m1").status == 200
        refused = chat.say(token, "a" * 2_001, "m2")
        assert refused.status == 413
        assert "too long" in refused.json["error"]["text"]


def test_a_red_flag_deep_in_a_very_long_message_is_found_and_the_cut_is_said(
    serve: Serve,
) -> None:
    with serve(Settings()) as chat:
        story = "It was a long and quiet day at home. " * 300
        got = chat.say(chat.session(), f"{story} I can't breathe. {story}", "m1")
        assert got.status == 200
        assert "I can't breathe" in chat.bot.received[0]
        assert len(chat.bot.received[0]) <= 2_000
        assert "very long" in got.json["messages"][-1]["text"]


STORY = "It was a long and quiet day at home. " * 2_000
"""More than any of the limits below lets through."""


@pytest.mark.parametrize("form", ["{flag} {story}", "{story} {flag}", '{flag} "\n\\é" {story}'])
@pytest.mark.parametrize("order", [["text", "id"], ["id", "text"]])
def test_a_red_flag_at_either_end_of_a_request_too_big_to_hold_is_answered(
    serve: Serve, form: str, order: list[str]
) -> None:
    with serve(Settings(body_bytes=20_000)) as chat:
        text = form.format(flag="I can't breathe.", story=STORY)
        fields = {"text": text, "id": "m1"}
        body = {name: fields[name] for name in order}
        got = chat.ask("POST", "/chat/messages", body, chat.session())
        assert got.status == 200
        assert "I can't breathe" in chat.bot.received[0]
        assert "only its start and its end" in got.json["messages"][-1]["text"]


def test_a_red_flag_over_a_megabyte_is_answered_with_the_settings_as_delivered(
    serve: Serve,
) -> None:
    with serve(Settings()) as chat:
        got = chat.say(chat.session(), f"I can't breathe. {STORY * 20}", "m1")
        assert got.status == 200
        assert "I can't breathe" in chat.bot.received[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{STORY} I can't breathe. {STORY}", id="in_the_middle"),
        pytest.param(STORY, id="nowhere"),
        pytest.param("a" * 60_000, id="no_words"),
    ],
)
def test_a_message_too_big_to_be_read_whole_is_answered_with_the_danger_signs(
    serve: Serve, text: str
) -> None:
    with serve(Settings(body_bytes=20_000)) as chat:
        got = chat.say(chat.session(), text, "m1")
        note = got.json["messages"][-1]["text"]
        assert got.status == 200
        assert "trouble breathing" in note
        assert "Call emergency services now." in note
        assert got.json["call"][0]["number"] == "112"


def test_a_message_too_big_to_be_read_whole_passes_the_rate(serve: Serve) -> None:
    with serve(Settings(body_bytes=20_000, session_messages_per_minute=1)) as chat:
        token = chat.session()
        assert chat.say(token, "hello", "m1").status == 200
        assert chat.say(token, "hello again", "m2").status == 429
        assert chat.say(token, f"{STORY} I can't breathe. {STORY}", "m3").status == 200


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"text": "I can't breathe", "id": "m1", "more": STORY}, id="more_than_text"),
        pytest.param(["I can't breathe", STORY], id="no_message"),
    ],
)
def test_what_is_too_big_and_no_message_is_refused_with_the_danger_signs(
    serve: Serve, body: object
) -> None:
    with serve(Settings(body_bytes=20_000)) as chat:
        refused = chat.ask("POST", "/chat/messages", body, chat.session())
        error = refused.json["error"]
        assert (refused.status, error["code"]) == (413, "too_big")
        assert "trouble breathing" in error["text"]
        assert "Call emergency services now." in error["text"]
        assert error["call"][0]["number"] == "112"
        assert chat.bot.received == []


def test_a_request_without_an_end_is_cut_off(serve: Serve) -> None:
    with serve(Settings(body_bytes=2_000)) as chat:
        connection = http.client.HTTPConnection("127.0.0.1", chat.port, timeout=20)
        headers = {"Authorization": f"Bearer {chat.session()}"}
        endless = itertools.repeat(b"a" * 1_000)
        with pytest.raises(OSError):  # noqa: PT011 - the line is closed, by whichever error
            connection.request("POST", "/chat/messages", endless, headers, encode_chunked=True)
        connection.close()
        assert chat.say(chat.session(), "hello", "m1").status == 200


def test_a_text_that_takes_too_long_to_read_is_answered_with_the_danger_signs(
    serve: Serve,
) -> None:
    with serve(Settings(reply_seconds=0.3)) as chat:
        got = chat.say(chat.session(), STORY * 10, "m1")
        assert got.status == 200
        assert "trouble breathing" in got.json["messages"][-1]["text"]


def test_reading_a_long_text_takes_its_time_from_the_answers_own(serve: Serve) -> None:
    with serve(Settings(reply_seconds=0.9)) as chat:
        chat.bot.before_answering = lambda _: asyncio.sleep(0.7)
        assert chat.say(chat.session(), "hello", "m1").status == 200
        late = chat.say(chat.session(), STORY * 10, "m2")
        assert (late.status, late.json["error"]["code"]) == (504, "late")


def test_sessions_are_limited_by_address_as_the_proxy_tells_it(serve: Serve) -> None:
    with serve(Settings(address_sessions_per_minute=3, proxies=1)) as chat:

        def start(forwarded: str) -> int:
            headers = {"X-Forwarded-For": forwarded}
            return chat.ask("POST", "/chat/session", headers=headers).status

        assert [start("9.9.9.9, 192.0.2.1"), start("8.8.8.8, 192.0.2.1")] == [201, 429]
        assert start("9.9.9.9, 192.0.2.2") == 201


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "client"),
    [
        ("192.0.2.9", "", 0, "192.0.2.9"),
        ("192.0.2.9", "1.1.1.1", 0, "192.0.2.9"),
        ("10.0.0.1", "1.1.1.1, 192.0.2.9", 1, "192.0.2.9"),
        ("10.0.0.1", "1.1.1.1, 192.0.2.9, 10.0.0.2", 2, "192.0.2.9"),
        ("10.0.0.1", "192.0.2.9", 2, "10.0.0.1"),
        ("10.0.0.1", "no address", 1, "10.0.0.1"),
        ("10.0.0.1", "2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"),
        ("10.0.0.1", "[2001:db8::1]", 1, "2001:db8::/64"),
    ],
)
def test_a_client_is_who_our_own_proxies_say(
    peer: str, forwarded: str, proxies: int, client: str
) -> None:
    assert client_address(peer, forwarded, proxies) == client
