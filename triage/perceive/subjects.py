"""Whom a sentence is about: the patient, somebody else, an animal, people in general, a text."""

from __future__ import annotations

from collections.abc import Sequence

from triage.perceive.acquaintances import (
    begins_a_story,
    is_acquaintance,
    owned_by,
    says_where,
    says_which,
)
from triage.perceive.clauses import Layout
from triage.perceive.tokens import Break, Token
from triage.perceive.who import NOT_HERE, REOPENS, Subject, Who

_LONGEST_NAME = 3
"""Words that may stand between "my" and the person: "my late father", "my wife's best friend"."""
_GOES_ON = frozenset({"and", "who", "whose", "with", "then", "but", "when", "also"})
"""Words that, after a comma, go on about the same person."""
_CALLS = frozenset(
    {"help", "please", "call", "ring", "phone", "come", "answer", "tell", "send", "get"}
)
"""After "someone" these ask for help: "someone please ring, can't breathe"."""
_MANY = frozenset({"people", "folk", "folks", "patients", "others", "women", "men", "adults"})
"""These nobody calls for help: "people ring me because they faint"."""
_SEES = frozenset({"saw", "heard", "know", "knew", "read", "met", "see"})
_DETERMINERS = frozenset({"the", "a", "an", "my", "our", "his", "her", "their"})
_OURS = frozenset({"my", "our"})
_AGED = frozenset({"old", "little", "young", "big", "poor", "wee", "dear", "own", "two", "three"})
_YOUNG = frozenset({"boy", "girl", "kid", "kids", "child", "baby", "toddler"})
_WHERE = frozenset({"in", "at", "from", "down", "across", "opposite", "next", "off"})
"""After "the boy" these tell that it is a stranger: "the old boy in bed four"."""
_ANY = frozenset({"a", "an", "another", "some"})
_BESIDE = frozenset({"to", "onto", "beside", "near", "behind", "opposite", "like"})
_TOWARD = frozenset({"to", "with", "by", "from", "at", "for", "near", "beside", "around", "past"})
"""After one of these, people do nothing themselves: "I was out with people and collapsed"."""
_DONE_TO = frozenset(
    {"let", "lets", "letting", "need", "needs", "needed", "want", "wants", "wanted", "tell",
     "telling", "told", "ask", "asking", "asked", "recognise", "recognises", "recognize",
     "recognizes", "bother", "bothering", "worry", "frighten", "scare", "trust", "trusts", "hit",
     "find", "call", "calling", "called", "phone", "ring", "rang", "wake", "woke"}
)  # fmt: skip
"""After one of these, anybody is only acted on: "she won't let anybody touch it"."""
_TOLD_MORE_OF = frozenset({"with", "who", "whose", "on", "having", "that", "has", "had", "have"})
"""After "tell people" or "want somebody" these go on about them."""


_HIS = frozenset({"his", "her"})
"""Before somebody these name another too, whom "he" may mean: "his friend was ill, now he is"."""
_ME = frozenset({"me", "us"})
_TELL = frozenset(
    {"tell", "tells", "telling", "told", "say", "says", "said", "ask", "asks", "asking", "ring",
     "rings", "phone", "phones", "email", "text", "message", "write", "writes", "complain",
     "complains", "describe", "describes", "show", "shows"}
)  # fmt: skip
"""After one of these "me" is who hears another's story."""
_ONE = frozenset({"one", "ones"})
"""After "little" a child: "our little one"."""
_LISTS = frozenset({"has", "lists", "says", "includes", "mentions", "names", "contains", "asks"})
"""After one of these a text goes on past commas: "the red list has fits, chest pain, fever"."""
_SEVERAL = frozenset({"all", "both", "two", "three", "four", "several", "many", "most", "these"})
_OF_SEVERAL = frozenset({"are", "were", "have", "get", "do", "both", "who", "faint", "panic"})
"""Verbs of several people: "my cousins get chest pains"."""
_VET = "vet"
"""What one says is said of an animal."""
_NEAREST = (Subject.PATIENT, Subject.RELATIVE)
_COMPARES = frozenset({("like",), ("as", "if"), ("as", "though")})
"""After one of these, somebody is only a comparison: "as if someone twists a knife in me"."""


