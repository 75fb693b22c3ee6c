"""A topic file is whole: every question has its examples, rule, answer, sources, follow-ups."""

from __future__ import annotations

import re
from datetime import date

import pytest
import yaml

from tests.answers.answers import ROOT, Answer, answers, files, read

ANSWERS = answers()
INTENTS = {answer.intent for answer in ANSWERS}
TRIAGE = "/start_triage"
SOURCES = set(yaml.safe_load((ROOT / "clinical" / "sources.yml").read_text(encoding="utf-8")))
PLACEHOLDERS = {"{emergency_number}", "{care_team_phone}", "{crisis_line}", "{clinic_name}"}

each_answer = pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.intent)


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_a_topic_file_has_only_keys_that_rasa_reads(path) -> None:
    assert set(read(path)) == {"version", "nlu", "rules", "responses"}


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_every_rule_and_response_of_a_file_belongs_to_one_of_its_questions(path) -> None:
    topic = read(path)
    asked = [item["intent"] for item in topic["nlu"]]
    assert [rule["steps"][0]["intent"] for rule in topic["rules"]] == asked
    assert list(topic["responses"]) == [f"utter_answer_{i.removeprefix('ask_')}" for i in asked]


def test_about_a_hundred_questions_or_more_are_answered_each_in_one_place() -> None:
    assert len(ANSWERS) >= 100
    assert len(INTENTS) == len(ANSWERS)


@each_answer
def test_a_question_leads_by_its_rule_to_its_answer(answer: Answer) -> None:
    assert answer.intent.startswith("ask_")
    assert answer.actions == (f"utter_answer_{answer.intent.removeprefix('ask_')}",)
    assert len(answer.variations) == 1
    assert "channel" not in answer.said
    assert "condition" not in answer.said


@each_answer
def test_a_question_has_at_least_twenty_examples(answer: Answer) -> None:
    assert len(answer.examples) >= 20


@each_answer
def test_an_answer_names_sources_that_exist_and_the_day_it_was_checked(answer: Answer) -> None:
    metadata = answer.said["metadata"]
    assert metadata["sources"]
    assert set(metadata["sources"]) <= SOURCES
    # Quoted in the file: a YAML date cannot be sent as JSON.
    assert date.fromisoformat(metadata["checked"]) >= date(2026, 11, 23)


@each_answer
def test_follow_ups_lead_to_other_questions_that_exist(answer: Answer) -> None:
    follow_ups = [payload for payload in answer.payloads if payload != TRIAGE]
    assert 1 <= len(follow_ups) <= 3
    assert len(set(answer.payloads)) == len(answer.payloads)
    for payload in follow_ups:
        assert payload.removeprefix("/") in INTENTS - {answer.intent}


@each_answer
def test_the_titles_of_the_buttons_are_short_and_different(answer: Answer) -> None:
    titles = [button["title"] for button in answer.said["buttons"]]
    assert len(set(titles)) == len(titles)
    assert all(0 < len(title) <= 45 for title in titles)


@each_answer
def test_an_answer_on_a_danger_sign_ends_with_what_to_do_now_and_offers_triage(
    answer: Answer,
) -> None:
    dangerous = "{emergency_number}" in answer.text
    assert (TRIAGE in answer.payloads) is dangerous
    if dangerous:
        last = re.split(r"(?<=[.!?])\s+", answer.text)[-1]
        assert "{" in last
        assert re.search(r"\bnow\b.*\{emergency_number\}|\bget \w+ now\b", answer.text)
        offered = {button["payload"]: button["title"] for button in answer.said["buttons"]}
        assert offered[TRIAGE] == "Are you having this now?"


@each_answer
def test_only_the_clinics_own_numbers_are_filled_in(answer: Answer) -> None:
    assert set(re.findall(r"\{.*?\}", answer.text)) <= PLACEHOLDERS
    # Rasa fills the text of a response, not its metadata.
    assert "{" not in answer.simple
