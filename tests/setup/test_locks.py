"""What the locks promise: hashes for everything, no addresses, the small TensorFlow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt", "setup/uv.txt"]


def packages(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text()
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_a_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "index-url" not in text


def test_rasa_comes_with_the_cpu_tensorflow_and_without_jax() -> None:
    locked = packages("requirements.txt")
    assert locked["rasa"] == "3.6.21"
    assert locked["tensorflow-cpu"] == "2.12.0"
    assert not {"tensorflow", "jax", "jaxlib"} & set(locked)


def test_the_two_locks_agree_on_every_package_they_share() -> None:
    bot, development = packages("requirements.txt"), packages("requirements-dev.txt")
    shared = set(bot) & set(development)
    assert shared
    assert {name: bot[name] for name in shared} == {name: development[name] for name in shared}
