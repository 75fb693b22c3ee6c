"""Whose symptoms a message tells: the writer's own, or those of somebody they care for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from triage.perceive.tokens import Token

_NAMES_ONESELF = frozenset({"im", "am", "as"})
"""Before a relative these name the writer: "as a child"."""
_PASSED_OVER = frozenset({"a", "an", "the", "young", "small", "little"})


def about(tokens: Sequence[Token], people: Mapping[str, frozenset[str]], upto: int | None) -> str:
    """Return `carer` where a relative is the patient, else `self`.

    Args:
        tokens: the words of the message.
        people: word groups `self`, `relative` and `pronoun` of clinical/language.yml.
        upto: index after the first finding; None looks at the whole message.
    """
    whose = "self"
    last = len(tokens) if upto is None else upto
    before = ""
    for token in tokens[:last]:
        word = token.word
        named = word in people["relative"] and before not in _NAMES_ONESELF
        if named or word in people["pronoun"]:
            whose = "carer"
        elif word in people["self"] and word not in {"my", "me"}:
            whose = "self"
        before = before if word in _PASSED_OVER else word
    return whose
