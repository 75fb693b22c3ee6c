"""Nothing a patient sends is lost quietly, and nothing is recorded twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Open
from tests.browser.window import EMERGENCY, MILD, Window
from tests.real_bot import Bot


def asks_for_messages(window: Window) -> list[dict[str, Any]]:
    """Return what the server has of the conversation, asked as the window asks."""
    return window.page.evaluate(
        """async () => {
          const kept = JSON.parse(Object.values(sessionStorage)[0]);
          const got = await fetch("messages", {headers: {Authorization: `Bearer ${kept.token}`}});
          return (await got.json()).messages;
        }"""
    )


def cut(route: Route) -> None:
    route.abort()


def cut_after_delivery(route: Route) -> None:
    route.fetch()
    route.abort()


def nothing(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"messages": [], "call": []}')


def empty_text(route: Route) -> None:
    body = json.dumps({"messages": [{"id": "1", "from": "bot", "text": ""}], "call": []})
    route.fulfill(status=200, content_type="application/json", body=body)


def proxy_page(route: Route) -> None:
    route.fulfill(status=502, content_type="text/html", body="<h1>Bad Gateway</h1>")


@pytest.mark.parametrize("fault", [cut, cut_after_delivery, nothing, empty_text, proxy_page])
def test_a_failure_is_loud_gives_the_numbers_and_a_retry_records_the_message_once(
    window: Window, fault: Callable[[Route], None]
) -> None:
    window.say("hello")
    window.page.route("**/chat/messages", fault)
    window.say(MILD)
    alert = window.page.locator(".fail[role=alert]")
    expect(alert).to_contain_text("Not delivered. If you feel unwell, call:")
    expect(alert.get_by_role("link", name="112")).to_be_visible()
    expect(alert.get_by_role("link", name="+1 555 0100")).to_be_visible()
    window.keep(f"failure_{fault.__name__}")
    window.page.unroute("**/chat/messages")
    before = window.answers.count()
    window.button("Try again").click()
    window.heard(before)
    expect(window.failure).to_have_count(0)
    sent = [m["text"] for m in asks_for_messages(window) if m["from"] == "patient"]
    assert sent == ["hello", MILD]
    assert window.page.locator(".me").count() == 2


def test_no_answer_within_the_time_is_said(open_window: Open) -> None:
    window = open_window()
    window.page.add_init_script(
        "AbortSignal.timeout = () => { const c = new AbortController();"
        "setTimeout(() => c.abort(), 300); return c.signal; }"
    )
    window.page.reload()
    window.page.route("**/chat/messages", lambda route: None)
    window.open().say("hello")
    expect(window.failure).to_contain_text("Not delivered")


def test_the_window_waits_twenty_seconds(window: Window) -> None:
    source = window.page.request.get(f"{window.url}/chat/widget.js").text()
    assert "const TIMEOUT = 20000;" in source


def test_offline_is_said_and_back_online_the_message_goes_out_by_itself(window: Window) -> None:
    window.say("hello")
    window.page.context.set_offline(True)
    expect(window.page.get_by_role("status")).to_contain_text("You are offline")
    window.say(EMERGENCY)
    expect(window.failure).to_contain_text("call")
    window.keep("offline")
    before = window.answers.count()
    window.page.context.set_offline(False)
    window.heard(before)
    window.expect_banner("Call emergency services now")
    expect(window.failure).to_have_count(0)


def test_a_reload_in_the_middle_of_a_triage_loses_nothing(window: Window) -> None:
    window.say(MILD)
    shown = window.log.inner_text()
    window.page.reload()
    expect(window.answers.last.locator(".progress")).to_contain_text("Question 1")
    assert window.log.inner_text().split() == shown.split()
    window.answer()
    expect(window.failure).to_have_count(0)


def test_a_message_that_was_under_way_at_a_reload_is_answered_after_it(window: Window) -> None:
    window.say("hello")
    window.page.route("**/chat/messages", lambda route: None)
    window.type(MILD)
    window.page.unroute("**/chat/messages")
    window.page.reload()
    expect(window.log).to_contain_text("I noted: rash")
    sent = [m["text"] for m in asks_for_messages(window) if m["from"] == "patient"]
    assert sent == ["hello", MILD]


def test_a_restarted_bot_goes_on_with_the_triage(open_window: Open, bot: Bot) -> None:
    window = open_window().open()
    window.say(MILD)
    bot.stop()
    window.answer()
    expect(window.failure).to_contain_text("Not delivered")
    bot.start()
    before = window.answers.count()
    window.button("Try again").click()
    window.heard(before)
    expect(window.failure).to_have_count(0)


def test_closing_the_tab_ends_the_conversation(open_window: Open) -> None:
    window = open_window().open()
    window.say("I have a rash")
    second = Window(window.page.context.new_page(), window.url).visit().open()
    expect(second.log).not_to_contain_text("rash")


def test_two_tabs_are_two_conversations(open_window: Open) -> None:
    first = open_window().open()
    second = Window(first.page.context.new_page(), first.url).visit().open()
    first.say(EMERGENCY)
    second.say("hello")
    expect(first.banner).not_to_be_empty()
    expect(second.banner).to_be_empty()


def test_a_button_used_up_in_a_copied_tab_is_explained_and_the_window_catches_up(
    open_window: Open,
) -> None:
    first = open_window().open()
    first.say(MILD)
    memory = first.page.evaluate("JSON.stringify(sessionStorage)")
    copy = Window(first.page.context.new_page(), first.url)
    copy.page.add_init_script(f"Object.assign(sessionStorage, {memory})")
    copy.visit()
    expect(copy.quick.first).to_be_visible()
    first.tap(first.quick.first)
    answered = first.answers.last.locator("p").first.inner_text()
    copy.quick.first.click()
    expect(copy.failure).to_contain_text("out of date")
    expect(copy.log).to_contain_text(answered)


def test_an_ended_session_is_renewed_and_the_message_is_not_lost(window: Window) -> None:
    window.page.evaluate(
        """() => { const chat = document.querySelector("immuno-chat");
        chat.keep({token: "ended.ended"}); }"""
    )
    window.say(EMERGENCY)
    expect(window.log).to_contain_text("Your last chat has ended")
    window.expect_banner("Call emergency services now")


def test_deleting_the_conversation_erases_it_here_and_there(window: Window) -> None:
    window.say(EMERGENCY)
    token = window.page.evaluate("JSON.parse(Object.values(sessionStorage)[0]).token")
    window.button("More").click()
    window.button("Delete my conversation").click()
    window.button("Yes, delete").click()
    expect(window.log).to_contain_text("Your conversation is deleted.")
    expect(window.log).not_to_contain_text("breathe")
    expect(window.banner).to_be_empty()
    window.page.reload()
    expect(window.log).not_to_contain_text("breathe")
    answer = window.page.request.get(
        f"{window.url}/chat/messages", headers={"Authorization": f"Bearer {token}"}
    )
    assert answer.status == 401


def test_a_deletion_that_fails_is_not_said_to_have_worked(window: Window) -> None:
    window.say("I have a rash")
    window.page.route("**/chat/session", cut)
    window.button("More").click()
    window.button("Delete my conversation").click()
    window.button("Yes, delete").click()
    expect(window.failure).to_contain_text("could not delete")
    expect(window.log).to_contain_text("rash")


def test_the_conversation_can_be_saved_as_text(window: Window) -> None:
    window.say(EMERGENCY)
    window.button("More").click()
    with window.page.expect_download() as saved:
        window.button("Save as text").click()
    text = saved.value.path().read_text(encoding="utf-8")
    assert f"You said: {EMERGENCY}" in text
    assert "Call emergency services now" in text
    assert "112" in text
