"""Deletion, proven for each kind of tracker store.

PostgreSQL and Redis are real servers; those behind MongoDB and DynamoDB are imitated.
"""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import (
    AwaitableTrackerStore,
    DynamoTrackerStore,
    FailSafeTrackerStore,
    InMemoryTrackerStore,
    MongoTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_bridge.channel import Settings, desk, retention
from rasa_bridge.channel.erase import NotErasedError, can_erase, erase
from rasa_bridge.channel.retention import erase_untouched
from rasa_bridge.channel.tokens import Tokens
from tests.channel.fake_bot import DOMAIN, FakeBot
from tests.channel.served import CLINIC, Served
from tests.channel.stores import postgres_store, redis_store

WORDS = "my most private words"


class MongoCollection:
    """The calls to a collection that the store and the eraser make."""

    def __init__(self) -> None:
        self.documents: dict[str, dict[str, Any]] = {}

    def create_index(self, key: str) -> None: ...

    def find_one(self, query: dict[str, str]) -> dict[str, Any] | None:
        return self.documents.get(query["sender_id"])

    def find(self) -> list[dict[str, Any]]:
        return list(self.documents.values())

    def update_one(self, query: dict[str, str], change: dict[str, Any], upsert: bool) -> None:
        document = self.documents.setdefault(query["sender_id"], {"events": []})
        document.update(change["$set"])
        document["events"] += change["$push"]["events"]["$each"]

    def delete_many(self, query: dict[str, str]) -> None:
        self.documents.pop(query["sender_id"], None)


class DynamoTable:
    """The calls to a table that the store and the eraser make."""

    def __init__(self) -> None:
        self.items: dict[str, dict[str, Any]] = {}

    def put_item(self, Item: dict[str, Any]) -> None:  # noqa: N803
        self.items[Item["sender_id"]] = Item

    def query(self, KeyConditionExpression: Any, **_: Any) -> dict[str, Any]:  # noqa: N803
        wanted = KeyConditionExpression.get_expression()["values"][1]
        return {"Items": [item for key, item in self.items.items() if key == wanted]}

    def scan(self, **_: Any) -> dict[str, Any]:
        return {"Items": list(self.items.values())}

    def delete_item(self, Key: dict[str, str]) -> None:  # noqa: N803
        self.items.pop(Key["sender_id"], None)


@pytest.fixture(params=["memory", "sqlite", "postgres", "redis", "mongo", "dynamo"])
def store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> TrackerStore:
    kind = request.param
    if kind == "memory":
        return InMemoryTrackerStore(DOMAIN)
    if kind == "sqlite":
        return SQLTrackerStore(DOMAIN, db=str(tmp_path / "conversations.db"))
    if kind == "postgres":
        return postgres_store(request.getfixturevalue("postgres"))
    if kind == "redis":
        return redis_store(request.getfixturevalue("redis_of_tests"))
    if kind == "mongo":
        collection = MongoCollection()
        monkeypatch.setattr(MongoTrackerStore, "conversations", collection)
        return MongoTrackerStore(DOMAIN)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setattr(DynamoTrackerStore, "get_or_create_table", lambda *_: DynamoTable())
    return DynamoTrackerStore(DOMAIN)


async def write(store: TrackerStore, conversation: str, at: float | None = None) -> None:
    tracker = await store.get_or_create_tracker(conversation, append_action_listen=False)
    tracker.update(UserUttered(WORDS, timestamp=at or time.time()), DOMAIN)
    await store.save(tracker)


async def found(store: TrackerStore, conversation: str) -> DialogueStateTracker | None:
    return await store.retrieve_full_tracker(conversation)


@pytest.mark.parametrize("wrap", [lambda s: s, FailSafeTrackerStore, AwaitableTrackerStore])
def test_a_conversation_is_erased_and_no_other(store: TrackerStore, wrap: Any) -> None:
    async def story() -> None:
        await write(store, "chat-1")
        await write(store, "chat-2")
        assert await found(store, "chat-1") is not None
        await erase(wrap(store), "chat-1")
        assert await found(store, "chat-1") is None
        assert await found(store, "chat-2") is not None

    asyncio.run(story())


def test_the_words_are_no_longer_in_the_sqlite_file(tmp_path: Path) -> None:
    file = tmp_path / "conversations.db"

    async def story() -> None:
        store = SQLTrackerStore(DOMAIN, db=str(file))
        await write(store, "chat-1")
        assert WORDS.encode() in file.read_bytes()
        await erase(store, "chat-1")

    asyncio.run(story())
    assert WORDS.encode() not in file.read_bytes()


def test_what_was_saved_while_the_store_was_down_is_erased_too() -> None:
    async def story() -> None:
        store = FailSafeTrackerStore(InMemoryTrackerStore(DOMAIN))
        await write(store.fallback_tracker_store, "chat-1")
        await erase(store, "chat-1")
        assert await found(store.fallback_tracker_store, "chat-1") is None

    asyncio.run(story())


def test_a_store_that_keeps_the_conversation_is_found_out(store: TrackerStore) -> None:
    async def story() -> None:
        await write(store, "chat-1")
        kept = await found(store, "chat-1")

        async def still_there(_: str) -> DialogueStateTracker | None:
            return kept

        store.retrieve_full_tracker = still_there  # type: ignore[method-assign]
        with pytest.raises(NotErasedError, match="still in the store"):
            await erase(store, "chat-1")

    asyncio.run(story())


def test_a_store_nobody_can_erase_from_is_known_at_start() -> None:
    class Odd(TrackerStore):
        """A store of somebody else's making."""

    assert not can_erase(FailSafeTrackerStore(Odd(DOMAIN)))
    assert can_erase(FailSafeTrackerStore(InMemoryTrackerStore(DOMAIN)))


def test_conversations_left_long_ago_are_erased_and_others_are_not(store: TrackerStore) -> None:
    async def story() -> None:
        await write(store, "chat-old", at=1_000.0)
        await write(store, "chat-new")
        await write(store, "other-channel", at=1_000.0)
        assert await erase_untouched(store, before=time.time() - 60) == 1
        assert await found(store, "chat-old") is None
        assert await found(store, "chat-new") is not None
        assert await found(store, "other-channel") is not None

    asyncio.run(story())


def test_one_that_cannot_be_erased_keeps_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        store = InMemoryTrackerStore(DOMAIN)
        for name in ("chat-1", "chat-2", "chat-3"):
            await write(store, name, at=1_000.0)

        async def fails_on_the_second(inner: TrackerStore, conversation: str) -> None:
            if conversation == "chat-2":
                raise NotErasedError
            await erase(inner, conversation)

        monkeypatch.setattr(retention, "erase", fails_on_the_second)
        with pytest.raises(NotErasedError, match="1 of 3 are still there"):
            await erase_untouched(store, before=time.time() - 60)
        assert set(store.store) == {"chat-2"}

    asyncio.run(story())


def test_a_store_that_fails_once_is_tidied_the_next_time(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tidied: list[bool] = []

    async def fails_once(*_: object) -> int:
        tidied.append(True)
        if len(tidied) == 1:
            raise sa.exc.OperationalError(f"INSERT {WORDS}", {}, Exception())
        raise asyncio.CancelledError

    monkeypatch.setattr(desk, "erase_untouched", fails_once)
    monkeypatch.setattr(desk, "_TIDY_EVERY_SECONDS", 0.0)
    counter = desk.Desk(Settings(), CLINIC, Tokens(b"s" * 32, 60.0), {})
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(counter.keep_tidy(FakeBot()))
    assert len(tidied) == 2
    assert "Old conversations were not erased: OperationalError" in caplog.text
    assert WORDS not in caplog.text


def test_a_deleted_conversation_is_gone_and_its_token_void(chat: Served) -> None:
    token = chat.session()
    chat.say(token, WORDS, "m1")
    deleted = chat.ask("DELETE", "/chat/session", token=token)
    assert (deleted.status, deleted.body) == (204, b"")
    assert WORDS not in str(chat.bot.tracker_store._tracker_store.store)
    refused = chat.say(token, "hello", "m2")
    assert (refused.status, refused.json["error"]["code"]) == (401, "no_session")
    assert chat.ask("GET", "/chat/messages", token=token).status == 401


def test_a_message_that_waited_behind_a_deletion_does_not_undo_it(chat: Served) -> None:
    chat.bot.sleep(0.6, ("slow",))
    token = chat.session()
    with ThreadPoolExecutor(3) as pool:
        slow = pool.submit(chat.say, token, "slow", "m1")
        time.sleep(0.15)
        deleted = pool.submit(chat.ask, "DELETE", "/chat/session", None, token)
        time.sleep(0.15)
        late = pool.submit(chat.say, token, "late", "m2")
        assert slow.result().status == 200
        assert deleted.result().status == 204
        assert late.result().status == 401
    assert chat.bot.received == ["slow"]
    assert chat.bot.tracker_store._tracker_store.store == {}


def test_a_conversation_that_cannot_be_deleted_is_not_said_to_be(chat: Served) -> None:
    token = chat.session()
    chat.say(token, WORDS, "m1")
    chat.bot.tracker_store._tracker_store.store = Stubborn(
        chat.bot.tracker_store._tracker_store.store
    )
    got = chat.ask("DELETE", "/chat/session", token=token)
    assert (got.status, got.json["error"]["code"]) == (500, "not_erased")
    assert chat.history(token)


class Stubborn(dict[str, str]):
    """A store that says yes and keeps everything."""

    def pop(self, *_: object) -> None:  # type: ignore[override]
        return None
