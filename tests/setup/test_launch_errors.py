"""A start that cannot work ends with one sentence."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from rasa_bridge.launch.cli import main


def test_a_busy_port_is_one_sentence_with_the_way_out(
    small_bot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_bot)
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        assert main(["run", "--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert f"run: Port {port} on 127.0.0.1 cannot be used" in said
    assert "make run PORT=" in said
    assert len(said.splitlines()) == 1


def test_a_port_that_does_not_exist_is_one_sentence(
    small_bot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_bot)
    assert main(["run", "--port", "70000"]) == 1
    assert capsys.readouterr().err == "run: 70000 is not a port. Choose one from 1 to 65535.\n"


def test_a_missing_emergency_number_stops_the_start(
    small_bot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_bot)
    clinic = small_bot / "clinic.yml"
    clinic.write_text(clinic.read_text().replace("emergency_number", "# emergency_number"))
    assert main(["shell"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("shell: clinic.yml: `emergency_number` is missing.")
    assert len(said.splitlines()) == 1


def test_another_folder_is_named_as_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["train"]) == 1
    assert capsys.readouterr().err == (
        "train: There is no config.yml here. Run this in the project's folder.\n"
    )
