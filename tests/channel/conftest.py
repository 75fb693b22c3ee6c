from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.channel.fake_bot import FakeBot
from tests.channel.served import Served, served
from tests.channel.stores import StoreServer, postgres_server, redis_server


@pytest.fixture
def chat(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setenv("IMMUNO_TRIAGE_SECRET", "s" * 32)
    with served(FakeBot()) as running:
        yield running


@pytest.fixture(scope="session")
def postgres() -> Iterator[StoreServer]:
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def redis_of_tests() -> Iterator[StoreServer]:
    with redis_server() as server:
        yield server
