"""A whole triage, as a patient goes through it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.window import EMERGENCY, MILD, Window


def test_it_says_who_it_is_and_whom_to_call_before_anything_is_sent(window: Window) -> None:
    expect(window.log).to_contain_text("not a doctor or a nurse")
    expect(window.log).to_contain_text("Nobody watches")
    numbers = window.page.get_by_role("group", name="Phone numbers")
    expect(numbers.get_by_role("link", name="Emergency: 112")).to_have_attribute("href", "tel:112")
    expect(numbers.get_by_role("link", name="Care team")).to_have_attribute("href", "tel:+15550100")
    window.keep("greeting")


def test_the_care_teams_number_is_there_when_the_bot_cannot_be_reached(open_window: Open) -> None:
    window = open_window()
    window.page.route("**/chat/session", lambda route: route.abort())
    window.open().say("hello")
    expect(window.page.get_by_role("group", name="Phone numbers")).to_contain_text("+1 555 0100")
    expect(window.failure).to_contain_text("Not delivered")


def test_an_emergency_cannot_be_overlooked_and_tells_why(window: Window) -> None:
    window.say(EMERGENCY)
    window.expect_banner("Call emergency services now", "Why:", "breath")
    call = window.banner.get_by_role("link", name="112")
    expect(call).to_have_attribute("href", "tel:112")
    expect(window.banner.get_by_role("link", name="+1 555 0100")).to_be_visible()
    assert window.page.locator(".log .banner").count() == 0
    window.keep("emergency")


def test_the_emergency_stays_in_sight_whatever_follows(window: Window) -> None:
    window.say(EMERGENCY)
    for text in ("hello", "what is CAR-T?", "no"):
        window.say(text)
        expect(window.banner).to_be_in_viewport(ratio=1)
    window.page.reload()
    window.expect_banner("Call emergency services now", "112")
    expect(window.banner).to_be_in_viewport(ratio=1)
    window.button("Close the chat").click()
    expect(window.launcher).to_contain_text("112")


def test_the_banner_survives_a_reload_without_the_bot(window: Window) -> None:
    window.say(EMERGENCY)
    window.page.route("**/chat/messages*", lambda route: route.abort())
    window.page.reload()
    window.expect_banner("Call emergency services now", "112")
    expect(window.failure).to_contain_text("could not load")


def test_questions_come_one_at_a_time_with_progress_until_there_is_a_level(window: Window) -> None:
    window.say(MILD)
    asked = 0
    while window.answers.last.locator(".progress").count() and asked < 6:
        asked += 1
        progress = window.answers.last.locator(".progress")
        expect(progress).to_have_text(re.compile(rf"Question {asked} of at most \d"))
        window.keep(f"question_{asked}")
        window.answer()
    assert 1 <= asked <= 5
    expect(window.banner).not_to_be_empty()


def test_a_patient_can_go_back_to_the_question_before(window: Window) -> None:
    window.say(MILD)
    first = window.answers.last.locator("p").first.inner_text()
    window.tap(window.button("No"))
    expect(window.answers.last.locator(".progress")).to_contain_text("Question 2")
    window.tap(window.button("Back to the last question"))
    expect(window.answers.last).to_contain_text(first)
    expect(window.answers.last.locator(".progress")).to_contain_text("Question 1")


def test_a_temperature_can_be_given_in_either_unit(window: Window) -> None:
    window.say("I feel hot and shivery")
    for _ in range(5):
        if window.page.locator(".units button").count():
            break
        window.tap(window.quick.first)
    fahrenheit, celsius = window.button("°F"), window.button("°C")
    expect(fahrenheit).to_have_attribute("aria-pressed", "true")
    celsius.click()
    expect(celsius).to_have_attribute("aria-pressed", "true")
    expect(fahrenheit).to_have_attribute("aria-pressed", "false")
    window.keep("temperature")
    window.say("39.5")
    expect(window.page.locator(".me").last).to_contain_text("39.5 °C")
    window.expect_banner("Call your care team now")


def test_what_was_understood_is_shown_and_can_be_corrected(window: Window) -> None:
    window.say(MILD)
    expect(window.answers.first).to_contain_text("I noted: rash")
    window.button("That is not right").click()
    expect(window.input).to_be_focused()
    expect(window.input).to_have_attribute("placeholder", "Tell me what is right")


def test_a_tapped_button_is_gone_so_that_it_cannot_be_tapped_twice(window: Window) -> None:
    window.say(MILD)
    title = window.quick.first.inner_text()
    window.quick.first.click()
    expect(window.page.locator(".me").last).to_contain_text(title)
    assert window.page.locator(".quick button", has_text=title).count() <= 1


def test_start_again_answers_and_keeps_the_advice_in_sight(window: Window) -> None:
    window.say(EMERGENCY)
    window.button("More").click()
    before = window.answers.count()
    window.button("Start again").click()
    window.heard(before)
    expect(window.banner).to_contain_text("112")


@pytest.mark.parametrize("level", ["urgent", "emergency"])
def test_the_newest_text_is_not_hidden_by_the_banner(open_window: Open, level: str) -> None:
    window = open_window(390, 700).open()
    for text in ("hello", "what is CAR-T?"):
        window.say(text)
    window.say({"urgent": "I am pooping blood", "emergency": EMERGENCY}[level])
    assert window.newest_in_sight()
    expect(window.input).to_be_in_viewport(ratio=1)
    window.keep(f"newest_{level}")


def test_a_question_pushed_out_of_sight_by_a_long_reply_stands_above_the_input(
    window: Window,
) -> None:
    window.page.set_viewport_size({"width": 400, "height": 640})
    window.say("I've had the runs since yesterday")
    window.say("6 times, and there was blood")
    asked = window.answers.last.locator("p").first
    below = window.page.get_by_role("button", name="Go to the question")
    expect(below).to_contain_text(asked.inner_text())
    window.keep("question_below")
    below.click()
    expect(asked).to_be_in_viewport(ratio=1)
    expect(below).to_be_hidden()
    expect(window.input).to_be_focused()
