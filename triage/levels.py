"""The four disposition levels, ordered: how fast a person should get help."""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    """A disposition level; a higher value means faster help.

    Source: `levels` of the clinical tables (clinical/levels.yml).
    """

    ROUTINE = 1
    SAME_DAY = 2
    URGENT = 3
    EMERGENCY = 4

    @property
    def id(self) -> str:
        """The id the tables and the slots use, for example ``same_day``."""
        return self.name.lower()

    @classmethod
    def of(cls, level_id: str) -> Level:
        """Return the level with this id.

        Raises:
            ValueError: the id is not one of the four; the message lists them.
        """
        try:
            return cls[level_id.upper()]
        except KeyError:
            known = ", ".join(level.id for level in cls)
            raise ValueError(f"`{level_id}` is not a level. Levels are: {known}.") from None


def highest(*levels: Level | None) -> Level | None:
    """Return the highest of the levels given, None where every one is None."""
    return max((level for level in levels if level is not None), default=None)
