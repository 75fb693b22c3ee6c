"""Reads yes and no out of a message, and how plainly they are said.

A word of consent counts where it stands alone: "I can" is a yes, "I can hardly swallow" is none.
"A bit" is no plain yes, and neither is "yes, but it is hard".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from triage.perceive.families import plain_words
from triage.perceive.tokens import Break, Token

_SHORT = 6
"""In a reply of so few words a yes may stand last, and "can't" tells something."""
_READ = 24
"""Words read: what makes a yes less than a yes stands near it."""
_QUALIFIES_YES = frozenset({"but", "trouble", "not", "cannot", "wont", "no", "maybe_no"})
_QUALIFIES_NO = frozenset({"but", "yes"})
_HEDGES = frozenset({"maybe_yes", "maybe_no", "dont_know"})
_REFUSALS = frozenset({"not", "cannot", "wont"})
_AFTER_NO = frozenset({"subject", "not", "cannot", "wont", "no", "but", "courtesy", *_HEDGES})
"""What may follow a no that stands alone: "no I do not", but not "no fever"."""
_AFTER_YES = _AFTER_NO | {"auxiliary", "past", "around", "courtesy"}
_OPENERS = frozenset({"around", "courtesy"})
"""What may stand before a yes or no: "well, no"."""
_BEFORE_TROUBLE = frozenset({"around", "auxiliary", "past", "having", "greatly"})
"""What may stand between a denial and the trouble it denies: "not had any trouble"."""
_DENIALS = frozenset({"no", "not"})

_Said = tuple[str, ...]
"""A phrase, word by word."""


class Strength(Enum):
    """How a yes or no may be taken."""

    PLAIN = "plain"
    MAYBE = "maybe"
    """Less than a yes or no: it may count as the worse answer, never as the better one."""
    EASED = "eased"
    """A no of "no trouble": it may count as the better answer, never as the worse one."""


class Lean(NamedTuple):
    """A yes or a no."""

    yes: bool
    strength: Strength = Strength.PLAIN

    @property
    def flag(self) -> str:
        """`yes`, `no`, `maybe_yes` or `maybe_no`."""
        hedge = "maybe_" if self.strength is Strength.MAYBE else ""
        return hedge + ("yes" if self.yes else "no")

    def answers(self, worse: str) -> bool | None:
        """Return the answer to a question whose worse answer is `worse`, None where unclear."""
        better = {"yes": False, "no": True}.get(worse)
        unclear = {Strength.MAYBE: self.yes is better, Strength.EASED: better is True}
        return None if unclear.get(self.strength, False) else self.yes


@dataclass(frozen=True)
class ReplyWords:
    """The words of short replies, from the section `say` of clinical/language.yml."""

    kinds: Mapping[_Said, str]
    """Phrase -> its group."""
    lengths: Mapping[str, int]
    """First word of a phrase -> how many words the longest such phrase has."""

    @classmethod
    def of(cls, groups: Mapping[str, Iterable[str]]) -> ReplyWords:
        """Build from the section; of two groups with one phrase the first counts."""
        kinds: dict[_Said, str] = {}
        for name, phrases in groups.items():
            for phrase in phrases:
                kinds.setdefault(tuple(plain_words(phrase)), name)
        lengths: dict[str, int] = {}
        for words in kinds:
            lengths[words[0]] = max(len(words), lengths.get(words[0], 0))
        return cls(kinds, lengths)

    def says_little(self, word: str) -> bool:
        """Tell whether a word changes nothing beside a yes or no."""
        return self.kinds.get((word,)) == "around"


class _Part(NamedTuple):
    """A phrase of the message."""

    kind: str
    """Its group; empty for a word of none."""
    alone: bool
    """A break stands before it."""


def yes_or_no(tokens: Sequence[Token], words: ReplyWords, *, reports: bool) -> Lean | None:
    """Return the yes or no of a message, None where it cannot be read as one.

    Args:
        tokens: the words of the message.
        words: the words of short replies.
        reports: the message reports something or answers another question; only a yes or no
            that stands in front, or that is all there is, then counts.
    """
    parts = _parts(tokens[:_READ], words)
    if len(tokens) <= _READ and all(part.kind for part in parts):
        return _whole(parts)
    leading = _leading(parts, reports=reports)
    if leading is not None or reports or len(tokens) > _SHORT:
        return leading
    return _last(parts) or _fails(parts)


def _parts(tokens: Sequence[Token], words: ReplyWords) -> list[_Part]:
    """Return the phrases the words make, at each the longest; a break parts a phrase."""
    said = tuple(token.word for token in tokens)
    parts: list[_Part] = []
    start = 0
    while start < len(said):
        end, kind = start + 1, ""
        for length in range(words.lengths.get(said[start], 0), 0, -1):
            found = words.kinds.get(said[start : start + length])
            inside = tokens[start + 1 : start + length]
            if found and all(token.before is Break.NONE for token in inside):
                end, kind = start + length, found
                break
        parts.append(_Part(kind, tokens[start].before is not Break.NONE))
        start = end
    return parts


def _whole(parts: Sequence[_Part]) -> Lean | None:
    """Return what a reply says that has no other word in it."""
    kinds = _kinds(parts)
    crossed = "yes" in kinds and not kinds.isdisjoint({"no", *_REFUSALS})
    if not kinds.isdisjoint({"dont_know", "aside"}) or (crossed and not _denied_trouble(parts)):
        return None
    if not kinds.isdisjoint({"yes", "no"}):
        return _weighed(Lean("yes" in kinds), parts)
    if "trouble" in kinds:
        return None
    lean = _echoed(kinds)
    return Lean(lean.yes, Strength.MAYBE) if lean and "but" in kinds else lean


def _echoed(kinds: frozenset[str]) -> Lean | None:
    """Return what a reply says without yes or no: "I do", "it is not", "a bit"."""
    if not kinds.isdisjoint({"maybe_no", "cannot", "wont"}):
        return Lean(False, Strength.MAYBE)
    if "not" in kinds:
        less = not kinds.isdisjoint({"maybe_yes", "greatly", "courtesy"})
        return Lean(False, Strength.MAYBE if less else Strength.PLAIN)
    if not kinds.isdisjoint({"courtesy", "general"}):
        return None
    if not kinds.isdisjoint({"maybe_yes", "greatly"}):
        return Lean(True, Strength.MAYBE)
    if "subject" in kinds and ("auxiliary" in kinds or "past" in kinds):
        return Lean(True, Strength.PLAIN if "auxiliary" in kinds else Strength.MAYBE)
    return None


def _leading(parts: Sequence[_Part], *, reports: bool) -> Lean | None:
    """Return the yes or no that a longer message begins with: "no, that is over"."""
    first = next((i for i, part in enumerate(parts) if part.kind not in _OPENERS), 0)
    parts = parts[first:]
    head = next((i for i, part in enumerate(parts) if i and part.alone), len(parts))
    if head < len(parts) and all(part.kind for part in parts[:head]):
        lean = _whole(parts[:head])
        return lean and _weighed(lean, parts)
    kind, following = parts[0].kind if parts else "", parts[1:2]
    if kind == "yes":
        stands = not reports or (following and _stands(following[0], _AFTER_YES))
    else:
        stands = kind == "no" and (not following or _stands(following[0], _AFTER_NO))
    return _weighed(Lean(kind == "yes"), parts) if stands else None


def _stands(following: _Part, allowed: Collection[str]) -> bool:
    return following.alone or following.kind in allowed


def _weighed(lean: Lean, parts: Sequence[_Part]) -> Lean:
    """Return a yes or no that was said, less plain where something beside it takes it back."""
    kinds = _kinds(parts)
    if lean.strength is not Strength.PLAIN:
        return lean
    if _denied_trouble(parts):
        return lean if lean.yes else Lean(False, Strength.EASED)
    against = _HEDGES | (_QUALIFIES_YES if lean.yes else _QUALIFIES_NO)
    return lean if kinds.isdisjoint(against) else Lean(lean.yes, Strength.MAYBE)


def _last(parts: Sequence[_Part]) -> Lean | None:
    """Return the yes or no that a short reply ends in: "I would say no"."""
    kind = parts[-1].kind if parts else ""
    return _weighed(Lean(kind == "yes"), parts) if kind in {"yes", "no"} else None


def _fails(parts: Sequence[_Part]) -> Lean | None:
    """Return a no where a short reply says that something is not done or cannot be."""
    kinds = _kinds(parts)
    denies = not kinds.isdisjoint(_REFUSALS) and "aside" not in kinds
    return Lean(False, Strength.MAYBE) if denies and not _denied_trouble(parts) else None


def _denied_trouble(parts: Sequence[_Part]) -> bool:
    """Tell whether a trouble is denied: "no problem", "I have not had any trouble"."""
    for index, part in enumerate(parts):
        if part.kind != "trouble":
            continue
        place = index
        while place and not parts[place].alone and parts[place - 1].kind in _BEFORE_TROUBLE:
            place -= 1
        if place and not parts[place].alone and parts[place - 1].kind in _DENIALS:
            return True
    return False


def _kinds(parts: Iterable[_Part]) -> frozenset[str]:
    return frozenset(part.kind for part in parts)
