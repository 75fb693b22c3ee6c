"""The whole bot against the same Rasa without triage, turn by turn in one run."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from evaluation.bench import milliseconds, p95
from evaluation.plain_rasa import own_config, train_variant, without_triage
from rasa_bridge.inprocess import InProcessBot
from rasa_bridge.launch import environment, logs
from rasa_bridge.launch.training import train

ROUNDS = 30
TURNS = 5
"""Turns of one conversation: a turn costs more as its conversation grows."""


def compare(sentences: Sequence[str]) -> Mapping[str, float]:
    """Return the median and p95 of a turn of both bots in milliseconds, and their ratio."""
    root = Path.cwd()
    own_model = train(root)
    with tempfile.TemporaryDirectory() as folder:
        plain_model = train_variant(root, without_triage(own_config(root)), Path(folder))
        environment.prepare()
        logs.configure(private=True)
        bots = {
            "whole bot": InProcessBot(own_model, root / "endpoints.yml"),
            "without triage": InProcessBot(plain_model, root / "endpoints.yml"),
        }
    times: dict[str, list[float]] = {name: [] for name in bots}
    for number in range(ROUNDS * TURNS):
        text = sentences[number % len(sentences)]
        for name, bot in bots.items():
            sender = f"bench-{number // TURNS}"
            times[name].append(milliseconds(partial(bot.send, text, sender)))
    figures: dict[str, float] = {}
    for name, taken in times.items():
        figures[f"{name}, median of a turn (ms)"] = statistics.median(taken)
        figures[f"{name}, p95 of a turn (ms)"] = p95(taken)
    medians = [statistics.median(taken) for taken in times.values()]
    figures["ratio of the medians"] = medians[0] / medians[1]
    return figures
