"""What somebody must not do is no complaint: "I must not eat before the scan"."""

from __future__ import annotations

from collections.abc import Sequence

from triage.perceive.phrases import Match
from triage.perceive.tokens import Break, Token

_MUST = frozenset({"should", "must", "ought", "shall"})
_MUST_TO = frozenset({"supposed", "have", "has", "had", "need", "needs", "told", "asked", "meant"})
_WHO = frozenset({"i", "he", "she", "we", "you", "they"})
_SEEMS = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared"})
"""Before "not to" these tell how it is: "he seems not to hear me"."""
_ABLE = "able"


def is_duty(match: Match, tokens: Sequence[Token]) -> bool:
    """Tell whether "not" in the words of a symptom forbids, and says of nothing that it fails.

    Args:
        match: the finding; only one that goes on with "not" can forbid.
        tokens: the words of the message.
    """
    said = [token.word for token in tokens[match.start : match.end]]
    if said[0] != "not" or _ABLE in said or tokens[match.start].before is not Break.NONE:
        return False
    before = [token.word for token in tokens[max(0, match.start - 2) : match.start]]
    if said[1:2] == ["to"]:
        return _SEEMS.isdisjoint(before[-1:])
    if before[-1:] == ["to"]:
        return not _MUST_TO.isdisjoint(before[:-1])
    if before and before[-1] in _WHO:
        before.pop()
    return not _MUST.isdisjoint(before[-1:])
