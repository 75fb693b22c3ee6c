"""The tests of this folder notice when the window is broken in the ways that hurt most."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.test_accessibility import emergency as in_an_emergency
from tests.browser.test_accessibility import (
    test_a_whole_triage_by_keyboard_alone as by_keyboard,
)
from tests.browser.test_accessibility import (
    test_axe_finds_nothing as axe_finds_nothing,
)
from tests.browser.test_accessibility import (
    test_only_what_is_new_is_announced as only_news_is_announced,
)
from tests.browser.test_delivery import cut
from tests.browser.test_delivery import (
    test_a_failure_is_loud_gives_the_numbers_and_a_retry_records_the_message_once as loud_failure,
)
from tests.browser.test_hostile import test_hostile_text_is_shown_as_text as hostile_text
from tests.browser.test_triage import (
    test_an_emergency_cannot_be_overlooked_and_tells_why as emergency_shown,
)
from tests.browser.test_triage import (
    test_the_banner_survives_a_reload_without_the_bot as banner_survives,
)
from tests.browser.test_triage import (
    test_the_newest_text_is_not_hidden_by_the_banner as newest_text_shown,
)
from tests.real_bot import ROOT

WIDGET = ROOT / "web" / "widget.js"

MUTANTS: dict[str, tuple[str, str, Callable[[Open], None]]] = {
    "banner not shown": (
        "if (message.triage) this.setTriage(message.triage);",
        "",
        lambda start: emergency_shown(start().open()),
    ),
    "banner without its reason": (
        'because.length ? el("span"',
        'false ? el("span"',
        lambda start: emergency_shown(start().open()),
    ),
    "banner lost on reload": (
        "if (this.kept.triage) this.setTriage(this.kept.triage);",
        "",
        lambda start: banner_survives(start().open()),
    ),
    "silent failure": (
        "item.failed = this.fail(",
        "item.failed = ((...ignored) => null)(",
        lambda start: loud_failure(start().open(), cut),
    ),
    "retry under a new id": (
        "final ? null : () => this.deliver(item)",
        "final ? null : () => this.post({ text: item.shown }, item.shown)",
        lambda start: loud_failure(start().open(), cut),
    ),
    "low contrast": (
        "--alarm:#a3001b",
        "--alarm:#f58a97",
        lambda start: axe_finds_nothing(start, in_an_emergency, "light"),
    ),
    "newest text hidden": (
        "this.log.scrollTop = Math.min(",
        "this.log.scrollTop = 0 * Math.min(",
        lambda start: newest_text_shown(start, "emergency"),
    ),
    "text as markup": (
        'el("p", { dir: "auto" }, message.text), time);',
        'el("p", { dir: "auto" }, message.text), time);'
        "node.querySelector('p').innerHTML = message.text;",
        lambda start: hostile_text(start().open(), "<b>bold</b>"),
    ),
    "a launcher no key reaches": (
        'class: "launcher"',
        'tabindex: "-1", class: "launcher"',
        by_keyboard,
    ),
    "old messages read out again": (
        'this.log.setAttribute("aria-live", "off");',
        "",
        lambda start: only_news_is_announced(start().open()),
    ),
}


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """A broken window never shows what is waited for: no need to wait long for it."""
    expect.set_options(timeout=2_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_window_is_noticed(open_window: Open, name: str) -> None:
    before, after, check = MUTANTS[name]
    source = WIDGET.read_text(encoding="utf-8")
    assert source.count(before) >= 1, "the window changed: adapt the mutant"

    def broken(*size: int, **options: object) -> object:
        window = open_window(*size, **options)
        window.page.set_default_timeout(4_000)
        window.page.route(
            "**/widget.js",
            lambda route: route.fulfill(
                content_type="text/javascript", body=source.replace(before, after)
            ),
        )
        window.page.reload()
        if not window.page.evaluate("() => customElements.get('immuno-chat') !== undefined"):
            raise SyntaxError("the mutant is no program: that would prove nothing")
        return window

    with pytest.raises((AssertionError, PlaywrightError)):
        check(broken)


def test_the_window_is_small() -> None:
    assert len(gzip.compress(WIDGET.read_bytes(), 9)) <= 14_000
