"""WCAG 2.2 AA: what axe can see in every state, and what it cannot, by keyboard and by role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.window import EMERGENCY, MILD, Window


def closed(window: Window) -> None:
    del window


def greeting(window: Window) -> None:
    window.open()


def question(window: Window) -> None:
    window.open().say(MILD)


def emergency(window: Window) -> None:
    window.open().say(EMERGENCY)


def urgent(window: Window) -> None:
    window.open().say("I am pooping blood")


def failed(window: Window) -> None:
    window.page.route("**/chat/messages", lambda route: route.abort())
    window.open().say("hello")


def typing(window: Window) -> None:
    window.page.route("**/chat/messages", lambda route: None)
    window.open().type("hello")


def menu(window: Window) -> None:
    window.open().button("More").click()


def deletion(window: Window) -> None:
    menu(window)
    window.button("Delete my conversation").click()


def restored(window: Window) -> None:
    emergency(window)
    window.page.reload()
    expect(window.answers.first).to_be_visible()


STATES = [closed, greeting, question, urgent, emergency, failed, typing, menu, deletion, restored]
SIZES = {"desktop": (1000, 760), "phone": (390, 780), "zoomed to 400 %": (320, 256)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_window: Open, state: Callable[[Window], None], scheme: str) -> None:
    window = open_window(color_scheme=scheme)
    state(window)
    assert window.faults() == []
    window.keep(f"{state.__name__}_{scheme}")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", [greeting, question, emergency, failed])
def test_nothing_is_cut_off_at_any_size(
    open_window: Open, state: Callable[[Window], None], size: str
) -> None:
    window = open_window(*SIZES[size])
    state(window)
    assert window.faults() == []
    width = window.page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
    panel = window.page.locator(".panel").evaluate("(p) => [p.scrollWidth, p.clientWidth]")
    assert panel[0] <= panel[1]
    expect(window.input).to_be_in_viewport(ratio=0.9)
    window.keep(f"{state.__name__}_{size.replace(' ', '_').replace('%', 'percent')}")
    if state is emergency:
        expect(window.banner).to_be_in_viewport(ratio=0.95)
        assert window.newest_in_sight()


def test_a_whole_triage_by_keyboard_alone(open_window: Open) -> None:
    window = open_window()
    page = window.page
    reach(page, "Immunotherapy help")
    page.keyboard.press("Enter")
    expect(window.input).to_be_focused()
    page.keyboard.type(MILD)
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("since Monday")
    before = window.answers.count()
    page.keyboard.press("Enter")
    window.heard(before)
    expect(window.page.locator(".me").last).to_contain_text("since Monday")
    expect(window.input).to_be_focused()
    for _ in range(5):
        if not window.answers.last.locator(".progress").count():
            break
        before = window.answers.count()
        if window.input.get_attribute("inputmode") == "text":
            reach(page, window.quick.first.inner_text())
            page.keyboard.press("Space")
            expect(window.log).to_be_focused()
        else:
            reach(page, "Your message")
            page.keyboard.type("1")
            page.keyboard.press("Enter")
        window.heard(before)
    expect(window.banner).not_to_be_empty()
    reach(page, "Care team (24 h): +1 555 0100", back=True)
    page.keyboard.press("Escape")
    expect(window.launcher).to_be_focused()


def reach(page: Page, name: str, *, back: bool = False) -> None:
    """Press Tab until what has the focus bears this name, seen by its outline."""
    for _ in range(40):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        label, outline = page.evaluate(
            """() => { let at = document.activeElement;
            while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
            return [at?.getAttribute("aria-label") ?? at?.innerText ?? "",
              getComputedStyle(at).outlineStyle]; }"""
        )
        if label == name:
            assert outline != "none"
            return
    raise AssertionError(f"no key reaches {name}")


def test_only_what_is_new_is_announced(window: Window) -> None:
    expect(window.log).not_to_have_attribute("aria-live", "off")
    window.say("hello")
    window.page.reload()
    expect(window.answers.first).to_be_visible()
    expect(window.log).to_have_attribute("aria-live", "off")
    expect(window.log).not_to_have_attribute("aria-live", "off")


def test_the_banner_is_an_alert_that_was_there_before_its_words(window: Window) -> None:
    expect(window.banner).to_have_attribute("role", "alert")
    expect(window.banner).to_be_empty()
    window.page.evaluate(
        """() => { window.written = 0;
        const banner = document.querySelector("immuno-chat").shadowRoot.querySelector(".banner");
        new MutationObserver(() => window.written++).observe(banner, {childList: true}); }"""
    )
    window.say(EMERGENCY)
    window.say("hello")
    assert window.page.evaluate("window.written") == 1


def test_it_says_that_it_is_writing(window: Window) -> None:
    window.page.route("**/chat/messages", lambda route: None)
    window.type("hello")
    expect(window.page.get_by_role("status")).to_have_text("Writing an answer …")


def test_every_target_is_large_enough_for_a_shaking_hand(window: Window) -> None:
    window.say(MILD)
    window.button("More").click()
    small = window.page.evaluate(
        """() => [...document.querySelector("immuno-chat").shadowRoot
          .querySelectorAll("button, a, textarea")].filter((node) => node.checkVisibility())
          .map((node) => [node.innerText, node.getBoundingClientRect()])
          .filter(([, box]) => box.width < 44 || box.height < 44).map(([name]) => name)"""
    )
    assert small == []


def test_who_said_what_can_be_heard(window: Window) -> None:
    window.say("hello")
    expect(window.page.locator(".me .sr").last).to_have_text("You said:")
    expect(window.answers.last.locator(".sr")).to_have_text("The guide said:")


def test_nothing_moves_for_who_wants_no_motion(open_window: Open) -> None:
    window = open_window(reduced_motion="reduce").open()
    window.page.route("**/chat/messages", lambda route: None)
    window.type("hello")
    name = window.page.locator(".status").evaluate(
        "(node) => getComputedStyle(node, '::after').animationName"
    )
    assert name == "none"


def test_forced_colors_keep_the_borders(open_window: Open) -> None:
    window = open_window(forced_colors="active").open()
    window.say(EMERGENCY)
    border = window.banner.evaluate("(node) => getComputedStyle(node).borderTopStyle")
    assert border == "solid"
    window.keep("forced_colors")


def test_right_to_left_pages_get_a_right_to_left_window(open_window: Open) -> None:
    window = open_window().visit_hospital("", html="lang=en dir=rtl").open()
    window.say(EMERGENCY)
    assert (window.page.locator(".panel").bounding_box() or {})["x"] < 10
    mine, log = window.page.locator(".me").last.bounding_box(), window.log.bounding_box()
    assert mine is not None
    assert log is not None
    assert mine["x"] < log["x"] + 40
    assert window.faults() == []
    window.keep("rtl")


@pytest.mark.parametrize("color", ["#ffe600", "#003366", "#808080"])
def test_any_color_of_the_clinic_stays_readable(open_window: Open, color: str) -> None:
    window = open_window().visit_hospital(f'data-color="{color}" data-position="left"').open()
    window.say("hello")
    assert window.faults() == []
    assert (window.page.locator(".panel").bounding_box() or {})["x"] < 10
