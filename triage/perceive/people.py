"""Whose symptoms a message tells: the writer's own, or those of somebody they care for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from triage.perceive.tokens import Token


def about(tokens: Sequence[Token], people: Mapping[str, frozenset[str]], upto: int | None) -> str:
    """Return `carer` where a relative is the patient, else `self`.

    Args:
        tokens: the words of the message.
        people: word groups `self`, `relative` and `pronoun` of clinical/language.yml.
        upto: index after the first finding; None looks at the whole message.
    """
    whose = "self"
    last = len(tokens) if upto is None else upto
    previous = ""
    for token in tokens[:last]:
        word = token.word
        if (word in people["relative"] and previous not in {"im", "as"}) or word in people[
            "pronoun"
        ]:
            whose = "carer"
        elif word in people["self"] and word not in {"my", "me"}:
            whose = "self"
        previous = word
    return whose
