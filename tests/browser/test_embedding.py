"""The chat on a hospital's own site, which is another origin for the browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.window import EMERGENCY
from tests.real_bot import Bot


def script(bot: Bot) -> str:
    return f'<main><h1>t</h1></main><script src="{bot.url}/chat/widget.js"></script>'


def test_one_script_line_puts_the_chat_on_an_allowed_site(open_window: Open, bot: Bot) -> None:
    window = open_window().visit_elsewhere(bot.hospital, script(bot)).open()
    window.say(EMERGENCY)
    window.expect_banner("Call emergency services now", "112")
    window.page.reload()
    window.expect_banner("Call emergency services now", "112")
    expect(window.answers.first).to_be_visible()
    assert window.page.context.cookies() == []


def test_a_site_that_is_not_allowed_fails_loudly(open_window: Open, bot: Bot) -> None:
    window = open_window().visit_elsewhere("http://other.example", script(bot)).open()
    window.say(EMERGENCY)
    expect(window.failure).to_contain_text("Not delivered")


def test_the_iframe_works_on_an_allowed_site_and_nowhere_else(open_window: Open, bot: Bot) -> None:
    frame = f'<main><h1>t</h1></main><iframe title="chat" src="{bot.url}/chat/embed"></iframe>'
    window = open_window().visit_elsewhere(bot.hospital, frame)
    inside = window.page.frame_locator("iframe")
    inside.get_by_role("textbox", name="Your message").fill(EMERGENCY)
    inside.get_by_role("button", name="Send").click()
    expect(inside.locator(".banner")).to_contain_text("Call emergency services now")
    elsewhere = open_window().visit_elsewhere("http://other.example", frame)
    expect(elsewhere.page.frame_locator("iframe").get_by_role("textbox")).to_have_count(0)
