"""Conversations that nobody touched for long are erased, so that nothing is kept for ever."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from rasa.core.tracker_store import RedisTrackerStore, SQLTrackerStore, TrackerStore

from rasa_bridge.channel.erase import NotErasedError, concrete_stores, erase

_OURS = "chat-"


async def erase_untouched(store: TrackerStore, before: float) -> int:
    """Erase the chat's conversations whose last event is older than `before`.

    Args:
        store: Rasa's tracker store; conversations of other channels are left alone.
        before: seconds since 1970.

    Returns:
        How many conversations were erased.

    Raises:
        NotErasedError: some are still there; all others were erased all the same.
    """
    erased = [
        await _erased(inner, conversation)
        for inner in concrete_stores(store)
        for conversation in await _untouched(inner, before)
    ]
    if not all(erased):
        raise NotErasedError(f"{erased.count(False)} of {len(erased)} are still there")
    return len(erased)


async def _erased(store: TrackerStore, conversation: str) -> bool:
    try:
        await erase(store, conversation)
    except NotErasedError:
        return False
    return True


async def _untouched(store: TrackerStore, before: float) -> Iterable[str]:
    if isinstance(store, SQLTrackerStore):
        # One query in place of reading every conversation that was ever held.
        events = store.SQLEvent
        with store.session_scope() as session:
            rows = (
                session.query(events.sender_id)
                .filter(events.sender_id.startswith(_OURS))
                .group_by(events.sender_id)
                .having(sa.func.max(events.timestamp) < before)
            )
            return [sender for (sender,) in rows]
    prefix = store.key_prefix if isinstance(store, RedisTrackerStore) else ""
    found = []
    for key in list(await store.keys()):
        conversation = str(key).removeprefix(prefix)
        if not conversation.startswith(_OURS):
            continue
        tracker = await store.retrieve_full_tracker(conversation)
        if tracker is not None and tracker.events and tracker.events[-1].timestamp < before:
            found.append(conversation)
    return found
