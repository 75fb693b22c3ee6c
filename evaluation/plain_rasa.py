"""Models to compare with: the same Rasa without triage, or with a stock pipeline.

Each is trained from the project's own data with another configuration, into a folder of its own.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml

TRIAGE_PARTS = ("rasa_bridge.nlu.PerceptionComponent", "rasa_bridge.guard.TextGuard")

STOCK = {
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {
            "name": "DIETClassifier",
            "epochs": 30,
            "batch_size": [128, 205],
            "constrain_similarities": True,
        },
        {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
    ],
    "policies": [
        {"name": "RulePolicy", "core_fallback_action_name": "utter_unsure"},
    ],
}
"""Rasa's own default pipeline (`rasa init` of 3.6), one intent for symptoms.

30 epochs in place of 100, in larger batches: the training takes half an hour on a busy core.
"""


def without_triage(config: dict[str, Any]) -> dict[str, Any]:
    """Return the configuration with the triage taken out and nothing put in its place."""
    plain = dict(config)
    plain["pipeline"] = [part for part in config["pipeline"] if part["name"] not in TRIAGE_PARTS]
    return {**plain, "policies": STOCK["policies"]}


def stock(config: dict[str, Any]) -> dict[str, Any]:
    """Return the configuration with Rasa's default pipeline and policy."""
    return {**config, **STOCK}


def train_variant(root: Path, config: dict[str, Any], folder: Path) -> Path:
    """Train a model of the project's data with another configuration; return its file."""
    from rasa_bridge.launch.training import train_with

    with tempfile.NamedTemporaryFile("w", suffix=".yml", dir=folder, delete=False) as file:
        yaml.safe_dump(config, file)
    return train_with(root, Path(file.name), folder, "compared.tar.gz")


def own_config(root: Path) -> dict[str, Any]:
    """Return the project's own configuration."""
    config: dict[str, Any] = yaml.safe_load((root / "config.yml").read_text(encoding="utf-8"))
    return config
