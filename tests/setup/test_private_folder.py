"""What is kept between two starts is kept, and kept private."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from rasa_bridge.launch.private_folder import SECRET_VARIABLE, session_secret


def test_a_restart_keeps_the_secret_so_that_open_chats_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)
    first = session_secret(tmp_path)
    assert session_secret(tmp_path) == first
    assert len(first) == 64


def test_two_installations_have_different_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    assert session_secret(folders[0]) != session_secret(folders[1])


def test_nobody_else_can_read_secret_or_conversations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)
    session_secret(tmp_path)
    folder = tmp_path / "var"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "session_secret").stat().st_mode) == 0o600


def test_a_secret_from_the_environment_is_used_and_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SECRET_VARIABLE, "given")
    assert session_secret(tmp_path) == "given"
    assert not (tmp_path / "var").exists()


def test_the_channel_reads_the_variable_that_the_launcher_sets() -> None:
    from rasa_bridge.channel.tokens import SECRET_VARIABLE as READ_BY_THE_CHANNEL

    assert SECRET_VARIABLE == READ_BY_THE_CHANNEL
