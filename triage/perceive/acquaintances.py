"""Somebody met elsewhere, who is not the patient: "Sheila from bowls", "the chap opposite me"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from triage.perceive.tokens import Break, Token

_LONGEST = 3
"""Words between "from" and where somebody is met, and before a friend: "had a very good friend"."""
_ANY = frozenset({"a", "an", "another", "some"})
_WHICH = frozenset(
    {"of", "in", "on", "at", "from", "opposite", "near", "next", "across", "down", "up", "behind",
     "beside", "off", "along", "with"}
)  # fmt: skip
"""After a person these begin which one is meant: "the chap opposite me", "a friend of mine"."""
_MINE = frozenset({"my", "me", "mine"})
_BESIDE = frozenset({"to", "by"})
_LONGEST_WHICH = 8
"""Words that may say which person is meant: "in the next bed on my ward"."""
_LIVES = frozenset({"from", "off", "down", "up", "across", "over", "opposite", "next", "along"})
"""After a name these tell where an acquaintance is met: "Sheila from bowls"."""
_IS_AT = frozenset({"at", "in", "on"})
"""These do so where the sentence goes on about them: "Geoff at work is off with his back"."""
_NOT_ABOUT = frozenset({"cant", "cannot", "isnt", "wont", "now", "still", "today", "tonight"})
"""Verbs and words of the moment: "Dave at work can't breathe" is said of one's own Dave."""
_KNOWN_BY = frozenset(
    {"know", "knew", "met", "worked", "work", "sat", "sit", "used", "went", "go", "play", "played",
     "sing", "sang", "share", "shared", "served", "trained", "taught", "speak", "spoke", "chat",
     "chatted", "follow", "drink", "grew", "mentioned"}
)  # fmt: skip
"""After "I" these tell how a stranger is known: "the lads I worked with"."""
_AGED = frozenset(
    {"little", "young", "old", "older", "younger", "best", "late", "eldest", "youngest", "poor",
     "own", "new", "teenage", "elderly"}
)  # fmt: skip
"""Words between whose relative it is and the relative: "my carer's little boy"."""
_ONCE = frozenset(
    {"had", "went", "got", "was", "died", "collapsed", "fell", "used", "lost", "ended", "passed"}
)
"""How a story of a name's relative goes on: "Jean's husband went …"."""
_STOREYS = frozenset({"below", "above", "opposite", "downstairs", "upstairs"})
_HOUSE = "number"
"""After it stands that of a house: "her at number six"."""
_PRESENT_THERE = frozenset({"sits", "lives", "works", "sleeps", "sings", "plays", "shares"})
"""After "who" these tell where a stranger is met: "the lad who sits next to me"."""
_SEATED = frozenset({"sat", "sitting", "stood", "standing", "living", "waiting", "lying"})
_ONCE_HAD = frozenset({"had", "have", "got", "has"})
_TELLS_OF = frozenset({"who", "whose", "called", "on", "from", "at", "years", "once"})
"""After "I had a friend" these begin a story of the friend."""


def begins_a_story(tokens: Sequence[Token], index: int, strangers: frozenset[str]) -> bool:
    """Tell whether "had a friend" goes on about the friend: "I had a friend who …"."""
    words = [token.word for token in tokens[index : index + 2]]
    if words[0] not in _ONCE_HAD or words[-1] not in _ANY:
        return False
    ahead = tokens[index + 2 : index + 2 + _LONGEST]
    return any(
        token.word in strangers and following.word in _TELLS_OF
        for token, following in zip(ahead, tokens[index + 3 :], strict=False)
    )


