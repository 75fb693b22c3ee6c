"""What a patient deletes is gone from real servers, looked at past the bot."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import psycopg2
import pytest
import redis
from rasa.core.lock_store import RedisLockStore

from rasa_bridge.channel.tokens import SECRET_VARIABLE, Tokens
from tests.channel.fake_bot import FakeBot
from tests.channel.served import Served, served
from tests.channel.stores import DATABASE, USER, StoreServer, postgres_store, redis_store

WORDS = "my most private words"
OTHERS = "words of somebody else"
SECRET = "s" * 32


@dataclass(frozen=True)
class Kept:
    """A chat on a real store, and everything the store's server holds."""

    chat: Served
    server: StoreServer
    holds: Callable[[], str]


def all_of_postgres(port: int) -> str:
    """Return every row of every table, read over a connection of its own."""
    with (
        closing(
            psycopg2.connect(host="127.0.0.1", port=port, user=USER, dbname=DATABASE)
        ) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        rows = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            rows += [row for (row,) in cursor.fetchall()]
    return "\n".join(rows)


def all_of_redis(port: int) -> str:
    """Return every key and value of every database."""
    found = []
    for database in (0, 1):
        with closing(redis.Redis(port=port, db=database, decode_responses=True)) as client:
            found += [f"{key} {client.get(key)}" for key in client.scan_iter()]
    return "\n".join(found)


@pytest.fixture(params=["postgres", "redis"])
def kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    if request.param == "postgres":
        server = request.getfixturevalue("postgres")
        bot = FakeBot(postgres_store(server))
        look = all_of_postgres
    else:
        server = request.getfixturevalue("redis_of_tests")
        bot = FakeBot(redis_store(server))
        bot.lock_store = RedisLockStore("127.0.0.1", server.port, db=1)
        look = all_of_redis
    with served(bot) as chat:
        yield Kept(chat, server, lambda: look(server.port))


def test_after_a_deletion_the_server_holds_nothing_of_it(kept: Kept) -> None:
    chat = kept.chat
    mine, theirs = chat.session(), chat.session()
    chat.say(mine, WORDS, "m1")
    chat.say(theirs, OTHERS, "m1")
    conversation = Tokens(SECRET.encode(), 60).conversation(mine, time.time())
    before = kept.holds()
    assert WORDS in before
    assert conversation in before

    deleted = chat.ask("DELETE", "/chat/session", token=mine)

    assert deleted.status == 204
    after = kept.holds()
    assert WORDS not in after
    assert conversation not in after
    assert OTHERS in after
    assert [m["text"] for m in chat.history(theirs)] == [OTHERS, f"You said: {OTHERS}"]
    assert chat.say(mine, WORDS, "m1").status == 401


def test_a_deletion_that_failed_is_said_to_have_failed_and_can_be_repeated(
    kept: Kept,
) -> None:
    chat = kept.chat
    token = chat.session()
    chat.say(token, WORDS, "m1")
    kept.server.stop()
    try:
        refused = chat.ask("DELETE", "/chat/session", token=token)
    finally:
        kept.server.start()

    assert (refused.status, refused.json["error"]["code"]) == (500, "not_erased")
    assert refused.json["error"]["call"]
    assert chat.ask("DELETE", "/chat/session", token=token).status == 204
    assert WORDS not in kept.holds()
