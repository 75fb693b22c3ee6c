"""Sets made from other sets: sentences without their negation, words with their misspellings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evaluation.observed import Bot, Observed
from evaluation.rows import Row, expected_symptoms
from evaluation.scores import Score
from evaluation.share import share
from triage.levels import Level
from triage.model import Status

CUES = re.compile(
    r"\b(?:no|not|never|none|without|denies|denied|nor|neither|absence of|free of|"
    r"(?:do|did|does|have|has|had|is|was|are|were|ca|could)n['’]?t|"
    r"went away|gone(?: away)?|disappeared|resolved|stopped|alleviated|subsided|cleared(?: up)?|"
    r"no longer|used to|ago|previously|history of|last (?:year|month)|before|initially|initial|"
    r"in the past|years?|as a child)\b",
    re.IGNORECASE,
)
"""Words that deny or end a symptom; a sentence without them must give a present finding."""

REGISTERS = ("patient", "clinical-lay")


def score_negation(rows: Iterable[Row], bot: Bot) -> Score:
    """Score denied and past symptoms.

    Counted are the rows of patients and of lay notes whose sentence without its cue gives a
    present finding; right is a row none of whose symptoms is then present in the sentence itself.
    """
    score = Score("negation")
    rights = []
    for row in rows:
        if row.notes.get("register") not in REGISTERS:
            continue
        without = bot.observe(CUES.sub(" ", row.text))
        if not any(finding.status is Status.PRESENT for finding in without.findings):
            continue
        seen = bot.observe(row.text)
        affirmed = row.notes["label"] == "Affirmed" and row.notes["temporality"] == "Recent"
        right = bool(seen.reported) is affirmed
        rights.append(right)
        if not right:
            score.misses.append((row, seen, "wrong status"))
    score.figures["right status"] = share(rights)
    return score


def score_misspelled(severe: Iterable[Row], spellings: Iterable[Row], bot: Bot) -> Score:
    """Score every symptom word of the severe rows with each of its misspellings."""
    right = expected_symptoms()
    wrong_of: dict[str, list[str]] = {}
    for row in spellings:
        wrong_of.setdefault(row.notes["label"].lower(), []).append(row.text)
    score = Score("misspelled")
    caught = []
    for row in severe:
        seen = bot.observe(row.text)
        words = {w for f in seen.findings for w in re.findall(r"[a-z]+", f.words.lower())}
        for word in sorted(words & wrong_of.keys()):
            for wrong in wrong_of[word]:
                text = re.sub(rf"\b{word}\b", wrong, row.text, flags=re.IGNORECASE)
                misspelled = bot.observe(text)
                hit = _caught(misspelled, right.get(row.id, frozenset()))
                caught.append(hit)
                if not hit:
                    changed = Row(f"{row.id} {word} -> {wrong}", text, row.notes)
                    score.misses.append((changed, misspelled, "missed"))
    score.figures["caught, symptom word misspelled"] = share(caught)
    return score


def _caught(seen: Observed, right: frozenset[str]) -> bool:
    return (seen.shown or 0) >= Level.URGENT or seen.asks_about(right)
