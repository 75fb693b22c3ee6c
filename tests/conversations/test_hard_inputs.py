"""The hard inputs of the clinical specification, each in a conversation of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conversations.talk import Talk

ROWS = yaml.safe_load((Path(__file__).parent / "hard_inputs.yml").read_text(encoding="utf-8"))
NEVER = ("you are fine", "you're fine", "nothing to worry", "safe to wait", " mg")


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_the_whole_bot_handles_it(talk: Talk, row: dict[str, Any]) -> None:
    if "before" in row:
        talk.say(row["before"])
    reply = talk.say(row["text"])

    case = _case(talk)
    present = {name for name, status in case["findings"].items() if status in _COUNTS}
    assert reply.text.strip()
    assert not any(words in reply.text.lower() for words in NEVER)
    assert present >= set(row.get("has", []))
    assert not present & set(row.get("not", []))
    if "level" in row:
        assert talk.level == (None if row["level"] == "none" else row["level"])
    if "says" in row:
        assert row["says"] in reply.responses
    if "mentions" in row:
        assert row["mentions"] in reply.text
    for question, value in row.get("answers", {}).items():
        assert case["answers"][question] == pytest.approx(value, abs=0.06)
    if row.get("answers") == {}:
        assert case["answers"] == {}


_COUNTS = ("present", "unclear")


def _case(talk: Talk) -> dict[str, Any]:
    return json.loads(json.loads(talk.slot("triage_case"))["state"])
