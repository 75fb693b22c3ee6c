"""The patient's window as a patient handles it: open, type, tap, read."""

from __future__ import annotations

import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
SCREENS = Path(os.environ.get("IMMUNO_TRIAGE_SCREENS", "results/screens"))
EMERGENCY = "I can't breathe and my chest hurts badly"
MILD = "I have a rash on my arm"
_AXE_RUN = """async (part) => {
  const found = await axe.run(part, {runOnly: [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]});
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ") +
    " " + (n.any[0]?.message ?? "")).join(" | ")}`);
}"""


class Window:
    """One open page with the chat on it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.noise: list[str] = []
        """What the browser's console complained about."""
        page.on("pageerror", lambda error: self.noise.append(str(error)))
        page.on(
            "console",
            lambda line: (
                self.noise.append(line.text) if line.type in {"error", "warning"} else None
            ),
        )

    def visit(self, path: str = "/chat/") -> Window:
        self.page.goto(self.url + path)
        return self

    def visit_hospital(self, attributes: str, html: str = "lang=en") -> Window:
        """Visit a hospital's own page with the script tag on it."""
        script = f'<script src="{self.url}/chat/widget.js" {attributes}></script>'
        return self.visit_elsewhere(self.url, f"<main><h1>t</h1></main>{script}", html)

    def visit_elsewhere(self, site: str, body: str, html: str = "lang=en") -> Window:
        """Visit a page of any site."""
        page = f"<!doctype html><html {html}><title>t</title><body>{body}"
        self.page.route(
            "**/hospital", lambda route: route.fulfill(content_type="text/html", body=page)
        )
        self.page.goto(f"{site}/hospital")
        return self

    def open(self) -> Window:
        self.launcher.click()
        return self

    @property
    def launcher(self) -> Locator:
        return self.page.locator(".launcher")

    @property
    def input(self) -> Locator:
        return self.page.get_by_role("textbox", name="Your message")

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def banner(self) -> Locator:
        return self.page.locator(".banner")

    @property
    def answers(self) -> Locator:
        """Messages of the bot, the window's own greeting left out."""
        return self.page.locator(".msg:not(.me):has(time)")

    @property
    def failure(self) -> Locator:
        return self.page.locator(".fail")

    @property
    def quick(self) -> Locator:
        return self.page.locator(".msg .quick button")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def type(self, text: str) -> None:
        self.input.fill(text)
        self.input.press("Enter")

    def say(self, text: str) -> None:
        """Send a message and wait for what comes back, an answer or a failure."""
        before = self.answers.count() + self.failure.count()
        self.type(text)
        self.heard(before)

    def heard(self, before: int) -> None:
        """Wait until there is more to read than `before`, and nothing is under way."""
        self.page.wait_for_function(
            """(before) => {
              const root = document.querySelector("immuno-chat").shadowRoot;
              return root.querySelectorAll(".msg:not(.me):has(time), .fail").length > before
                && !root.querySelector(".status.dots");
            }""",
            arg=before,
        )

    def tap(self, button: Locator) -> None:
        before = self.answers.count() + self.failure.count()
        button.click()
        self.heard(before)

    def answer(self) -> None:
        """Answer the open question: a number where one is asked for, else the first button."""
        if self.input.get_attribute("inputmode") == "decimal":
            self.say("1")
        else:
            self.tap(self.quick.first)

    def expect_banner(self, *words: str) -> None:
        for word in words:
            expect(self.banner).to_contain_text(re.compile(re.escape(word), re.IGNORECASE))

    def newest_in_sight(self) -> bool:
        """Whether the first line of the newest reply is seen, below the banner."""
        newest = self.page.locator(".me").last.locator("xpath=following-sibling::*[1]/p").first
        text, log, banner = (part.bounding_box() or {} for part in (newest, self.log, self.banner))
        top = max(log["y"], banner["y"] + banner["height"]) if banner else log["y"]
        bottom = min(log["y"] + log["height"], (self.input.bounding_box() or {})["y"])
        return bool(text["y"] >= top - 2 and text["y"] + 20 <= bottom)

    def faults(self, part: str = "html") -> list[str]:
        """Return what axe finds wrong with the page, or a part of it, as it is."""
        if not self.page.evaluate("() => Boolean(window.axe)"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        return list(self.page.evaluate(_AXE_RUN, part))

    def keep(self, name: str) -> None:
        """Keep a picture of what is seen."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENS / f"{name}.png")
