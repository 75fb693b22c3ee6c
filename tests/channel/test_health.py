from __future__ import annotations

from rasa_bridge.channel.health import RED_FLAG
from tests.channel.fake_bot import SCRIPT, says
from tests.channel.served import Served


def test_a_bot_that_triages_a_red_flag_is_ready_and_keeps_nothing_of_it(chat: Served) -> None:
    got = chat.ask("GET", "/chat/health")
    assert (got.status, got.json) == (200, {"status": "ready"})
    assert chat.bot.received == [RED_FLAG]
    assert chat.bot.tracker_store._tracker_store.store == {}


def test_asking_often_does_not_keep_the_bot_busy(chat: Served) -> None:
    assert [chat.ask("GET", "/chat/health").status for _ in range(5)] == [200] * 5
    assert len(chat.bot.received) == 1


def test_a_bot_that_shrugs_at_a_red_flag_is_not_ready(chat: Served) -> None:
    original = SCRIPT[RED_FLAG]
    SCRIPT[RED_FLAG] = [says("That sounds nice.")]
    try:
        got = chat.ask("GET", "/chat/health")
    finally:
        SCRIPT[RED_FLAG] = original
    assert (got.status, got.json["error"]["code"]) == (503, "not_ready")


def test_a_bot_that_fails_is_not_ready_and_is_asked_again(chat: Served) -> None:
    def broken(text: str) -> None:
        raise RuntimeError

    chat.bot.before_answering = broken
    assert chat.ask("GET", "/chat/health").status == 503
    chat.bot.before_answering = None
    assert chat.ask("GET", "/chat/health").status == 200
