from __future__ import annotations

from pathlib import Path

import pytest

from triage.tables import Tables, load

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="session")
def tables() -> Tables:
    return load()
