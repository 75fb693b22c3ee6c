"""Child processes: started with a tie to their parent, stopped for certain."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_GRACE = 8.0  # seconds between asking a child to stop and ending it
_FIRST_DELAY = 1.0  # seconds before the first restart; doubled each time after that
_LONGEST_DELAY = 30.0
_STEADY = 60.0  # seconds after which a child counts as running well again
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


class Child:
    """One `python -m …` process.

    Args:
        arguments: What comes after `python`.
        in_terminal: True for a child that reads the keyboard. Others get a session of
            their own, so that Ctrl-C reaches the supervisor alone, which stops them in
            order.
    """

    def __init__(self, arguments: Sequence[str], *, in_terminal: bool = False) -> None:
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            start_new_session=not in_terminal,
            stdin=None if in_terminal else subprocess.DEVNULL,
            preexec_fn=_tie_to(os.getpid()),  # noqa: PLW1509 - the parent has one thread
        )

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative when a signal ended it."""
        return self._process.poll()

    def wait(self) -> int:
        """Blocks until it ends; returns the exit code."""
        return self._process.wait()

    def stop(self) -> None:
        """Asks it to stop, and ends it when it does not within the grace time."""
        if self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout=_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@dataclass
class Kept:
    """A child that is started again whenever it ends, later each time it fails soon."""

    arguments: Sequence[str]
    child: Child = field(init=False)
    _started: float = field(init=False)
    _delay: float = field(default=_FIRST_DELAY, init=False)
    _ended: float | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._start()

    def look_after(self) -> str | None:
        """Call it often: notices an end, and starts anew once the delay is over.

        Returns:
            A sentence when something happened just now, else None.
        """
        code = self.child.exit_code
        if code is None:
            return None
        now = time.monotonic()
        if self._ended is None:
            self._ended = now
            if now - self._started > _STEADY:
                self._delay = _FIRST_DELAY
            return f"stopped (exit code {code}) and starts again in {self._delay:.0f} s"
        if now - self._ended < self._delay:
            return None
        self._delay = min(self._delay * 2, _LONGEST_DELAY)
        self._start()
        return "was started again"

    def stop(self) -> None:
        """Stops it for good."""
        self.child.stop()

    def _start(self) -> None:
        self._ended = None
        self._started = time.monotonic()
        self.child = Child(self.arguments)


def _tie_to(parent: int) -> Callable[[], None]:
    """What a new child does first: ask the system to stop it when its parent is gone."""
    library = ctypes.CDLL(None)

    def tie() -> None:
        library.prctl(_DIE_WITH_PARENT, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return tie
