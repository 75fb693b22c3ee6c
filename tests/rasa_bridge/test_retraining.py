"""A table that was edited and trained is the one that is served, from any folder."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ("clinical", "data", "domain.yml", "config.yml", "endpoints.yml")


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_an_edited_rule_decides_after_training(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.conversations.talk import Bot

    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    elsewhere.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
        (project / part).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / part, project / part)
    table = project / "clinical" / "symptoms" / "skin.yml"
    text = table.read_text(encoding="utf-8")
    itching = text.index("\nitching:")
    edited = text[itching:].replace("otherwise: ", "otherwise: emergency  # was ", 1)
    table.write_text(text[:itching] + edited, encoding="utf-8")
    shutil.copyfile(ROOT / "tests" / "clinic_of_the_tests.yml", project / "clinic.yml")
    subprocess.run([sys.executable, "-m", "rasa_bridge", "train"], cwd=project, check=True)
    (model,) = (project / "models").glob("*.tar.gz")
    shutil.move(model, elsewhere / "model.tar.gz")
    shutil.move(project / "clinic.yml", elsewhere / "clinic.yml")
    shutil.rmtree(project)

    monkeypatch.chdir(elsewhere)
    loop = asyncio.new_event_loop()
    talk = Bot.load(elsewhere / "model.tar.gz", loop).talk()
    talk.say("my skin is itchy")

    assert talk.slot("triage_advice") == "emergency"
    loop.close()
