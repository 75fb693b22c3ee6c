"""What the guide must never say, from the `never_say` list of the clinical specification.

Each pattern stands with a sentence that it must catch, so that no pattern is blind.
"""

from __future__ import annotations

import re

import pytest

from tests.answers.answers import answers

NEVER = {
    "a dose": (
        r"\b\d+(?:\.\d+)? ?(?:mg|mcg|g|ml|milligrams?|units?|tablets?|pills?|puffs?|drops?)\b"
        r"|\b(?:one|two|three|four|\d+) times (?:a|per) day\b"
        r"|\bevery \d+ hours\b",
        "Take 40 mg of prednisone every 6 hours.",
    ),
    "stop, skip or start a medicine": (
        r"(?<!not )(?<!never )(?<!or )\b(?:stop|skip|delay|taper|restart|halve|double)\b"
        r" (?:taking|using|your|the) ?(?:\w+ )?(?:medicines?|drugs?|treatment|tablets?|steroids?"
        r"|infusions?|doses?|prednisone)\b",
        "You should stop taking steroids for a while.",
    ),
    "take an anti-diarrhea medicine": (
        r"\b(?:loperamide|imodium|lomotil)\b",
        "You can take Imodium for that.",
    ),
    "take a fever medicine": (
        r"\b(?:paracetamol|acetaminophen|tylenol|ibuprofen|aspirin|naproxen)\b",
        "Take Tylenol for the fever.",
    ),
    "a diagnosis as fact": (
        r"\byou (?:have|probably have|must have) (?:colitis|pneumonitis|hepatitis|myocarditis"
        r"|nephritis|sepsis|crs|icans|an infection|diabetes)\b",
        "You have colitis.",
    ),
    "rule the treatment out": (
        r"\b(?:it is|it's|this is|that is) (?:just|only) (?:a|an|your|stress|age|chemo)\b"
        r"|\bnot (?:related|due) to (?:the |your )?treatment\b",
        "This is just a cold and not related to your treatment.",
    ),
    "reassure": (
        r"\byou(?:'re| are) fine\b|\bnothing to worry\b|\bit will pass\b|\bsafe to wait\b"
        r"|\bdon't worry\b|\bno need to worry\b|\bharmless\b",
        "You are fine, it will pass.",
    ),
    "wait for the next visit": (
        r"\b(?:wait|mention it) (?:for|until|at) (?:your|the) next (?:visit|appointment)\b",
        "You can wait for your next visit.",
    ),
    "a prognosis": (
        r"\d ?%|\bper ?cent\b|\b\d+ (?:in|out of) \d+\b|\byou will (?:live|survive|be cured)\b"
        r"|\b(?:months|years) to live\b",
        "About 40 % of people live ten years.",
    ),
    "compare or recommend a treatment": (
        r"\b(?:is|are) better than\b|\byou should (?:have|choose|get|take)\b|\bI recommend\b"
        r"|\byou (?:do )?qualify\b",
        "Keytruda is better than Opdivo, so you should choose it.",
    ),
    "promise that help comes": (
        r"\b(?:will|has) (?:answer|been sent|call you back)\b|\bis on (?:its|the) way\b",
        "An ambulance is on its way and a nurse will answer.",
    ),
    "drive yourself": (
        r"(?<!not )\bdrive yourself\b",
        "Please drive yourself to the hospital.",
    ),
    "ask who somebody is": (
        r"\byour (?:full name|address|hospital number|date of birth)\b",
        "What is your date of birth?",
    ),
    "a side effect as a good sign": (
        r"\bside effects? (?:prove|mean|show)s? (?:that )?(?:it is|it's|it) work",
        "Side effects prove it is working.",
    ),
    "advise herbs or boosters": (
        r"\b(?:try|take|use) (?:\w+ )?(?:vitamins?|herbs?|supplements?|turmeric|probiotics?)\b",
        "Try some herbs.",
    ),
}
SAID = [(a.intent, text) for a in answers() for text in (a.text, a.simple)]


@pytest.mark.parametrize("what", NEVER)
def test_no_answer_says(what: str) -> None:
    pattern, caught = NEVER[what]
    assert re.search(pattern, caught, re.IGNORECASE)
    said = [(intent, text) for intent, text in SAID if re.search(pattern, text, re.IGNORECASE)]
    assert said == []


@pytest.mark.parametrize(
    ("intent", "whom"),
    [
        ("ask_dose", "Your team sets it"),
        ("ask_prognosis", "Your own doctor"),
        ("ask_result_meaning", "ask your team"),
        ("ask_drug_choice", "Your cancer doctor"),
        ("ask_stop_medicine", "Call your team"),
        ("ask_other_illness", "Your family doctor"),
    ],
)
def test_a_refusal_says_whom_to_ask_instead(intent: str, whom: str) -> None:
    texts = {answer.intent: answer.text for answer in answers()}
    assert whom in texts[intent]
