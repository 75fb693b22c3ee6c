"""What makes the model be trained again, and what does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rasa_bridge.launch.models import model_path
from rasa_bridge.launch.project import sources_hash


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name in (
        "clinical/symptoms/skin.yml",
        "data/nlu/greet.yml",
        "triage/decide.py",
        "rasa_bridge/policy.py",
        "domain.yml",
        "config.yml",
        "requirements.txt",
        "clinic.yml",
        "README.md",
        "tests/test_x.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"content of {name}")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "clinical/symptoms/skin.yml",
        "data/nlu/greet.yml",
        "triage/decide.py",
        "rasa_bridge/policy.py",
        "domain.yml",
        "config.yml",
        "requirements.txt",
    ],
)
def test_an_edited_source_asks_for_another_model(sources: Path, name: str) -> None:
    before = model_path(sources)
    (sources / name).write_text("edited")
    assert model_path(sources) != before


def test_a_new_a_renamed_and_a_removed_table_each_ask_for_another_model(sources: Path) -> None:
    hashes = [sources_hash(sources)]
    new = sources / "clinical/symptoms/eyes.yml"
    new.write_text("eyes")
    hashes.append(sources_hash(sources))
    renamed = new.rename(new.with_name("vision.yml"))
    hashes.append(sources_hash(sources))
    assert len(set(hashes)) == 3
    renamed.unlink()
    assert sources_hash(sources) == hashes[0]


def test_text_that_moves_from_one_file_to_the_next_asks_for_another_model(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    first, second = tmp_path / "data/a.yml", tmp_path / "data/b.yml"
    first.write_text("one two")
    second.write_text("")
    before = sources_hash(tmp_path)
    first.write_text("one ")
    second.write_text("two")
    assert sources_hash(tmp_path) != before


@pytest.mark.parametrize(
    "name",
    [
        "clinic.yml",
        "README.md",
        "tests/test_x.py",
        "triage/__pycache__/decide.cpython-310.pyc",
        "triage/.decide.py.swp",
        "data/nlu/greet.yml~",
    ],
)
def test_a_file_that_is_no_part_of_the_model_keeps_it(sources: Path, name: str) -> None:
    before = sources_hash(sources)
    path = sources / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("edited")
    assert sources_hash(sources) == before


def test_a_file_that_is_only_touched_keeps_the_model(sources: Path) -> None:
    before = sources_hash(sources)
    os.utime(sources / "domain.yml", (1, 1))
    assert sources_hash(sources) == before
