"""What the second net brings: the whole bot with it and without it, and the net by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest import mock

import numpy as np

from evaluation.observed import BODY_AREA, Observed
from evaluation.whole_bot import WholeBot
from rasa_bridge import nlu
from rasa_bridge.second_net.detector import Detector
from triage.model import Perceived
from triage.tables import Tables
from triage.turn.intents import REPORT

if TYPE_CHECKING:
    from evaluation.compare import Compared

_NOTHING = Perceived()


@dataclass(frozen=True)
class NetAlone:
    """The bot on a message in which nothing was perceived: would the picker open?"""

    bot: WholeBot

    def observe(self, text: str) -> Observed:
        """Return the picker where the intent is a report."""
        report = self.bot.intent(text) == REPORT
        return Observed(None, None, BODY_AREA if report else None, ())


def bots(tables: Tables) -> Iterator[Compared]:
    """Yield (name, bot, what holds while it runs)."""
    bot = WholeBot.of_present_sources(tables)
    yield "whole bot", bot, nullcontext()
    yield "whole bot without the second net", bot, _never()
    yield "whole bot, nothing perceived", NetAlone(bot), _blind()


def _never() -> AbstractContextManager[object]:
    # Not the component's own method: a loaded graph holds on to that.
    return mock.patch.object(Detector, "probabilities", lambda _, texts: np.zeros(len(texts)))


def _blind() -> AbstractContextManager[object]:
    return mock.patch.object(nlu, "perceive", return_value=_NOTHING)
