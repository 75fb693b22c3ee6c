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
    rest = text.lstrip("".join(_edges(text)))
    hidden_slash = not _SLASHES.isdisjoint(text[: len(text) - len(rest)])
    return (rest if hidden_slash or not rest else text).strip()


def _edges(text: str) -> set[str]:
    """Return the characters of the text that can stand unseen before a word."""
    return {character for character in text if _is_edge(character)}


def _is_edge(character: str) -> bool:
    return (
        character in _SLASHES
        or character.isspace()
        or unicodedata.category(character) in ("Cf", "Zs", "Cc")
    )
