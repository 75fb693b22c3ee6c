from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.channel.fake_bot import FakeBot
from tests.channel.served import Served, served


@pytest.fixture
def chat(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setenv("IMMUNO_TRIAGE_SECRET", "s" * 32)
    with served(FakeBot()) as running:
        yield running
