"""What the tests of the turns share."""

from __future__ import annotations

import pytest

from tests.triage.turn.sitting import Sitting


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()
