"""Two thousand turns of anything at all through the real pipeline; what must hold after each."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from rasa_bridge.policy import TriagePolicy
from tests.conversations.talk import Bot, Reply, Talk
from tests.conversations.walk import RED_FLAGS, RESTARTS, Walker
from triage.tables import Tables

SEED = 20261123
TURNS = 2000
RANKS = {None: 0, "routine": 1, "same_day": 2, "urgent": 3, "emergency": 4}


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_two_thousand_turns_of_anything(
    bot: Bot, let_time_pass: Callable[[float], None], retrained: Callable[[str], None]
) -> None:
    rng = random.Random(SEED)
    done = 0
    while done < TURNS:
        talk, walker = bot.talk(), Walker(rng)
        length = rng.choice((5, 15, 15, 40))
        level, question = None, None
        for message in walker.messages(length):
            if rng.random() < 0.02:
                let_time_pass(3)
            if question is not None and rng.random() < 0.01:
                retrained(question)
            reply = talk.say(message)
            walker.hear(reply)
            _must_hold(talk, message, reply, level)
            level, question = talk.level, talk.question
        done += length


@pytest.fixture
def retrained(bot: Bot) -> Iterator[Callable[[str], None]]:
    """Call it with a question: the model is now one in which it has another name."""
    (policy,) = (
        node._component
        for node in bot.agent.processor.graph_runner._instantiated_nodes.values()
        if isinstance(node._component, TriagePolicy)
    )
    trained = policy._tables
    assert trained is not None

    def rename(question: str) -> None:
        policy._tables = _without(trained, question)

    yield rename
    policy._tables = trained


def _without(tables: Tables, question: str) -> Tables:
    questions = {name: q for name, q in tables.questions.items() if name != question}
    symptoms = {
        name: replace(symptom, ask=tuple(q for q in symptom.ask if q != question))
        for name, symptom in tables.symptoms.items()
    }
    return replace(tables, questions=questions, symptoms=symptoms)


def _must_hold(talk: Talk, message: str, reply: Reply, level_before: str | None) -> None:
    said = f"{message!r} -> {reply.responses}"
    assert reply.texts, said
    for text in reply.texts:
        assert text.strip(), said
        assert "None" not in text, said
        assert not set("{}") & set(text), said
    if message not in RESTARTS:
        assert RANKS[talk.level] >= RANKS[level_before], said
    if talk.question is not None:
        assert reply.responses[-1].startswith(f"utter_ask_{talk.question}"), said
    if message in RED_FLAGS:
        assert talk.level == "emergency", said
        assert "112" in reply.text, said
