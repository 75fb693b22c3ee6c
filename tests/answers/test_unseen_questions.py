"""The questions that measure the bot are none that it was trained on."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tests.answers.answers import ROOT, answers, examples_of
from triage.perceive.spelling import distance

QUESTIONS = ROOT / "evaluation" / "questions"
SAME = 0.1
"""Letters changed, as a share of the longer sentence, up to which two sentences are one."""
_SHARED = 0.5
"""Sentences that are nearly one share at least this part of their words."""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower().replace("'", "")))


def nearly_equal(measured: Iterable[str], trained: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each pair of a measured and a trained sentence that are nearly one."""
    by_word: dict[str, set[str]] = defaultdict(set)
    for sentence in {_plain(text) for text in trained}:
        for word in set(sentence.split()):
            by_word[word].add(sentence)
    for text in measured:
        sentence = _plain(text)
        words = set(sentence.split())
        shared: dict[str, int] = defaultdict(int)
        for word in words:
            for other in by_word.get(word, ()):
                shared[other] += 1
        for other, count in shared.items():
            longest = max(len(sentence), len(other))
            near = abs(len(sentence) - len(other)) <= SAME * longest
            alike = near and count >= _SHARED * len(words)
            if alike and distance(sentence, other) <= SAME * longest:
                yield text, other


def test_no_training_example_is_nearly_a_question_of_the_evaluation() -> None:
    trained = [example for answer in answers() for example in answer.examples]
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        trained += [example for group in examples_of(path).values() for example in group]
    measured = [
        json.loads(line)["text"]
        for path in sorted(QUESTIONS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]

    assert list(nearly_equal(measured, trained)) == []


def test_a_copy_with_a_slip_is_noticed_and_another_question_is_not() -> None:
    trained = ["can I drink wine on treatment"]

    assert list(nearly_equal(["Can I drnk wine on treatment?"], trained))
    assert not list(nearly_equal(["can I drive a car on treatment"], trained))
