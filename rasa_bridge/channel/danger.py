"""Does a message hold a red flag? Asked before any limit may refuse it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from triage.decide import decide
from triage.levels import Level, highest
from triage.model import Case
from triage.perceive import perceive
from triage.tables import Tables

WINDOW = 2_000
_OVERLAP = 200

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Heard:
    """What a message says by itself."""

    level: Level | None
    """The highest level its own words give; None where they give none."""
    answers_pending: bool
    """It answers the question that is open."""
    part: str
    """The part of the message that gave the level; its beginning where none did."""
    because: tuple[str, ...] = ()
    """Why, in plain words."""

    @property
    def urgent(self) -> bool:
        """Its own words are enough for `urgent` or more."""
        return self.level is not None and self.level >= Level.URGENT

    @property
    def must_pass(self) -> bool:
        """No limit may refuse this message."""
        return self.answers_pending or self.urgent

    @property
    def emergency(self) -> bool:
        """Its own words are enough for `emergency`."""
        return self.level is Level.EMERGENCY


def listen(text: str, tables: Tables, pending: str | None = None) -> Heard:
    """Perceive a whole message of any length, part by part, and decide on each part.

    It stops at the first emergency: nothing that follows can say more.
    Never raises: a fault in the engine counts as a message that must pass.
    """
    best: Heard | None = None
    for part in _windows(text):
        try:
            heard = _part(part, tables, pending)
        except Exception as error:  # noqa: BLE001 - a patient waits behind this; never silence
            logger.error("A message could not be perceived: %s", type(error).__name__)  # noqa: TRY400 - a traceback could show the patient's words
            heard = Heard(Level.URGENT, answers_pending=False, part=part)
        if best is None or (heard.level or 0) > (best.level or 0):
            best = heard
        if best.emergency:
            break
    return best or Heard(None, answers_pending=False, part="")


def _part(part: str, tables: Tables, pending: str | None) -> Heard:
    perceived = perceive(part, tables, (), pending)
    decision = decide(
        Case(
            findings={finding.symptom: finding.status for finding in perceived.findings},
            answers=perceived.answers,
            therapies=perceived.therapies,
        ),
        tables,
    )
    return Heard(
        level=highest(decision.level, decision.advice_level),
        answers_pending=pending is not None and pending in perceived.answers,
        part=part,
        because=tuple(rule.why for rule in decision.rules),
    )


def _windows(text: str) -> Iterator[str]:
    """Cut a text into overlapping parts, so that no sentence is lost at a cut."""
    for start in range(0, max(1, len(text) - _OVERLAP), WINDOW - _OVERLAP):
        yield text[start : start + WINDOW]
