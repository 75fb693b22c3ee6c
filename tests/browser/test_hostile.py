"""What patients, pages and servers may throw at the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.window import EMERGENCY, Window

HOSTILE_STYLE = """
* { display: none !important; color: #fff !important; font-size: 2px !important; }
html, body, immuno-chat { display: block !important; visibility: hidden; opacity: 0;
  pointer-events: none !important; position: static !important; transform: scale(0.1) !important; }
html { font-size: 3px; }
html, body { visibility: visible; opacity: 1; transform: none !important; }
button, textarea, a { background: #fff !important; }
"""


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)><script>alert(2)</script>",
        "</p></div><b>bold</b> {{7*7}} ${alert(3)}",
        "\u202eolleh\u202c and \u2067back\u2069",
        "😀" * 2_000,
        "a" * 1_900,
    ],
    ids=["html", "templates", "overrides", "emoji", "one long word"],
)
def test_hostile_text_is_shown_as_text(window: Window, text: str) -> None:
    dialogs: list[str] = []
    window.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    window.say(text)
    assert window.page.locator(".me p").last.text_content() == text
    assert window.page.locator(".me p").last.locator("*").count() == 0
    log = window.log.evaluate("(log) => [log.scrollWidth, log.clientWidth]")
    assert log[0] <= log[1]
    assert dialogs == []
    window.page.reload()
    expect(window.page.locator(".me p").last).to_be_visible()
    assert window.page.locator(".me p").last.text_content() == text
    assert window.noise == []


@pytest.mark.parametrize("text", ["/restart", ' /greet{"name": "x"}'])
def test_a_typed_command_is_only_words(window: Window, text: str) -> None:
    window.say(text)
    expect(window.banner).to_be_empty()
    assert "/" not in (window.answers.last.text_content() or "")


def test_a_very_long_message_is_not_cut_silently(window: Window) -> None:
    window.input.fill("word " * 500)
    expect(window.page.get_by_role("status")).to_contain_text("of 2000 characters")
    window.say("word " * 500)
    expect(window.failure).to_contain_text("too long")
    assert len(window.input.input_value()) > 2_000


def test_a_very_long_message_with_a_red_flag_is_answered(window: Window) -> None:
    window.say("It was a quiet day at home. " * 100 + EMERGENCY)
    window.expect_banner("Call emergency services now")
    expect(window.log).to_contain_text("very long")


def test_a_hostile_page_style_does_not_reach_the_window(open_window: Open) -> None:
    window = open_window()
    window.page.evaluate(
        """(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet]; }""",
        HOSTILE_STYLE,
    )
    window.open().say(EMERGENCY)
    expect(window.banner).to_be_in_viewport(ratio=1)
    expect(window.input).to_be_in_viewport(ratio=1)
    assert (window.input.bounding_box() or {})["height"] >= 44
    assert window.faults("immuno-chat") == []
    window.keep("hostile_style")


def test_wrong_numbers_in_the_page_are_corrected_and_logged(open_window: Open) -> None:
    window = open_window()
    window.visit_hospital('data-emergency="000" data-care-team="999"').open()
    numbers = window.page.get_by_role("group", name="Phone numbers")
    expect(numbers).to_contain_text("999")
    window.say("hello")
    expect(numbers).not_to_contain_text("999")
    expect(numbers).to_contain_text("+1 555 0100")
    expect(window.log).to_contain_text("out of date")
    assert any("differ from the server's" in line for line in window.noise)


def test_the_page_asks_nobody_but_its_own_server(open_window: Open) -> None:
    window = open_window()
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    window.page.reload()
    window.open().say(EMERGENCY)
    assert asked
    assert all(url.startswith((window.url, "data:")) for url in asked)
    assert window.page.context.cookies() == []


def test_the_embed_page_is_the_chat_and_nothing_else(open_window: Open) -> None:
    window = open_window(390, 700, path="/chat/embed")
    window.say(EMERGENCY)
    window.expect_banner("Call emergency services now")
    assert window.faults() == []
    window.keep("embed")


def test_print_shows_the_whole_conversation_and_the_advice(window: Window) -> None:
    for text in ("hello", "what is CAR-T?", EMERGENCY):
        window.say(text)
    window.page.evaluate("window.print = () => {}")
    window.button("More").click()
    window.button("Print").click()
    window.page.emulate_media(media="print")
    expect(window.banner).to_be_visible()
    expect(window.input).to_be_hidden()
    expect(window.page.locator("main")).to_be_hidden()
    log = window.log.evaluate("(log) => [log.scrollHeight, log.clientHeight]")
    assert log[0] <= log[1] + 1
    window.keep("print")
    window.page.evaluate("dispatchEvent(new Event('afterprint'))")
    window.page.emulate_media(media="screen")
    expect(window.page.locator("main")).to_be_visible()
