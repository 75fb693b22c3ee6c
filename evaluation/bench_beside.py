"""The engine beside that of another checkout, message by message: a noisy machine slows both.

Run as a script it is one of the two: it reads texts as JSON lines and answers with milliseconds.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROUNDS = 80


def beside(checkout: Path, texts: Sequence[str]) -> Mapping[str, float]:
    """Return milliseconds of CPU of both engines, and the median of the ratios.

    Args:
        checkout: folder of another commit, with its `triage/` and `clinical/`.
        texts: read in turn; each round changes them a little, so that no cache answers.

    Raises:
        FileNotFoundError: there is no engine.
    """
    if not (checkout / "triage").is_dir():
        raise FileNotFoundError(f"{checkout} holds no triage/: give the folder of a checkout.")
    processes = [_started(tree) for tree in (Path.cwd(), checkout.resolve())]
    taken: list[tuple[float, ...]] = [
        tuple(_asked(process, f"{text} {number}") for process in processes)
        for number in range(ROUNDS)
        for text in texts
    ]
    for process in processes:
        process.communicate()
    own, other = zip(*taken, strict=True)
    return {
        "here, median (ms)": statistics.median(own),
        "there, median (ms)": statistics.median(other),
        "median of the ratios": statistics.median(a / b for a, b in taken),
    }


def _started(tree: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, __file__],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _asked(process: subprocess.Popen[str], text: str) -> float:
    if process.stdin is None or process.stdout is None:
        raise OSError("The other process has no pipes.")
    process.stdin.write(json.dumps(text) + "\n")
    process.stdin.flush()
    return float(process.stdout.readline())


def _answer() -> None:
    from triage.decide import decide
    from triage.model import Case
    from triage.perceive import perceive
    from triage.tables import load

    tables = load(Path.cwd() / "clinical")
    perceive("", tables)
    for line in sys.stdin:
        text = json.loads(line)
        start = time.process_time()
        heard = perceive(text, tables)
        findings = {finding.symptom: finding.status for finding in heard.findings}
        decide(Case(findings=findings, answers=heard.answers, therapies=heard.therapies), tables)
        print(1000 * (time.process_time() - start), flush=True)


if __name__ == "__main__":
    _answer()
