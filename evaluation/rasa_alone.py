"""A stock Rasa bot to compare with: it leaves symptoms to the intent classifier."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from evaluation.observed import Observed
from evaluation.plain_rasa import own_config, stock, train_variant
from rasa_bridge.inprocess import InProcessBot
from rasa_bridge.launch import environment, logs
from triage.levels import Level
from triage.turn.intents import REPORT


@dataclass
class RasaAlone:
    """Rasa's stock pipeline on the same examples: `urgent` where the intent is a symptom's."""

    bot: InProcessBot

    @classmethod
    def trained(cls, root: Path) -> RasaAlone:
        """Train it; takes minutes."""
        with tempfile.TemporaryDirectory() as folder:
            model = train_variant(root, stock(own_config(root)), Path(folder))
            environment.prepare()
            logs.configure(private=True)
            return cls(InProcessBot(model, root / "endpoints.yml"))

    def observe(self, text: str) -> Observed:
        """Return `urgent` where the classifier sees a symptom report."""
        level = Level.URGENT if self.bot.intent(text) == REPORT else None
        return Observed(level, level, None, ())
