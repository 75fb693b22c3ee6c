"""The real bot in a process of its own, with its own numbers and its own conversations."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from rasa_bridge.launch.models import model_path

ROOT = Path(__file__).parents[1]
_READY_WITHIN_SECONDS = 180
CLINIC = """
clinic_name: "Test Clinic"
emergency_number: "112"
care_team_phone: "+1 555 0100"
crisis_line: "988"
callback_minutes: "20"
"""
CREDENTIALS = """
rasa_bridge.channel.ChatChannel:
  allowed_origins: ["{origin}"]
"""


@dataclass
class Bot:
    """A bot that can be stopped and started again at the same address."""

    folder: Path
    port: int
    model: Path
    environment: dict[str, str] = field(default_factory=dict)
    """Variables beside those every bot gets."""
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def hospital(self) -> str:
        """Another site, for a browser, that may use the chat."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start it and wait until it has triaged a red flag."""
        command = [sys.executable, "-m", "rasa_bridge", "serve", str(self.model)]
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "IMMUNO_TRIAGE_SECRET": "a secret of at least 32 characters",
            "IMMUNO_TRIAGE_CLINIC": str(self.folder / "clinic.yml"),
            **self.environment,
        }
        with (self.folder / "bot.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--actions-port", str(free_port()), "--port", str(self.port)],
                cwd=self.folder,
                env=environment,
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + _READY_WITHIN_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            if self.is_ready():
                return
            time.sleep(0.3)
        log_end = (self.folder / "bot.log").read_text()[-3000:]
        raise AssertionError(f"the bot is not ready: {log_end}")

    def is_ready(self) -> bool:
        """Whether it triages a red flag."""
        try:
            with urllib.request.urlopen(f"{self.url}/chat/health", timeout=15):
                return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self) -> None:
        """Stop it, if it runs."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
            self.process = None


def new_bot(folder: Path) -> Bot:
    """Prepare a bot in a folder of its own; the model is trained if it is not there."""
    subprocess.run([sys.executable, "-m", "rasa_bridge", "train"], cwd=ROOT, check=True)
    for name in ("config.yml", "domain.yml", "endpoints.yml"):
        shutil.copy(ROOT / name, folder / name)
    bot = Bot(folder, free_port(), model_path(ROOT))
    (folder / "clinic.yml").write_text(CLINIC)
    (folder / "credentials.yml").write_text(CREDENTIALS.format(origin=bot.hospital))
    (folder / "var").mkdir()
    return bot


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
