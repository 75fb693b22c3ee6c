"""How often one session or one address may ask: a bucket that refills steadily."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

_MOST_KEYS = 20_000
_FULL_AGAIN_SECONDS = 60.0
"""After this every bucket is full again, and as good as one never used."""


class Rate:
    """Allows `per_minute` requests a minute for each key, a third of them at once."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_second = per_minute / 60
        self._burst = max(1.0, per_minute / 3)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, key: str) -> float:
        """Count one request; return the seconds to wait, 0 where it is allowed."""
        now = self._clock()
        left, since = self._buckets.pop(key, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._per_second)
        allowed = left >= 1
        self._buckets[key] = (left - 1 if allowed else left, now)
        if len(self._buckets) > _MOST_KEYS:
            self._buckets.popitem(last=False)
        if allowed:
            return 0.0
        return (1 - left) / self._per_second if self._per_second else 60.0

    def let_go(self) -> None:
        """Forget the keys whose buckets are full again."""
        full_since = self._clock() - _FULL_AGAIN_SECONDS
        while self._buckets and next(iter(self._buckets.values()))[1] <= full_since:
            self._buckets.popitem(last=False)

    def forget(self, key: str) -> None:
        """Forget what is known of this key."""
        self._buckets.pop(key, None)
