"""Tells whether a kind of speech is said to be so, or denied, asked about, wished or supposed."""

from __future__ import annotations

from collections.abc import Sequence

from triage.perceive.clauses import Layout
from triage.perceive.phrases import Match
from triage.perceive.tokens import Break, Token

_REACH = 6
"""Words before a phrase that may deny it."""
_NOT = frozenset(
    {"not", "never", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "havent",
     "hasnt", "hadnt", "aint", "cant", "cannot", "couldnt", "wont", "wouldnt", "nobody", "none",
     "hardly", "barely", "unable", "without"}
)  # fmt: skip
_JOINS = frozenset({"and", "but", "so", "because", "since", "after", "then", "as", "when"})
_SUBJECTS = frozenset({"i", "im", "ive", "it", "its", "he", "hes", "she", "shes", "they", "we"})
_BELIEVES = frozenset({"think", "believe", "say", "sure", "that", "thought", "said", "as"})
_AUXILIARIES = frozenset(
    {"do", "does", "did", "am", "is", "are", "was", "were", "has", "have", "had", "can", "could",
     "should", "shall", "will", "would", "may", "might", "must"}
)  # fmt: skip
_ASKING = frozenset({"how", "which", "where", "what", "whats", "why", "who", "whether"})
_STARTS = frozenset({"so", "and", "or", "but", "then", "ok", "okay", "well", "please", "hi"})
_ASKED_OF = _SUBJECTS | {
    *("you", "my", "a", "an", "the", "this", "that", "there", "his", "her", "these", "those"),
    "someone",
}
"""What a question is asked of, right after its verb: "should my ...", "is there ..."."""
_SUPPOSED = frozenset(
    {"if", "unless", "until", "till", "whether", "hope", "hoping", "want", "wish", "will", "would",
     "could", "might", "may", "should", "shall", "to", "need", "try", "trying", "how", "before",
     "iwill", "iwould"}
)  # fmt: skip
_HANDS_ON = _BELIEVES | _AUXILIARIES | _NOT | _SUPPOSED
"""After one of these a subject begins no statement of its own: "I hope it gets better"."""


def is_denied(match: Match, tokens: Sequence[Token], layout: Layout) -> bool:
    """Tell whether a phrase is denied: "I have not called", "it does not feel any better"."""
    first = _begins(match, tokens, layout)
    said = [i for i in range(first, match.end) if i not in match.words]
    if match.start and tokens[match.start - 1].word == "no" and first < match.start:
        return not tokens[match.start].before and tokens[match.start].word not in _SUBJECTS
    return any(_denies(tokens, i) for i in said)


def is_supposed(match: Match, tokens: Sequence[Token], layout: Layout) -> bool:
    """Tell whether a phrase is asked about, wished or supposed: "should I call them?"."""
    first, _ = layout.clause_span(layout.clause[match.start])
    while first < match.start and tokens[first].word in _STARTS:
        first += 1
    opening = [token.word for token in tokens[first : first + 2]]
    if opening[0] in _ASKING and first < match.start:
        return True
    if opening[0] == "when" and opening[-1] in _AUXILIARIES:
        return True
    if opening[0] in _AUXILIARIES and not _ASKED_OF.isdisjoint(opening[1:]):
        return True
    nearest = _begins(match, tokens, layout)
    return any(
        tokens[i].word in _SUPPOSED for i in range(nearest, match.end) if i not in match.words
    )


def says_not(tokens: Sequence[Token]) -> bool:
    """Tell whether anything in a message is denied."""
    return any(_denies(tokens, index) for index in range(len(tokens)))


def _denies(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return tokens[index].word in _NOT and following not in {"mind", "only", "just"}


def _begins(match: Match, tokens: Sequence[Token], layout: Layout) -> int:
    """Return the first word of the statement that a phrase belongs to."""
    first, _ = layout.clause_span(layout.clause[match.start])
    index = match.start
    while index > max(first, match.start - _REACH):
        before = tokens[index - 1]
        if tokens[index].before is not Break.NONE or before.word in _JOINS:
            break
        handed_on = before.word in _HANDS_ON
        if tokens[index].word in _SUBJECTS and not handed_on:
            break
        index -= 1
    return index