def says_which(
    tokens: Sequence[Token], index: int, last: int, goes_on: frozenset[str], *, begun: bool
) -> bool:
    """Tell whether a word only says which person is meant: "the lad in my support group".

    Args:
        tokens: the words of the message.
        index: the word.
        last: index of the noun that named the person, -1 where there is none.
        goes_on: words that end it: had, was, said.
        begun: whether the word before it does so.
    """
    if last < 0 or index - last > _LONGEST_WHICH or tokens[index].before is not Break.NONE:
        return False
    word = tokens[index].word
    if index == last + 1:
        following = tokens[index + 1].word if index + 1 < len(tokens) else ""
        known = word in {"i", "we"} and following in _KNOWN_BY
        there = word in {"who", "that"} and following in _PRESENT_THERE
        return known or there or word in _WHICH or (word in _SEATED and following in _WHICH)
    return begun and (word not in goes_on or word in _KNOWN_BY)


def owned_by(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Tell whether a person stands right after the one named last: "my carer's little boy"."""
    if last < 0:
        return False
    between = tokens[last + 1 : index]
    near = all(token.word in _AGED and token.before is Break.NONE for token in between)
    owns = not between or tokens[last].owns
    return near and owns and tokens[index].before is Break.NONE


def says_where(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "my" or "me" only says where: "on my ward", but not "on the bus my chest …"."""
    word, following = (token.word for token in (*tokens[index : index + 2], tokens[index])[:2])
    if word in {"i", "we"}:
        return following in _KNOWN_BY
    return word in _MINE and tokens[index - 1].word in _WHICH | _BESIDE


def is_acquaintance(
    tokens: Sequence[Token],
    index: int,
    groups: Mapping[str, frozenset[str]],
    verbs: frozenset[str],
) -> bool:
    """Tell whether a name is that of somebody met elsewhere: "Maureen from choir"."""
    word = tokens[index].word
    title = word in groups["title"]
    if word in groups["yonder"]:
        leads = index + 1 < len(tokens) and tokens[index + 1].word in _LIVES | _IS_AT
        return leads and _met(tokens, index + 1, groups["met_at"], verbs)
    if not title and word not in groups["name"]:
        return False
    if tokens[index].owns:
        return _has_kin(tokens, index, groups)  # but "Dave's at work and …"
    return _lives_near(tokens, range(index + 1, index + 3 + title), groups, verbs)


def _lives_near(
    tokens: Sequence[Token],
    ahead: range,
    groups: Mapping[str, frozenset[str]],
    verbs: frozenset[str],
) -> bool:
    """Tell whether a name goes on with where its bearer lives or is met."""
    for place in ahead[: max(0, len(tokens) - ahead.start)]:
        here = tokens[place]
        if here.before is not Break.NONE or here.word in verbs:
            return False
        if here.word in groups["near_by"]:
            following = next((token.word for token in tokens[place + 1 : place + 2]), "")
            goes_on = following in verbs and following not in _NOT_ABOUT
            return goes_on or here.word not in _STOREYS
        if here.word in _LIVES | _IS_AT:
            return _met(tokens, place, groups["met_at"], verbs | groups["reports"])
    return False


def _has_kin(tokens: Sequence[Token], index: int, groups: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a story is of a name's relative: "Jean's husband went yellow"."""
    ahead = [token.word for token in tokens[index + 1 : index + 3]]
    kin = groups["relative"] | groups["distant"] | groups["stranger"]
    apart = any(token.before is not Break.NONE for token in tokens[index + 1 : index + 3])
    return len(ahead) > 1 and not apart and ahead[0] in kin and ahead[1] in _ONCE


def _met(
    tokens: Sequence[Token], place: int, places: frozenset[str], verbs: frozenset[str]
) -> bool:
    """Tell whether a preposition after a name leads to where an acquaintance is met."""
    for index in range(place + 1, min(place + 1 + _LONGEST, len(tokens))):
        if tokens[index].before is not Break.NONE:
            return False
        if tokens[index].word in places:
            house = tokens[index].word == _HOUSE
            following = next((t.word for t in tokens[index + 1 + house : index + 2 + house]), "")
            goes_on = (following in verbs and following not in _NOT_ABOUT) or following in _STOREYS
            return tokens[place].word in _LIVES or goes_on
    return False
