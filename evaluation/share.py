"""A share of rows, with n and how sure it is."""

from __future__ import annotations

import math
from dataclasses import dataclass

Z = 1.959964
"""Normal quantile of a two-sided 95 % interval."""


@dataclass(frozen=True)
class Share:
    """`count` of `n` rows."""

    count: int
    n: int

    @property
    def value(self) -> float:
        """The share from 0 to 1; not a number where there are no rows."""
        return self.count / self.n if self.n else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval at 95 %, from 0 to 1.

        Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212.
        """
        if not self.n:
            return (0.0, 1.0)
        p, n = self.value, self.n
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z / (1 + Z * Z / n) * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return (max(0.0, middle - half), min(1.0, middle + half))

    def __str__(self) -> str:
        """`93.8 % (76/81, 95 % interval 86.4-97.3)`."""
        if not self.n:
            return "no rows"
        low, high = (100 * end for end in self.interval)
        return (
            f"{100 * self.value:.1f} % ({self.count}/{self.n}, 95 % interval {low:.1f}-{high:.1f})"
        )

    def as_json(self) -> dict[str, float | int]:
        """Return the share as plain numbers."""
        low, high = self.interval
        return {"count": self.count, "n": self.n, "share": self.value, "low": low, "high": high}


def share(rows: list[bool]) -> Share:
    """Return the share of true ones."""
    return Share(sum(rows), len(rows))
