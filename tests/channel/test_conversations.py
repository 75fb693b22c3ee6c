"""What is held in memory of conversations, and for how long."""

from __future__ import annotations

import asyncio

from rasa_bridge.channel.conversations import Conversations


def test_what_nobody_used_for_half_an_hour_is_let_go() -> None:
    now = [0.0]
    held = Conversations(10, lambda: now[0])
    left, came_back = held.get("left"), held.get("came back")
    now[0] = 1_000.0
    assert held.get("came back") is came_back
    now[0] = 1_801.0
    held.let_go()
    assert held.get("came back") is came_back
    assert held.get("left") is not left


def test_what_is_being_answered_is_never_let_go() -> None:
    now = [0.0]
    held = Conversations(10, lambda: now[0])

    async def story() -> None:
        conversation = held.get("slow")
        assert conversation is not None
        answered = asyncio.Event()
        task = conversation.once("m1", answered.wait)
        now[0] = 5_000.0
        held.let_go()
        assert held.get("slow") is conversation
        answered.set()
        await task

    asyncio.run(story())


def test_of_too_many_the_longest_unused_is_let_go() -> None:
    held = Conversations(2)
    first, second = held.get("first"), held.get("second")
    held.get("first")
    held.get("third")
    assert held.get("first") is first
    assert held.get("second") is not second


def test_a_deleted_one_stays_void_when_the_others_are_let_go() -> None:
    now = [0.0]
    held = Conversations(10, lambda: now[0])
    deleted = held.get("deleted")
    assert deleted is not None
    held.end(deleted)
    now[0] = 5_000.0
    held.let_go()
    assert held.get("deleted") is None
