"""Kinds of speech beside symptoms: I called, nobody answers, start again, a question."""

from __future__ import annotations

from collections.abc import Sequence

from triage.perceive.clauses import Layout
from triage.perceive.phrases import Match
from triage.perceive.spelling import Speller
from triage.perceive.stated import is_denied, is_supposed, says_not
from triage.perceive.tokens import Token
from triage.perceive.yes_no import Lean

_START_AGAIN = "start_again"
_WORSE = "worse_now"
COMPARED = "compared"
"""It is asked which of two is worse, or what if it gets worse."""
DENIED = "denied"
"""Something is denied, so that the message may say the opposite of what its words sound like."""
_STATED = frozenset({"called", "better", "over_now", "team_said", "help_coming", "in_care"})
"""Groups that count only where it is said to be so: not asked, wished or supposed."""
_TURNED = {
    "called": "not_called",
    "help_coming": "not_called",
    "better": _WORSE,
    "over_now": "still_there",
}
"""Group -> what it means where it is denied."""
_DENIABLE = _STATED | {_WORSE, "still_there", "same"}
_IF = frozenset({"if", "when"})
_WHICH = frozenset({"which", "what", "whats", "who"})
"""First words of a question that compares: "which one is worse?"."""
_WISHES = frozenset(
    {"can", "could", "may", "shall", "should", "would", "we", "i", "you", "me", "us", "let", "lets",
     "want", "to", "like", "need", "wish", "rather", "just", "please", "pls", "ok", "okay", "no",
     "now", "then", "so", "and", "or", "hi", "hello", "sorry", "oops", "better", "how", "do",
     "get", "iwould", "iwill", "im", "going", "the", "a", "try", "go", "this"}
)  # fmt: skip
"""Words before the wish for a fresh start."""
_AFTER_A_WISH = frozenset(
    {"please", "pls", "now", "then", "thanks", "thank", "you", "over", "again", "ok", "okay",
     "from", "the", "beginning", "with", "this", "everything", "chat", "conversation", "talk"}
)  # fmt: skip
_OF_A_CASE = frozenset({"i", "im", "my", "it", "its", "he", "she", "his", "her", "feel", "has"})


def flags_of(
    tokens: Sequence[Token],
    layout: Layout,
    matches: Sequence[Match],
    speller: Speller,
    lean: Lean | None,
    *,
    bad_number: bool,
) -> frozenset[str]:
    """Return the speech groups heard and what else the message is.

    Beside the groups of clinical/language.yml: `yes`, `no`, `maybe_yes` and `maybe_no` (what the
    message is or begins with), `not_called`, `dont_know`, `question`, `bad_number`, `compared`,
    `denied` and `no_known_word`.

    Args:
        tokens: the words of the message.
        layout: its sentences.
        matches: every phrase in it.
        speller: knows which words are words.
        lean: the yes or no it is or begins with.
        bad_number: a reading was given that cannot be one.
    """
    flags: set[str] = set()
    for match in matches:
        if match.target.kind == "speech" and (group := _meant(match, tokens, layout)):
            flags.add(group)
        elif match.target.kind == "say":
            flags.add(match.target.name)
    if lean is not None:
        flags.add(lean.flag)
    if says_not(tokens):
        flags.add(DENIED)
    if layout.asked:
        flags.add("question")
    if bad_number:
        flags.add("bad_number")
    if not any(token.is_number or speller.knows(token.word) for token in tokens):
        flags.add("no_known_word")
    return frozenset(flags)


def _meant(match: Match, tokens: Sequence[Token], layout: Layout) -> str | None:
    """Return the group that a phrase of a group stands for in its place; None for none."""
    group = match.target.name
    if group == _START_AGAIN:
        return group if _of_the_conversation(match, tokens, layout) else None
    if group == _WORSE and _compares(match, tokens, layout):
        return COMPARED
    if group in _STATED and is_supposed(match, tokens, layout):
        return None
    if group in _DENIABLE and is_denied(match, tokens, layout):
        return _TURNED.get(group)
    return group


def _compares(match: Match, tokens: Sequence[Token], layout: Layout) -> bool:
    """Tell whether it is asked what is worse, or what if it gets so, and nothing is said to be."""
    first, _ = layout.clause_span(layout.clause[match.start])
    before = [token.word for token in tokens[first : match.start]]
    if not _IF.isdisjoint(before) and layout.sentence[match.start] in layout.asked:
        return True
    return not _WHICH.isdisjoint(before[:2]) and _OF_A_CASE.isdisjoint(before)


def _of_the_conversation(match: Match, tokens: Sequence[Token], layout: Layout) -> bool:
    """Tell whether the conversation is to start again: no treatment, no jogging, no bleeding.

    "Can we start again?" is a wish; "can I start it again later?" asks about treatment.
    """
    first, end = layout.clause_span(layout.clause[match.start])
    before, after = tokens[first : match.start], tokens[match.end : end]
    return (
        len(match.words) == match.end - match.start
        and all(token.word in _AFTER_A_WISH for token in after)
        and all(token.word in _WISHES for token in before)
    )