def subjects_of(tokens: Sequence[Token], layout: Layout, who: Who) -> list[Subject]:
    """Return whom each word of a message is said of, in one walk over it.

    Args:
        tokens: the words of the message.
        layout: its sentences and clauses.
        who: the words that tell.
    """
    found: list[Subject] = []
    holder, third = Subject.PATIENT, Subject.PATIENT
    opening, last, which = True, -1, False
    groups = listing = False
    for index, token in enumerate(tokens):
        word = token.word
        begins = not index or layout.clause[index] != layout.clause[index - 1]
        may_turn = begins or opening or token.before is Break.SOFT or word in who.telling
        if holder in _NEAREST and not may_turn:
            found.append(holder)
            continue
        which = last >= 0 and says_which(tokens, index, last, who.goes_on, begun=which)
        if index and layout.sentence[index] != layout.sentence[index - 1]:
            holder, opening, last = Subject.PATIENT, True, -1
            third = Subject.UNSURE if third is Subject.CREATURE else third
        elif index and begins:
            opening, last = True, -1
        elif token.before is Break.SOFT:
            holder = holder if listing else _past_a_comma(holder, word, who)
            opening, last = True, -1
        which = which and holder not in _NEAREST and last >= 0
        may_name = not which and (opening or word in who.nouns)
        named = _named(tokens, index, who, opening=opening) if may_name else None
        if named and owned_by(tokens, index, last):
            owns = tokens[last].owns
            holder = third = _of_another(holder, named, owned=owns)
            last = index
        elif named and (last < 0 or tokens[index - 1].word not in _TOWARD):
            holder, third = named, _meant_by_he(tokens, index, named)
            last = index
        elif word == "they" and groups and _next(tokens, index) in _SEVERAL:
            holder = Subject.ANYBODY
        elif word in who.pronouns:
            holder = third
        elif word in who.mine:
            told_of = (which and says_where(tokens, index)) or (
                word == "my" and _person_ahead(tokens, index, who)
            )
            told_of = told_of or (word in _ME and holder in NOT_HERE and _is_told(tokens, index))
            told_of = told_of or (word == "mine" and tokens[index - 1].word in _BESIDE)
            seen = opening and _next(tokens, index) in _SEES
            holder = holder if told_of or seen else Subject.PATIENT
        elif word in who.groups["reports"] and holder is Subject.STRANGER:
            holder = Subject.CREATURE if tokens[last].word == _VET else Subject.UNSURE
        groups = groups or word in who.groups["kin"]
        listing = holder is Subject.TEXT and (listing or word in _LISTS)
        opening = word in REOPENS or (opening and _may_open(tokens, index, who))
        found.append(holder)
    return found


def _past_a_comma(holder: Subject, word: str, who: Who) -> Subject:
    """Return whom a part after a comma is said of, by its first word."""
    goes_on = word in _GOES_ON or word in who.verbs or word in who.pronouns
    return Subject.UNSURE if holder in NOT_HERE and not goes_on else holder


