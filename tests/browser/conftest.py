from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.window import Window
from tests.real_bot import Bot, new_bot

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    # The tests' hospital pages have no address; the bot's is local, which chromium minds.
    "--disable-features=LocalNetworkAccessChecks",
]
Open = Callable[..., Window]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        reason = "chromium is not installed (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    running = new_bot(tmp_path_factory.mktemp("bot"))
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture
def open_window(browser: Browser, bot: Bot) -> Iterator[Open]:
    """Return a function that opens the chat in a browser of its own."""
    contexts = []

    def open_one(
        width: int = 1000, height: int = 760, *, path: str = "/chat/", **options: Any
    ) -> Window:
        context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        return Window(page, bot.url).visit(path)

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def window(open_window: Open) -> Window:
    return open_window().open()
