"""Who has no words for it taps a body area, then a symptom, and is asked like anybody else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Open
from tests.browser.test_accessibility import SIZES
from tests.browser.window import Window

UNCLEAR = "my limbs are made of porridge"
LIST = "Pick a symptom"


def progress(window: Window) -> Locator:
    return window.answers.last.locator(".progress")


def test_unclear_words_lead_to_areas_symptoms_and_a_whole_triage(window: Window) -> None:
    window.say(UNCLEAR)
    expect(window.answers.last).to_contain_text("where is the problem?")
    expect(progress(window)).to_have_text("Question 1 of at most 7")

    window.tap(window.button("Belly or bowels"))
    expect(window.answers.last).to_contain_text("which of these fits best?")
    expect(progress(window)).to_have_text("Question 2 of at most 7")

    window.tap(window.button("Diarrhea"))
    expect(progress(window)).to_have_text("Question 3 of at most 7")
    for _ in range(6):
        if not progress(window).count():
            break
        window.answer()

    window.expect_banner("Call your care team", "+1 555 0100")


def test_one_tap_in_the_greeting_opens_the_areas(window: Window) -> None:
    window.tap(window.button(LIST))
    expect(window.button("Chest, heart or breathing")).to_be_visible()
    expect(window.answers.last).to_contain_text("call 112 now")


def test_a_symptom_tapped_by_mistake_can_be_taken_back(window: Window) -> None:
    window.tap(window.button(LIST))
    window.tap(window.button("Belly or bowels"))
    window.tap(window.button("Diarrhea"))
    window.tap(window.button("Back to the last question"))
    expect(progress(window)).to_contain_text("Question 2")
    window.tap(window.button("Back to the last question"))
    expect(progress(window)).to_contain_text("Question 1")
    window.tap(window.button("Chest, heart or breathing"))
    window.tap(window.button("Hard to breathe"))
    expect(window.log).to_contain_text("I noted: shortness of breath.")


def test_the_list_is_there_again_after_a_reload(window: Window) -> None:
    window.tap(window.button(LIST))
    window.tap(window.button("Belly or bowels"))
    window.page.reload()
    window.tap(window.button("Diarrhea"))
    expect(progress(window)).to_contain_text("Question 3")


@pytest.mark.parametrize("size", [*SIZES, "narrow phone"])
def test_the_lists_are_readable_at_any_size(open_window: Open, size: str) -> None:
    window = open_window(*{**SIZES, "narrow phone": (375, 667)}[size]).open()
    for title in (LIST, "Skin, mouth or throat"):
        window.tap(window.button(title))
        assert window.newest_in_sight()
        assert window.faults() == []
        panel = window.page.locator(".panel").evaluate("(p) => [p.scrollWidth, p.clientWidth]")
        assert panel[0] <= panel[1]
        window.keep(f"picker_{title.split(',')[0]}_{size}".replace(" ", "_").replace("%", ""))
        expect(window.input).to_be_in_viewport(ratio=0.9)
        window.quick.last.scroll_into_view_if_needed()
        expect(window.quick.last).to_be_in_viewport(ratio=0.9)
