"""What the tests of perception read off a perceived message."""

from __future__ import annotations

from triage.model import Perceived
from triage.perceive import perceive
from triage.tables import Tables


def counting(perceived: Perceived) -> set[str]:
    """Return the symptoms that count: present, or to be asked about."""
    return {f.symptom for f in perceived.findings if f.status.counts}


def statuses(perceived: Perceived) -> dict[str, str]:
    """Return each symptom named with its status."""
    return {finding.symptom: finding.status.value for finding in perceived.findings}


def assert_told_apart(harmless: str, report: str, symptom: str, tables: Tables) -> None:
    """Fail where the harmless text counts for anything, or the report beside it is not heard."""
    quiet, heard = (counting(perceive(text, tables)) for text in (harmless, report))

    assert not quiet, f"{harmless}: {quiet}"
    assert symptom in heard, f"{report}: {heard}"
