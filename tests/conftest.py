"""The bot as it is served, loaded once for all tests that talk to it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conversations.talk import Bot, Talk

ROOT = Path(__file__).parents[1]
CLINIC = Path(__file__).parent / "clinic_of_the_tests.yml"


@pytest.fixture(scope="session")
def model_file() -> Path:
    """The model of the present sources; trained first where there is none."""
    from rasa_bridge.launch.models import model_path

    subprocess.run([sys.executable, "-m", "rasa_bridge", "train"], cwd=ROOT, check=True)
    return model_path(ROOT)


@pytest.fixture(scope="session")
def bot(model_file: Path) -> Iterator[Bot]:
    """One agent in this process; each `Talk` with it is a conversation of its own."""
    from tests.conversations.talk import Bot

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IMMUNO_TRIAGE_CLINIC", str(CLINIC))
        loop = asyncio.new_event_loop()
        yield Bot.load(model_file, loop)
        loop.close()


@pytest.fixture
def talk(bot: Bot) -> Talk:
    """A new conversation."""
    return bot.talk()


@pytest.fixture
def let_time_pass(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Call it with hours: the clock jumps ahead."""
    real, ahead = time.time, [0.0]
    monkeypatch.setattr(time, "time", lambda: real() + ahead[0])

    def jump(hours: float) -> None:
        ahead[0] += hours * 3600

    return jump


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser's tests last: Playwright keeps an event loop in the main thread."""
    items.sort(key=lambda item: "tests/browser/" in item.nodeid)
