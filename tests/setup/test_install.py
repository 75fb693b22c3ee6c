"""`make install` on other people's machines, with stand-ins for uv and Python.

The stand-ins write down what they were asked, so no test downloads anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ["sh", "cat", "cut", "dirname", "grep", "mkdir", "rm", "sha256sum", "sort", "uname", "ln"]
COPIED = [
    "setup",
    ".python-version",
    "pyproject.toml",
    "requirements.txt",
    "requirements-dev.txt",
]
UV = """#!/bin/sh
[ "$1" = --version ] && exit 0
echo "uv $*" >> "$CALLS"
case "$1 $2" in
    "venv --quiet") mkdir -p .venv/bin && ln -sf "$REAL_PYTHON" .venv/bin/python ;;
    "python "*) exit 1 ;;
    "pip sync") exit "${SYNC_EXIT:-0}" ;;
esac
"""
OTHER_PYTHON = """#!/bin/sh
echo "python3 $*" >> "$CALLS"
exit 1
"""


class Machine:
    """A copy of the project's set-up and a PATH that holds only what it is given."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        self.bin = folder / "bin"
        self.calls_file = folder / "calls"
        self.environment = {
            "PATH": str(self.bin),
            "HOME": str(folder),
            "CALLS": str(self.calls_file),
            "REAL_PYTHON": os.path.realpath(sys.executable),
        }
        self.project.mkdir()
        self.bin.mkdir()
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, self.project / name)
            else:
                shutil.copy(source, self.project / name)
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, tool
            (self.bin / tool).symlink_to(found)

    def has(self, name: str, script: str) -> Machine:
        path = self.bin / name
        path.write_text(script)
        path.chmod(0o755)
        return self

    def has_python310(self) -> Machine:
        (self.bin / "python3.10").symlink_to(self.environment["REAL_PYTHON"])
        return self

    def install(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "setup/install.sh"],
            cwd=self.project,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self) -> list[str]:
        return self.calls_file.read_text().splitlines() if self.calls_file.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_run_installs_and_the_second_does_nothing(machine: Machine) -> None:
    machine.has("uv", UV).has_python310()
    first = machine.install()
    assert first.returncode == 0, first.stderr
    assert "setup: The environment is ready." in first.stderr
    commands = [" ".join(call.split()[:3]) for call in machine.calls()]
    assert commands == ["uv venv --quiet", "uv pip sync", "uv pip install"]

    second = machine.install()
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert len(machine.calls()) == 3


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "pyproject.toml"])
def test_a_changed_lock_is_installed_into_the_same_environment(machine: Machine, name: str) -> None:
    machine.has("uv", UV).has_python310()
    machine.install()
    with (machine.project / name).open("a") as changed:
        changed.write("# another line\n")
    assert machine.install().returncode == 0
    assert [call.split()[1] for call in machine.calls()] == ["venv", "pip", "pip", "pip", "pip"]


def test_an_environment_moved_with_its_project_is_installed_again(machine: Machine) -> None:
    machine.has("uv", UV).has_python310()
    machine.install()
    machine.project = machine.project.rename(machine.project.with_name("elsewhere"))
    assert machine.install().returncode == 0
    assert "uv pip sync" in machine.calls()[3]


def test_a_failed_download_is_one_sentence_and_is_tried_again(machine: Machine) -> None:
    machine.has("uv", UV).has_python310()
    machine.environment["SYNC_EXIT"] = "2"
    failed = machine.install()
    assert failed.returncode == 1
    assert failed.stderr.splitlines()[-1].startswith(
        "setup: The packages could not be installed. Please check the internet connection"
    )
    machine.environment["SYNC_EXIT"] = "0"
    assert machine.install().returncode == 0


def test_without_any_python_310_one_sentence_says_how_to_get_it(machine: Machine) -> None:
    machine.has("uv", UV).has("python3", OTHER_PYTHON)
    failed = machine.install()
    assert failed.returncode == 1
    assert "uv python install 3.10" in machine.calls()
    last = failed.stderr.splitlines()[-1]
    assert last.startswith("setup: Python 3.10 is needed, and it could be neither found nor")
    assert "Traceback" not in failed.stderr


def test_without_uv_and_any_working_python_one_sentence_says_so(machine: Machine) -> None:
    machine.has("python3", OTHER_PYTHON)
    failed = machine.install()
    assert failed.returncode == 1
    assert any(call.startswith("python3 -m venv") for call in machine.calls())
    assert failed.stderr.splitlines()[-1].startswith("setup: uv, which installs the packages,")
    assert "Traceback" not in failed.stderr


def test_a_pyenv_python_that_is_not_on_the_path_is_found(machine: Machine, tmp_path: Path) -> None:
    machine.has("uv", UV)
    versions = tmp_path / ".pyenv" / "versions" / "3.10.13" / "bin"
    versions.mkdir(parents=True)
    (versions / "python3.10").symlink_to(machine.environment["REAL_PYTHON"])
    assert machine.install().returncode == 0
    assert machine.calls()[0].endswith(f"--python {versions / 'python3.10'} .venv")


def test_another_kind_of_machine_is_told_before_anything_is_downloaded(machine: Machine) -> None:
    machine.has("uv", UV).has_python310()
    (machine.bin / "uname").unlink()
    machine.has("uname", "#!/bin/sh\necho Darwin arm64\n")
    failed = machine.install()
    assert failed.returncode == 1
    assert "this is Darwin arm64" in failed.stderr
    assert machine.calls() == []
