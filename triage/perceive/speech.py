"""Kinds of speech beside symptoms: I called, nobody answers, start again, a question."""

from __future__ import annotations

from collections.abc import Sequence

from triage.perceive.clauses import Layout
from triage.perceive.negators import DENYING, denied_inside
from triage.perceive.pending import leading_yes_or_no
from triage.perceive.phrases import Match
from triage.perceive.spelling import Speller
from triage.perceive.tokens import Break, Token

_START_AGAIN = "start_again"
_WORSE = "worse_now"
_GOOD_NEWS = frozenset({"better", "over_now"})
"""Groups that a "not" turns round."""
_RIGHT_BEFORE = 2
"""Words before such a phrase that may deny it: "not feeling better"."""
COMPARED = "compared"
"""It is asked which of two is worse, or what if it gets worse."""
_IF = frozenset({"if", "when"})
_WHICH = frozenset({"which", "what", "whats", "who"})
"""First words of a question that compares: "which one is worse?"."""
_AFTER_A_WISH = frozenset(
    {"please", "pls", "now", "then", "thanks", "thank", "you", "over", "again", "ok", "okay",
     "from", "the", "beginning", "with", "this", "everything", "chat", "conversation", "talk"}
)  # fmt: skip
_OF_A_CASE = frozenset({"i", "im", "my", "it", "its", "he", "she", "his", "her", "feel", "has"})
_THEM = frozenset({"they", "he", "she", "doctor", "doctors", "oncologist", "hospital", "clinic"})
"""Who starts a treatment again, but no conversation."""


def flags_of(
    tokens: Sequence[Token],
    layout: Layout,
    matches: Sequence[Match],
    speller: Speller,
    *,
    bad_number: bool,
) -> frozenset[str]:
    """Return the speech groups heard and what else the message is.

    Beside the groups of clinical/language.yml: `yes`, `no` (what the message is or begins with),
    `dont_know`, `question`, `bad_number`, `compared` and `no_known_word`.

    Args:
        tokens: the words of the message.
        layout: its sentences.
        matches: every phrase in it.
        speller: knows which words are words.
        bad_number: a reading was given that cannot be one.
    """
    flags = {
        match.target.name
        for match in matches
        if match.target.kind == "speech"
        and (match.target.name != _START_AGAIN or _of_the_conversation(match, tokens, layout))
        and (match.target.name != _WORSE or not _compares(match, tokens, layout))
        and (match.target.name not in _GOOD_NEWS or not _denied(match, tokens))
    }
    compared = [match for match in matches if match.target[:2] == ("speech", _WORSE)]
    if any(_compares(match, tokens, layout) for match in compared):
        flags.add(COMPARED)
    said = [match for match in matches if match.target.kind == "say"]
    flags.update(match.target.name for match in said if match.target.name == "dont_know")
    leading = leading_yes_or_no(tokens, said)
    if leading is not None:
        flags.add(leading)
    if layout.asked:
        flags.add("question")
    if bad_number:
        flags.add("bad_number")
    if not any(token.is_number or speller.knows(token.word) for token in tokens):
        flags.add("no_known_word")
    return frozenset(flags)


def _denied(match: Match, tokens: Sequence[Token]) -> bool:
    """Tell whether a "not" stands in it or right before it: "it has not stopped"."""
    if denied_inside(match.words, tokens):
        return True
    first = max(0, match.start - _RIGHT_BEFORE)
    return any(
        tokens[index].word in DENYING
        and all(token.before is Break.NONE for token in tokens[index + 1 : match.start + 1])
        for index in range(first, match.start)
    )


def _compares(match: Match, tokens: Sequence[Token], layout: Layout) -> bool:
    """Tell whether it is asked what is worse, or what if it gets so, and nothing is said to be."""
    first, _ = layout.clause_span(layout.clause[match.start])
    before = [token.word for token in tokens[first : match.start]]
    if not _IF.isdisjoint(before) and layout.sentence[match.start] in layout.asked:
        return True
    return not _WHICH.isdisjoint(before[:2]) and _OF_A_CASE.isdisjoint(before)


def _of_the_conversation(match: Match, tokens: Sequence[Token], layout: Layout) -> bool:
    """Tell whether the conversation is to start again: no treatment, no jogging, and not by them.

    "Can we start again?" is a wish; "can I start it again later?" asks about treatment.
    """
    first, end = layout.clause_span(layout.clause[match.start])
    before, after = tokens[first : match.start], tokens[match.end : end]
    return (
        len(match.words) == match.end - match.start
        and all(token.word in _AFTER_A_WISH for token in after)
        and not any(token.word in _THEM for token in before)
    )
