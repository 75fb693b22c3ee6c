"""The action server is brought back when it ends, and not in a frenzy."""

from __future__ import annotations

import time

import pytest

from rasa_bridge.launch import children
from rasa_bridge.launch.children import Child, Kept

SLEEPS = ["-c", "import time; time.sleep(60)"]
FAILS = ["-c", "raise SystemExit(3)"]
STUBBORN = [
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    "print('on', flush=True); time.sleep(60)",
]


@pytest.fixture
def short_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "_LONGEST_DELAY", 0.4)
    monkeypatch.setattr(children, "_GRACE", 0.5)


def news_of(kept: Kept, count: int) -> list[str]:
    """The next sentences it has to say, waited for."""
    heard: list[str] = []
    deadline = time.monotonic() + 20
    while len(heard) < count and time.monotonic() < deadline:
        sentence = kept.look_after()
        if sentence:
            heard.append(sentence)
        time.sleep(0.01)
    return heard


@pytest.mark.usefixtures("short_times")
def test_a_child_that_keeps_failing_is_started_again_ever_later() -> None:
    kept = Kept(FAILS)
    kept._delay = 0.1
    try:
        started = time.monotonic()
        heard = news_of(kept, 6)
        assert heard[0].startswith("stopped (exit code 3) and starts again in")
        assert heard[1] == "was started again"
        assert kept._delay == 0.4  # 0.1, 0.2, 0.4, and no longer than the longest
        assert time.monotonic() - started > 0.1 + 0.2 + 0.4
    finally:
        kept.stop()


def test_a_child_that_runs_is_left_alone() -> None:
    kept = Kept(SLEEPS)
    try:
        assert kept.look_after() is None
        assert kept.child.exit_code is None
    finally:
        kept.stop()
    assert kept.child.exit_code == -15


@pytest.mark.usefixtures("short_times")
def test_a_child_that_will_not_stop_is_ended() -> None:
    child = Child(STUBBORN)
    time.sleep(0.5)  # until it has set its mind on staying
    child.stop()
    assert child.exit_code == -9
