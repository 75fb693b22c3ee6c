"""A model is trained when it must be, and serves only after it met a red flag."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def train(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rasa_bridge", "train"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def models(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "models").glob("*.tar.gz"))


def test_unchanged_sources_are_not_trained_again(trained_bot: Path) -> None:
    before = models(trained_bot)
    done = train(trained_bot)
    assert done.returncode == 0
    assert done.stderr == f"train: The model is up to date ({before[0]}).\n"
    assert models(trained_bot) == before


def test_an_edited_answer_is_trained_and_shown_step_by_step(trained_bot: Path) -> None:
    before = models(trained_bot)
    domain = trained_bot / "domain.yml"
    domain.write_text(domain.read_text().replace("Hello.", "Good day."))
    left_by_a_killed_training = trained_bot / "models" / ".new-abc"
    left_by_a_killed_training.mkdir()
    done = train(trained_bot)
    assert done.returncode == 0, done.stderr
    assert "Training the model" in done.stderr
    assert "'LogisticRegressionClassifier'" in done.stderr
    assert "The model is ready" in done.stderr
    assert "Warning" not in done.stderr
    assert len(models(trained_bot)) == 2
    assert set(before) < set(models(trained_bot))
    assert not left_by_a_killed_training.exists()


def test_a_model_that_misses_the_red_flag_is_refused(trained_bot: Path) -> None:
    before = models(trained_bot)
    domain = trained_bot / "domain.yml"
    domain.write_text(domain.read_text().replace("value: emergency", "value: routine"))
    done = train(trained_bot)
    assert done.returncode == 1
    assert "The new model was not accepted" in done.stderr
    assert "gave the level 'routine'" in done.stderr
    assert models(trained_bot) == before


def test_a_broken_file_is_one_sentence_and_no_traceback(trained_bot: Path) -> None:
    before = models(trained_bot)
    data = trained_bot / "data" / "all.yml"
    data.write_text(data.read_text().replace("utter_call", "utter_cal"))
    done = train(trained_bot)
    assert done.returncode == 1
    assert "train: Training failed." in done.stderr
    assert "utter_cal" in done.stderr
    assert "Traceback" not in done.stderr
    assert models(trained_bot) == before


def test_a_model_that_does_not_load_is_refused_with_the_reason(trained_bot: Path) -> None:
    before = models(trained_bot)
    (trained_bot / "endpoints.yml").write_text("nlg: {type: no.such.Texts}\n")
    domain = trained_bot / "domain.yml"
    domain.write_text(domain.read_text().replace("Hello.", "Good day."))
    done = train(trained_bot)
    assert done.returncode == 1
    assert "train: The new model does not work." in done.stderr
    assert "no.such.Texts" in done.stderr
    assert "Traceback" not in done.stderr
    assert models(trained_bot) == before
