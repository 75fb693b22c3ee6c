"""Old model files go; the one in use never does."""

from __future__ import annotations

import os
from pathlib import Path

from rasa_bridge.launch.models import prune


def test_the_last_three_models_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    models = [folder / f"immuno-triage-{number}.tar.gz" for number in range(5)]
    for age, model in enumerate(models):
        model.touch()
        os.utime(model, (age, age))
    prune(tmp_path, keep=models[4])
    assert sorted(folder.iterdir()) == models[2:]


def test_the_model_in_use_stays_even_when_it_is_the_oldest(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    models = [folder / f"immuno-triage-{number}.tar.gz" for number in range(5)]
    for age, model in enumerate(models):
        model.touch()
        os.utime(model, (age, age))
    prune(tmp_path, keep=models[0])
    assert sorted(folder.iterdir()) == [models[0], *models[3:]]


def test_files_of_other_kinds_are_not_touched(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    others = [folder / f"kept-by-hand-{number}.tar.gz" for number in range(5)]
    for other in others:
        other.touch()
    prune(tmp_path, keep=folder / "immuno-triage-0.tar.gz")
    assert sorted(folder.iterdir()) == others
