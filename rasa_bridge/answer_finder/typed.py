"""What people type around a question: a greeting, thanks, a story; and chat's short forms."""

from __future__ import annotations

import re

from triage.turn.hear import is_question

_SHORT_FORMS = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "tho": "though",
    "pls": "please",
    "plz": "please",
    "vs": "versus",
    "cos": "because",
}
_SHORT = re.compile(rf"\b({'|'.join(_SHORT_FORMS)})\b(?!\.\w)")
_AND = re.compile(r"^\s*(?:n|&)\s+(?=\w)|(?<=\w)\s+(?:n|&)\s+(?=\w)")
_UNTIL = re.compile(
    r"(?<=\bhow long )'?til+\b|\b'?till?\b(?= (?:i|he|she|it|we|they|you|the|my)\b)"
)
"""Until, and not TIL treatment, which has no pronoun after it."""
_COURTESY = re.compile(
    r"^\s*(?:(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you|thx|ta"
    r"|cheers|sorry|ok|okay)\b"
    r"(?:\s+(?:there|a lot|so much|very much|for that))?[\s,.!-]*)+(?:(?:and|but|so)\s)?",
    re.IGNORECASE,
)
_FEWEST = 3
"""Words that must be left for a question."""
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!;])\s+|\n+|\.{2,}|\s-\s")
_BETWEEN_PARTS = re.compile(r"(?<=[.?!;:,])\s+|\n+|\.{2,}|\s-\s")


def plainly(text: str) -> str:
    """Return a question without courtesies before it, and with chat's short forms in full.

    Anything else keeps its greeting or thanks: they are what it says.
    """
    full = _UNTIL.sub("until", _AND.sub(" and ", _SHORT.sub(_in_full, text))).strip()
    bare = _COURTESY.sub("", full)
    return bare if len(bare.split()) >= _FEWEST and is_question(bare) else full


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a message, without those of a word or two; none where it is one."""
    sentences = [each for each in _BETWEEN_SENTENCES.split(text) if len(each.split()) >= _FEWEST]
    return [plainly(each) for each in sentences] if len(sentences) > 1 else []


def questions_in(text: str) -> list[str]:
    """Return the parts of a message that ask by themselves; none where it is one part."""
    parts = [part.strip(" ,;:-") for part in _BETWEEN_PARTS.split(text)]
    return [
        plainly(part)
        for part in parts
        if part != text.strip(" ,;:-") and len(part.split()) >= _FEWEST and is_question(part)
    ]


def _in_full(found: re.Match[str]) -> str:
    return _SHORT_FORMS[found[0]]
