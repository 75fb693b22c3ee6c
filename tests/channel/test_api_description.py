"""The description that is served holds for whatever anybody sends."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, settings

from rasa_bridge.channel import Settings
from tests.channel.fake_bot import FakeBot
from tests.channel.served import Served, served

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own dependencies warn when they are imported
    import schemathesis

DESCRIPTION = Path(__file__).parents[2] / "rasa_bridge" / "channel" / "openapi.yml"
described = yaml.safe_load(DESCRIPTION.read_text("utf-8"))
schema = schemathesis.openapi.from_dict(described)


@pytest.fixture(scope="module")
def api() -> Iterator[Served]:
    generous = Settings(
        session_messages_per_minute=100_000,
        address_messages_per_minute=100_000,
        address_sessions_per_minute=100_000,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IMMUNO_TRIAGE_SECRET", "s" * 32)
        with served(FakeBot(), generous) as running:
            yield running


@schema.parametrize()
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(api: Served, case: schemathesis.Case) -> None:
    case.headers = {**(case.headers or {}), "Authorization": f"Bearer {api.session()}"}
    # Each request has a session of ours; requests without one are tested in test_http.py.
    checks = schemathesis.checks
    case.call_and_validate(
        base_url=f"{api.url}/chat",
        excluded_checks=[checks.ignored_auth, checks.missing_required_header],
    )


def test_the_description_is_served(api: Served) -> None:
    got = api.ask("GET", "/chat/openapi.json")
    assert got.status == 200
    assert (
        got.json["paths"].keys() == yaml.safe_load(DESCRIPTION.read_text("utf-8"))["paths"].keys()
    )