def _named(tokens: Sequence[Token], index: int, who: Who, *, opening: bool) -> Subject | None:
    """Return whom a word names where it is what the clause is about."""
    word = tokens[index].word
    little = word in _ONE and index > 0 and tokens[index - 1].word in _AGED
    subject = Subject.RELATIVE if little else who.nouns.get(word)
    if subject is None or word in who.groups["kin"]:
        group = _is_a_group(tokens, index, who)
        met = opening and (group or is_acquaintance(tokens, index, who.groups, who.verbs))
        return Subject.STRANGER if met else None
    begins = index
    while begins > max(0, index - 2) and tokens[begins].before is Break.NONE:
        begins -= 1
    before = [token.word for token in tokens[begins:index]]
    if subject is Subject.ANYBODY:
        asks = word not in _MANY and _next(tokens, index) in _CALLS
        compared = tuple(before) in _COMPARES or tuple(before[-1:]) in _COMPARES
        aside = asks or compared or not _TOWARD.isdisjoint(before[-1:])
        acted_on = not _DONE_TO.isdisjoint(before[-1:]) and not _told_more_of(tokens, index, who)
        return None if aside or acted_on else subject
    if not opening:
        return None
    if word in who.groups["ours"] and _is_ours(before):
        return Subject.RELATIVE
    young = word in _YOUNG and "the" in before and _next(tokens, index) in _WHERE
    if young or (subject is Subject.RELATIVE and not _ANY.isdisjoint(before)):
        return Subject.STRANGER
    seen = not _SEES.isdisjoint(before)
    return None if word in who.groups["staff"] and seen else subject


def _meant_by_he(tokens: Sequence[Token], index: int, named: Subject) -> Subject:
    """Return whom "he" means from here on: after "his friend" either of two."""
    of_another = index > 0 and tokens[index - 1].word in _HIS
    return Subject.UNSURE if named is Subject.STRANGER and of_another else named


def _told_more_of(tokens: Sequence[Token], index: int, who: Who) -> bool:
    """Tell whether it goes on about anybody: "people with colitis", but not "someone with him"."""
    beside = _next(tokens, index + 1) in who.pronouns | who.mine
    return _next(tokens, index) in _TOLD_MORE_OF and not beside


def _is_a_group(tokens: Sequence[Token], index: int, who: Who) -> bool:
    """Tell whether several relatives are named, not what one has: "my cousins get …".

    "My sons breathing is bad" lacks no more than an apostrophe.
    """
    if tokens[index].word not in who.groups["kin"]:
        return False
    several = tokens[index - 1].word in _SEVERAL if index else False
    several = several or (index > 1 and tokens[index - 2].word in _SEVERAL)
    return several or _next(tokens, index) in _OF_SEVERAL


def _may_open(tokens: Sequence[Token], index: int, who: Who) -> bool:
    """Tell whether a person may still be named: "my old", "saw that the", "the tennis" coach."""
    word = tokens[index].word
    if word in who.groups["kin"] or word in _SEVERAL:
        return True
    if word in who.groups["opener"] or word in who.mine or word in who.nouns:
        return True
    if begins_a_story(tokens, index, who.groups["stranger"]):
        return True
    before = tokens[index - 1] if index else None
    after = before is not None and (before.word in _DETERMINERS or before.owns)
    return after and _next(tokens, index) in who.nouns


def _is_ours(before: Sequence[str]) -> bool:
    """Tell whether one of the family is named: "our lad", "my old man", but "our lollipop lady"."""
    if before[-1:] and before[-1] in _OURS:
        return True
    return len(before) > 1 and before[0] in _OURS and before[1] in _AGED


def _of_another(owner: Subject, named: Subject, *, owned: bool) -> Subject:
    """Tell whom two nouns name: "my friend's husband" and "my niece's baby" are strangers."""
    near = {Subject.RELATIVE, Subject.DISTANT}
    if owner is Subject.DISTANT and named in near and owned:
        return Subject.STRANGER
    return owner if named in near and owner not in near else named


def _next(tokens: Sequence[Token], index: int) -> str:
    return tokens[index + 1].word if index + 1 < len(tokens) else ""


def _is_told(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the writer only hears it: "callers tell me they cannot breathe"."""
    before = tokens[index - 1].word if index else ""
    return before in _TELL or (index > 1 and before == "to" and tokens[index - 2].word in _TELL)


def _person_ahead(tokens: Sequence[Token], index: int, who: Who) -> bool:
    """Tell whether "my" only says whose friend or neighbor it is."""
    ahead = tokens[index + 1 : index + 1 + _LONGEST_NAME]
    return any(token.word in who.nouns for token in ahead)
