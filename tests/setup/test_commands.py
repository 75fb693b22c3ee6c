"""The commands people type, without running what stands behind them."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
_OF_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PORT", "ARGS"}


def make(*words: str) -> str:
    # A make that started these tests must not hand its own settings down.
    environment = {key: text for key, text in os.environ.items() if key not in _OF_MAKE}
    done = subprocess.run(
        ["make", *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_help_lists_every_command_and_is_what_a_bare_make_says() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    listed = {line.split()[0] for line in make("help").splitlines()}
    assert listed == targets
    assert {"run", "shell", "test", "check", "train", "bench", "mutants", "tables"} <= targets
    assert make() == make("help")


def test_run_takes_port_5005_or_the_one_it_is_given() -> None:
    assert "-m rasa_bridge run --port 5005" in make("-n", "run")
    assert "-m rasa_bridge run --port 5099" in make("-n", "run", "PORT=5099")


def test_the_tests_are_the_last_thing_that_make_test_runs() -> None:
    commands = make("-n", "test").splitlines()
    assert "-m pytest" in commands[-1]
    assert sum("-m pytest" in command for command in commands) == 1
    assert any("-m mypy" in command for command in commands[:-1])


def test_clean_keeps_what_patients_said() -> None:
    assert "var" not in make("-n", "clean").split()
