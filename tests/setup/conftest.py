"""A bot small enough to train in seconds, so that these tests wait for no clinical table."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SMALL_BOT = Path(__file__).parent / "small_bot"


@pytest.fixture(autouse=True)
def no_clinic_of_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole bot's tests name a clinic file for the session; a small bot has its own."""
    monkeypatch.delenv("IMMUNO_TRIAGE_CLINIC", raising=False)


@pytest.fixture
def small_bot(tmp_path: Path) -> Path:
    folder = tmp_path / "bot"
    shutil.copytree(SMALL_BOT, folder)
    return folder


@pytest.fixture(scope="session")
def trained_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model file of the small bot, with the name its sources give it."""
    folder = tmp_path_factory.mktemp("trained") / "bot"
    shutil.copytree(SMALL_BOT, folder)
    subprocess.run([sys.executable, "-m", "rasa_bridge", "train"], cwd=folder, check=True)
    (model,) = (folder / "models").glob("*.tar.gz")
    return model


@pytest.fixture
def trained_bot(small_bot: Path, trained_model: Path) -> Path:
    (small_bot / "models").mkdir()
    shutil.copy(trained_model, small_bot / "models")
    return small_bot
