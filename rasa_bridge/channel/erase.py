"""Erases one conversation from the tracker store, whichever it is, and proves it gone.

No tracker store of Rasa can do this. To be called under the conversation's lock.
"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa
from rasa.core.tracker_store import (
    AwaitableTrackerStore,
    DynamoTrackerStore,
    FailSafeTrackerStore,
    InMemoryTrackerStore,
    MongoTrackerStore,
    RedisTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)


class NotErasedError(Exception):
    """The store cannot erase, or the conversation was still there afterwards."""


async def erase(store: TrackerStore, conversation: str) -> None:
    """Erase a conversation from a store and from every store behind it.

    Raises:
        NotErasedError: no way to erase from this kind of store is known, or it failed.
    """
    for inner in concrete_stores(store):
        eraser = _eraser(inner)
        try:
            eraser(inner, conversation)
            left = await inner.retrieve_full_tracker(conversation)
        except Exception as error:
            raise NotErasedError(type(error).__name__) from error
        if left is not None:
            raise NotErasedError("it is still in the store")


def can_erase(store: TrackerStore) -> bool:
    """Return whether a way to erase from this store is known."""
    try:
        for inner in concrete_stores(store):
            _eraser(inner)
    except NotErasedError:
        return False
    return True


def concrete_stores(store: TrackerStore) -> list[TrackerStore]:
    """Return the stores inside Rasa's wrappers, the one that counts first."""
    if isinstance(store, FailSafeTrackerStore):
        inner = concrete_stores(store._tracker_store)
        fallback = store._fallback_tracker_store
        return inner + (concrete_stores(fallback) if fallback else [])
    if isinstance(store, AwaitableTrackerStore):
        return concrete_stores(store._tracker_store)
    return [store]


def _from_memory(store: InMemoryTrackerStore, conversation: str) -> None:
    store.store.pop(conversation, None)


def _from_sql(store: SQLTrackerStore, conversation: str) -> None:
    with store.session_scope() as session:
        if store.engine.dialect.name == "sqlite":
            # Without it the words stay readable in the file's free pages.
            session.execute(sa.text("PRAGMA secure_delete=ON"))
        rows = session.query(store.SQLEvent).filter(store.SQLEvent.sender_id == conversation)
        rows.delete(synchronize_session=False)
        session.commit()


def _from_redis(store: RedisTrackerStore, conversation: str) -> None:
    store.red.delete(store.key_prefix + conversation)


def _from_mongo(store: MongoTrackerStore, conversation: str) -> None:
    store.conversations.delete_many({"sender_id": conversation})


def _from_dynamo(store: DynamoTrackerStore, conversation: str) -> None:
    store.db.delete_item(Key={"sender_id": conversation})


_ERASERS: tuple[tuple[type, Callable[..., None]], ...] = (
    (InMemoryTrackerStore, _from_memory),
    (SQLTrackerStore, _from_sql),
    (RedisTrackerStore, _from_redis),
    (MongoTrackerStore, _from_mongo),
    (DynamoTrackerStore, _from_dynamo),
)


def _eraser(store: TrackerStore) -> Callable[..., None]:
    for kind, eraser in _ERASERS:
        if isinstance(store, kind):
            return eraser
    raise NotErasedError(f"no way to erase from a {type(store).__name__} is known")
