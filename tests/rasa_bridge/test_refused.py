"""What the guide must not answer is recognized by the words; what it can answer is left alone."""

from __future__ import annotations

import pytest

from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.answer_finder.refused import Pattern, Refused
from tests.answers.answers import answers
from triage.tables import load

REFUSED = Refused.read(Lexicon.of(load()))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("how many panadol may dad swallow in one go", "ask_dose"),
        ("is 30 mg prednisolone too much for a small woman", "ask_dose"),
        ("could I halve my dexamethasone from Friday", "ask_dose"),
        ("is it ok if I crush the tablet", "ask_dose"),
        ("50 mg makes me dizzy, every other day instead?", "ask_dose"),
        ("I forgot my dexamethasone, both at once tonight?", "ask_missed_dose"),
        ("how do I taper my prednisone", "ask_steroid_taper"),
        ("will I see my nephew grow up", "ask_prognosis"),
        ("am I kidding myself with that holiday", "ask_prognosis"),
        ("clean scan, stop or carry on?", "ask_stop_medicine"),
        ("how long has my uncle got", "ask_prognosis"),
        ("will she pull through", "ask_prognosis"),
        ("what is the survival rate for stage 4 melanoma", "ask_prognosis"),
        ("my bilirubin is 44, is that bad", "ask_result_meaning"),
        ("the CT says ground glass changes, what is that", "ask_result_meaning"),
        ("can you go through my biopsy report", "ask_result_meaning"),
        ("should I choose Opdivo or chemo", "ask_drug_choice"),
        ("which immunotherapy is the best for lung cancer", "ask_drug_choice"),
        ("would you have the operation or go on Keytruda", "ask_drug_choice"),
        ("I am thinking of packing in the nivolumab", "ask_stop_medicine"),
        ("do I still have to take the hydrocortisone", "ask_stop_medicine"),
    ],
)
def test_a_request_gets_the_refusal_that_says_whom_to_ask(text: str, answer: str) -> None:
    assert REFUSED.hear(text).answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "how much does pembrolizumab cost",
        "how much beer can I drink on Opdivo",
        "how many months does treatment last",
        "can Keytruda raise my liver enzymes",
        "what is a PD-L1 test for",
        "can a scan look worse although the drug works",
        "what is the difference between chemo and immunotherapy",
        "can two checkpoint drugs be given together",
        "why are steroids lowered slowly",
        "what happens if treatment is stopped early",
        "I took two of my steroid tablets by mistake",
        "how long must I stay near the hospital after CAR-T",
        "can I be around my grandchildren",
        "can you die of cytokine release syndrome",
    ],
)
def test_a_question_that_has_an_answer_is_no_such_request(text: str) -> None:
    assert REFUSED.hear(text).answer == ""


@pytest.mark.parametrize(
    "text",
    [
        "how much flour goes into a loaf",
        "how long does the train take to Leeds",
        "which phone is better, the small or the big one",
        "what does the letter from my landlord mean",
        "should I cancel my gym membership",
    ],
)
def test_everyday_requests_are_none_and_are_not_about_care(text: str) -> None:
    heard = REFUSED.hear(text)

    assert heard.answer == ""
    assert not heard.of_care


def test_every_answer_of_the_table_exists() -> None:
    assert REFUSED.answers <= {answer.intent for answer in answers()}


def test_a_pattern_keeps_its_order_and_its_gaps() -> None:
    pattern = Pattern.parse("how <much> .. pill")

    assert pattern.names == ("'how", "much", "'pill")
    assert pattern.stands_in({"'how": [(0, 1)], "much": [(1, 2)], "'pill": [(4, 5)]})
    assert not pattern.stands_in({"'how": [(0, 1)], "much": [(2, 3)], "'pill": [(4, 5)]})
    assert not pattern.stands_in({"'how": [(0, 1)], "much": [(1, 2)], "'pill": [(6, 7)]})
