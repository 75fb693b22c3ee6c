"""Notices when the tracker store fails, which Rasa hides, and keeps words out of the log."""

from __future__ import annotations

import logging

from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore

logger = logging.getLogger(__name__)


class StoreWatch:
    """Counts the failures of a tracker store.

    Rasa's own wrapper goes on with an empty conversation and writes the store's error,
    which for SQL holds the patient's words, into the log.
    """

    def __init__(self) -> None:
        self.failures = 0

    def attach(self, store: TrackerStore) -> None:
        """Be told of every failure of this store from now on."""
        if isinstance(store, FailSafeTrackerStore):
            store._on_tracker_store_error = self._failed

    def _failed(self, error: Exception) -> None:
        self.failures += 1
        logger.error(
            "The tracker store failed: %s. Conversations may be lost.", type(error).__name__
        )
