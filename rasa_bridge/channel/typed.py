"""Typed text is words, never a command: what a patient typed, made safe to hand on."""

from __future__ import annotations

import unicodedata

# Everything that NFKC or a careless eye could turn into a leading slash.
_SLASHES = frozenset("/\uff0f\u2044\u2215\u29f8\u2571")
_KEPT_CONTROLS = frozenset("\n\t")


def typed_text(raw: str) -> str:
    """Return `raw` without control characters, edge spaces and leading slashes.

    Rasa reads a whole message of the form `/intent{...}` as a command; so no typed text
    may begin with a slash. Joiners inside emoji and accents stay. May return "".
    """
    text = raw.encode("utf-8", "replace").decode("utf-8")
    text = "".join(
        character
        for character in text
        if character in _KEPT_CONTROLS or unicodedata.category(character) != "Cc"
    )
    start = 0
    while start < len(text) and _is_edge(text[start]):
        start += 1
    return text[start:].rstrip()


def _is_edge(character: str) -> bool:
    return (
        character in _SLASHES
        or character.isspace()
        or unicodedata.category(character) in ("Cf", "Zs", "Cc")
    )
