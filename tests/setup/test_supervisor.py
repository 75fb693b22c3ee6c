"""`run` and `shell` as a person uses them: real processes, a real port, a real Ctrl-C."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from rasa_bridge.launch.ports import find_free

pytestmark = [pytest.mark.system, pytest.mark.slow]


class Running:
    """One `python -m rasa_bridge run` and what it said."""

    def __init__(self, folder: Path) -> None:
        self.port = find_free()
        self._said = folder / "said.txt"
        with self._said.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "rasa_bridge", "run", "--port", str(self.port)],
                cwd=folder,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        return self._said.read_text()

    def children(self) -> dict[str, int]:
        """The pids of the processes it started: `actions` and `serve`."""
        listed = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        found = re.findall(
            r"^\s*(\d+) .*?-m (?:rasa_bridge )?(actions|serve)", listed, re.MULTILINE
        )
        return {name: int(pid) for pid, name in found}

    def ask(self, text: str) -> str:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/webhooks/rest/webhook",
            data=json.dumps({"sender": "a", "message": text}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as response:
            return " ".join(message["text"] for message in json.load(response))


def wait_for(condition: Callable[[], bool], seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.1)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def running(trained_bot: Path) -> Iterator[Running]:
    bot = Running(trained_bot)
    try:
        wait_for(lambda: "is ready" in bot.said or bot.process.poll() is not None)
        yield bot
    finally:
        if bot.process.poll() is None:
            bot.process.terminate()
            bot.process.wait(timeout=30)


def test_it_says_when_and_where_it_is_ready_and_ctrl_c_stops_everything(running: Running) -> None:
    assert f"The bot is ready. Open http://localhost:{running.port}/chat/" in running.said
    assert "NOT READY FOR PATIENTS" in running.said
    assert "Warning" not in running.said
    assert len(running.said.splitlines()) < 8
    assert running.ask("I can't breathe") == "Call for help now."

    children = running.children()
    assert set(children) == {"actions", "serve"}
    os.kill(running.process.pid, signal.SIGINT)
    assert running.process.wait(timeout=30) == 0
    assert not any(alive(pid) for pid in children.values())
    assert "can't breathe" not in running.said


def test_a_dead_action_server_comes_back_and_a_dead_bot_ends_the_run(running: Running) -> None:
    before = running.children()
    os.kill(before["actions"], signal.SIGKILL)
    assert running.ask("I can't breathe") == "Call for help now."
    wait_for(lambda: "The action server was started again" in running.said)
    after = running.children()
    assert after["actions"] != before["actions"]
    assert after["serve"] == before["serve"]

    os.kill(after["serve"], signal.SIGKILL)
    assert running.process.wait(timeout=30) == 1
    assert "The bot stopped by itself (exit code -9)." in running.said
    assert not any(alive(pid) for pid in after.values())


def test_even_a_killed_supervisor_leaves_nothing_running(running: Running) -> None:
    children = running.children()
    assert len(children) == 2
    running.process.kill()
    wait_for(lambda: not any(alive(pid) for pid in children.values()), seconds=30)


def test_the_shell_answers_and_leaves_nothing_running(trained_bot: Path) -> None:
    shell = pexpect.spawn(
        sys.executable,
        ["-m", "rasa_bridge", "shell"],
        cwd=str(trained_bot),
        encoding="utf-8",
        timeout=90,
        dimensions=(40, 120),
    )
    shell.expect("Your input ->")
    assert "Warning" not in (shell.before or "")
    shell.sendline("I can't breathe")
    shell.expect("Call for help now")
    shell.expect("Your input ->")
    shell.sendline("/stop")
    shell.expect(pexpect.EOF)
    shell.close()
    assert shell.exitstatus == 0
