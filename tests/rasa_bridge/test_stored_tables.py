"""Whoever reads a message in the bot's process does so by the tables of the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasa_bridge import stored_tables
from rasa_bridge.stored_tables import restore, store, tables_in_use, training_tables


@pytest.fixture(autouse=True)
def no_model_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_tables, "_restored", [])


def test_without_a_model_the_tables_are_those_to_train_with() -> None:
    assert tables_in_use() is training_tables()


def test_the_tables_of_an_equal_model_are_loaded_once(tmp_path: Path) -> None:
    before = training_tables()
    store(tmp_path)
    assert restore(tmp_path) is before
    assert tables_in_use() is before


def test_the_tables_of_the_model_win_over_those_of_the_folder(tmp_path: Path) -> None:
    store(tmp_path)
    table = tmp_path / "clinical" / "symptoms" / "skin.yml"
    text = table.read_text(encoding="utf-8")
    itching = text.index("\nitching:")
    edited = text[itching:].replace("otherwise: ", "otherwise: emergency  # was ", 1)
    table.write_text(text[:itching] + edited, encoding="utf-8")
    of_the_model = restore(tmp_path)
    assert of_the_model.hash != training_tables().hash
    assert tables_in_use() is of_the_model
