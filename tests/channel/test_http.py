from __future__ import annotations

from collections.abc import Iterator

import pytest

from rasa_bridge.channel import Settings
from tests.channel.fake_bot import FakeBot
from tests.channel.served import Served, served

HOSPITAL = "https://www.hospital.example"


@pytest.fixture
def hospital(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setenv("IMMUNO_TRIAGE_SECRET", "s" * 32)
    with served(FakeBot(), Settings(allowed_origins=(HOSPITAL,)), cors=(HOSPITAL,)) as running:
        yield running


@pytest.mark.parametrize("path", ["/", "/chat"])
def test_the_bare_address_leads_to_the_chat(chat: Served, path: str) -> None:
    got = chat.ask("GET", path)
    assert (got.status, got.headers["location"]) == (302, "chat/")
    assert b"Rasa" not in got.body


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/chat/nothing", 404),
        ("PUT", "/chat/messages", 405),
        ("GET", "/webhooks/rest/webhook", 404),
        ("GET", "/conversations/x/tracker", 404),
        ("GET", "/model/train", 404),
    ],
)
def test_error_pages_are_ours_and_give_the_numbers(
    chat: Served, method: str, path: str, status: int
) -> None:
    got = chat.ask(method, path)
    assert got.status == status
    assert got.json["error"]["call"][1]["number"] == "+1 555 0100"
    assert "sanic" not in got.body.decode().lower()


@pytest.mark.parametrize(
    "path", ["/chat/", "/chat/widget.js", "/chat/nothing", "/", "/chat/health"]
)
def test_every_response_is_locked_down(chat: Served, path: str) -> None:
    headers = chat.ask("GET", path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers


def test_only_the_embed_page_may_be_framed_and_only_by_allowed_sites(hospital: Served) -> None:
    policy = hospital.ask("GET", "/chat/embed").headers["content-security-policy"]
    assert policy.endswith(f"frame-ancestors 'self' {HOSPITAL}")


def test_what_patients_say_is_never_kept_by_a_cache(chat: Served) -> None:
    assert chat.say(chat.session(), "hello", "m1").headers["cache-control"] == "no-store"


def test_the_widget_is_not_fetched_again_while_it_is_the_same(chat: Served) -> None:
    first = chat.ask("GET", "/chat/widget.js")
    again = chat.ask("GET", "/chat/widget.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_the_window_knows_the_limits_that_are_set(chat: Served) -> None:
    as_delivered = chat.ask("GET", "/chat/widget.js").body.decode()
    assert "const LONGEST = 2000;" in as_delivered
    assert "const TIMEOUT = 20000;" in as_delivered
    with served(FakeBot(), Settings(message_characters=500, reply_seconds=30)) as other:
        script = other.ask("GET", "/chat/widget.js").body.decode()
    assert "const LONGEST = 500;" in script
    assert "const TIMEOUT = 35000;" in script


def test_the_host_page_shows_the_clinics_numbers_before_any_reply(chat: Served) -> None:
    page = chat.ask("GET", "/chat/").body.decode()
    assert "+1 555 0100" in page
    assert "112" in page


@pytest.mark.parametrize("method", ["OPTIONS", "POST"])
def test_an_allowed_site_may_use_the_chat(hospital: Served, method: str) -> None:
    headers = {
        "Origin": HOSPITAL,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    got = hospital.ask(method, "/chat/session", headers=headers)
    assert got.status in (200, 201)
    assert got.headers["access-control-allow-origin"] == HOSPITAL


def test_an_allowed_site_can_read_a_refusal(hospital: Served) -> None:
    got = hospital.ask("POST", "/chat/messages", {}, headers={"Origin": HOSPITAL})
    assert got.status == 401
    assert got.headers["access-control-allow-origin"] == HOSPITAL


@pytest.mark.parametrize("method", ["OPTIONS", "POST"])
@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"{HOSPITAL}.evil.example"])
def test_any_other_site_may_not(hospital: Served, method: str, origin: str) -> None:
    got = hospital.ask(method, "/chat/session", headers={"Origin": origin})
    assert "access-control-allow-origin" not in got.headers


def test_without_a_list_no_other_site_may_use_the_chat(chat: Served) -> None:
    got = chat.ask("POST", "/chat/session", headers={"Origin": HOSPITAL})
    assert "access-control-allow-origin" not in got.headers


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer x", "Bearer x.y", "Basic abc", "Bearer " + "é" * 9]
)
def test_without_a_session_nothing_is_said(chat: Served, authorization: str) -> None:
    headers = {"Authorization": authorization.encode().decode("latin-1")} if authorization else {}
    got = chat.ask("POST", "/chat/messages", {"text": "a", "id": "b"}, headers=headers)
    assert got.status == 401
    assert got.json["error"]["call"]
    assert chat.bot.received == []


def test_a_session_is_a_long_random_token_in_the_body_alone(chat: Served) -> None:
    first, second = (chat.ask("POST", "/chat/session") for _ in range(2))
    assert first.status == 201
    assert set(first.json) == {"session"}
    assert first.json["session"] != second.json["session"]
    assert len(first.json["session"].split(".")[0]) * 6 >= 128
