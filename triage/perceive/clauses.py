"""Cuts a message into sentences and clauses, the reach of most cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from triage.perceive.tokens import Break, Token, Words

_ALWAYS_CAPITAL = frozenset({"i", "im", "ive", "id", "iwill", "iwould", "iam"})
"""Words whose capital says nothing of a new sentence."""
_WHEN = frozenset({"when", "whenever", "while", "because", "until", "unless"})
"""With these begins what a denial does not reach: "can't get air when I climb the stairs"."""
_ONLY = frozenset({"nothing", "anything", "all"})
"""Before "but" these leave one thing out: "nothing but blood"."""
_RELATIVE = frozenset({"that", "which", "who"})
"""Words that go on about the word before them: "a back that is in spasm"."""


@dataclass(frozen=True)
class Grammar:
    """The words that cut a message, from clinical/language.yml."""

    subjects: frozenset[str]
    """Words that begin a new statement: i, my, she, there ..."""
    contrast: frozenset[str]
    """Words that always begin a new clause: but, however ..."""
    joining: frozenset[str]
    """Words that begin one where a subject follows: and, so, because ..."""

    @cached_property
    def cutting(self) -> frozenset[str]:
        """Words that begin a clause without a comma."""
        return self.contrast | self.joining


@dataclass(frozen=True)
class Layout:
    """Which sentence and clause each word is in."""

    sentence: tuple[int, ...]
    clause: tuple[int, ...]
    asked: frozenset[int]
    """Sentences that end in a question mark."""
    starts: tuple[int, ...]
    """Index of the first word of each clause."""

    def clause_span(self, clause: int) -> tuple[int, int]:
        """Return the first word of a clause and the word after its last."""
        last = clause + 1 == len(self.starts)
        return self.starts[clause], len(self.clause) if last else self.starts[clause + 1]


def lay_out(words: Words, grammar: Grammar, *, loose: bool = False) -> Layout:
    """Return the sentences and clauses of a message.

    Args:
        words: the message.
        grammar: the words that cut it.
        loose: neither a capital nor a new line opens a sentence, and "that is ..." no clause.
    """
    tokens = words.tokens
    sentence: list[int] = []
    clause: list[int] = []
    starts: list[int] = []
    asked: set[int] = set()
    parts = Break.HARD if loose else Break.LINE
    number = -1
    for index, token in enumerate(tokens):
        opens = token.opening and not loose and _opens(token, grammar)
        if not index or token.before >= parts or opens:
            if token.asked:
                asked.add(number)
            number += 1
            starts.append(index)
        elif token.before is Break.SOFT or token.word in grammar.cutting:
            relative = loose and token.word in _RELATIVE
            if not relative and _new_clause(words, index, grammar):
                starts.append(index)
        sentence.append(number)
        clause.append(len(starts) - 1)
    if words.ends_asking and sentence:
        asked.add(sentence[-1])
    return Layout(tuple(sentence), tuple(clause), frozenset(asked), tuple(starts))


def _opens(token: Token, grammar: Grammar) -> bool:
    """Tell whether a capital opens a sentence: not that of "I"."""
    return token.word in grammar.subjects and token.word not in _ALWAYS_CAPITAL


def _new_clause(words: Words, index: int, grammar: Grammar) -> bool:
    """Tell whether a comma or a word that may cut does begin a clause."""
    tokens = words.tokens
    word = tokens[index].word
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if word in grammar.contrast:
        return True
    if word in grammar.joining:
        return following in grammar.subjects
    after_joining = tokens[index - 1].word in grammar.joining
    soft = tokens[index].before is Break.SOFT
    return soft and word in grammar.subjects and not after_joining


def statements(tokens: Sequence[Token], layout: Layout) -> list[int]:
    """Return where clauses begin that no denial before them goes on into: "no fever but ...".

    "Or" goes on with what is denied, and "nothing but blood" denies nothing.
    """
    begun = [
        index
        for index in layout.starts
        if tokens[index].word != "or" and (not index or tokens[index - 1].word not in _ONLY)
    ]
    return [*begun, *(index for index, token in enumerate(tokens) if token.word in _WHEN)]
