"""Rasa's test stories: `rasa test` itself ends well although stories failed; this does not."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

from rasa.core.test import test as run_stories

from tests.conversations.talk import Bot

STORIES = Path(__file__).parent / "test_stories.yml"


def _wrong_steps(bot: Bot, stories: Path, out: Path) -> list[str]:
    """Return the steps that were predicted otherwise, as Rasa reports them."""
    out.mkdir()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bot.loop.run_until_complete(
            run_stories(
                str(stories), bot.agent, out_directory=str(out), e2e=True, disable_plotting=True
            )
        )
    report = (out / "failed_test_stories.yml").read_text(encoding="utf-8")
    return [line.strip() for line in report.splitlines() if _is_wrong(line)]


def _is_wrong(line: str) -> bool:
    """Tell whether another action or intent was predicted.

    Rasa also reports every entity that is not written into the story. The stories leave them
    out: the policy perceives the text itself.
    """
    step = re.search(r"- (\w+): (\w+)\s+# predicted: (\w+)", line)
    return step is not None and step[2] != step[3]


def test_every_story_is_told_as_it_is_written(bot: Bot, tmp_path: Path) -> None:
    assert _wrong_steps(bot, STORIES, tmp_path / "results") == []


def test_a_story_that_is_told_otherwise_is_noticed(bot: Bot, tmp_path: Path) -> None:
    wrong = tmp_path / "test_stories.yml"
    text = STORIES.read_text(encoding="utf-8")
    wrong.write_text(text.replace("utter_reminder_emergency", "utter_reminder_routine"))

    steps = _wrong_steps(bot, wrong, tmp_path / "results")

    assert any("utter_reminder_routine" in step for step in steps)
