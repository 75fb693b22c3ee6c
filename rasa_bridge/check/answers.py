"""Checks of the answers: enough examples, told apart from each other, with a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rasa_bridge.check.content import Content, Example
from rasa_bridge.intents import response_to
from triage.tables import Problem, Tables, did_you_mean
from triage.turn.intents import ANSWER

FEWEST_EXAMPLES = 20
_WORD = re.compile(r"[^\W_]+")
_FILLERS = frozenset(["a", "an", "the", "please", "to", "of", "so", "and"])


def answer_problems(content: Content, tables: Tables) -> Iterator[Problem]:
    """Yield answers that were not learned well enough, cannot be told apart, or cite nothing."""
    counts: dict[str, int] = {}
    for example in content.examples:
        counts[example.intent] = counts.get(example.intent, 0) + 1
    for intent, place in content.intents.items():
        if counts.get(intent, 0) < FEWEST_EXAMPLES:
            found = counts.get(intent, 0)
            yield place.problem(f"`{intent}` has {found} examples; {FEWEST_EXAMPLES} are needed.")
    yield from _near_duplicates(content.examples)
    yield from _source_problems(content, tables)


def _near_duplicates(examples: list[Example]) -> Iterator[Problem]:
    seen: dict[frozenset[str], Example] = {}
    for example in examples:
        words = frozenset(_WORD.findall(example.text.lower().replace("'", ""))) - _FILLERS
        first = seen.setdefault(words, example)
        if words and first.intent != example.intent:
            where = f"{first.place.problem('').file}, line {first.place.problem('').line}"
            yield example.place.problem(
                f'"{example.text}" of `{example.intent}` is nearly "{first.text}" of '
                f"`{first.intent}` ({where}). Keep it in one of them."
            )


def _source_problems(content: Content, tables: Tables) -> Iterator[Problem]:
    for intent in content.intents:
        if not intent.startswith(ANSWER):
            continue
        response = response_to(intent)
        for variation in content.variations:
            if variation.response != response:
                continue
            sources = (variation.fields.get("metadata") or {}).get("sources") or []
            if not sources:
                yield variation.place.problem(f"`{response}` has no source in its metadata.")
            for source in sources:
                if source not in tables.sources:
                    near = did_you_mean(str(source), tables.sources)
                    yield variation.place.problem(
                        f"`{source}` is not a source.{near} Sources are listed in "
                        "clinical/sources.yml."
                    )
