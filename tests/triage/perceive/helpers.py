"""What the tests of perception read off a perceived message."""

from __future__ import annotations

from triage.model import Perceived


def counting(perceived: Perceived) -> set[str]:
    """Return the symptoms that count: present, or to be asked about."""
    return {f.symptom for f in perceived.findings if f.status.counts}


def statuses(perceived: Perceived) -> dict[str, str]:
    """Return each symptom named with its status."""
    return {finding.symptom: finding.status.value for finding in perceived.findings}
