"""What the words of a follow-up say by themselves: a treatment, or only "it" and "that"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rasa_bridge.answer_finder.features import Reader
from rasa_bridge.answer_finder.lexicon import Lexicon

_WORD = re.compile(r"[a-z0-9'<>_]+")
_LEADING = re.compile(r"^(?:(?:and|so|but|ok|okay|then|also|well|now)\b[\s,]*)+")
_OPENS = re.compile(r"^(?:and|what about|how about|what of|but)\b")
_POINTS_BACK = frozenset(
    {"it", "its", "it's", "they", "their", "them", "that", "this", "those", "these", "one"}
)
_ASKS = re.compile(
    r"^(?:what|how|when|where|who|why|which|is|are|does|do|can|could|will|would|should|did)\b"
)
_NOT_THE_SAME = re.compile(r"\b(?:immun|chemo|radi(?:o|at)|hormon|surger|operation|steroid)")
"""Names that something else is asked about, or treatment as such."""
_BESIDE_A_NAME = frozenset(
    {
        *("what", "how", "about", "and", "or", "the", "a", "an", "for", "of", "with"),
        *("but", "then", "so", "please", "ok", "tell", "me", "instead"),
        *("after", "on", "during", "while", "under"),
    }
)
"""Words that ask nothing of their own beside the name of a treatment."""
_FEW = 5
"""Up to so many words ask about what was talked about, unless they name something."""
_MOST = 9
_TYPED = re.compile(r"^\s*/")


@dataclass(frozen=True)
class Said:
    """What was read from one message."""

    treatment: str
    """Class of the first treatment named, "" where none was."""
    only_names: bool
    """Nothing is asked beside the name: "what about Opdivo?"."""
    points_back: bool
    """A question that names nothing itself: "and how is it given?"."""
    short: bool
    """A few words that name no treatment: "side effects?"."""
    asks: bool
    """It opens as a question."""
    names: tuple[str, ...]
    """What a few words name that ask nothing else: "and the shingles one?"."""
    question: str
    """The words in lower case, without "and" before them or marks after them."""


NOTHING = Said(
    "", only_names=False, points_back=False, short=False, asks=False, names=(), question=""
)


class FollowUpReader:
    """Reads what a message refers to."""

    def __init__(
        self, lexicon: Lexicon, treatments: frozenset[str], alone: Mapping[str, str]
    ) -> None:
        """Index the names of drugs.

        Args:
            lexicon: names of drugs by class.
            treatments: the classes that matter.
            alone: names of two drugs together that alone stand for one -> its class.
        """
        self._alone = alone
        self._reader = Reader(Lexicon(lexicon.drugs, {}, {}), {}, {})
        self._treatments = treatments

    def read(self, text: str) -> Said:
        """Read a message; a button says nothing beyond its intent."""
        if _TYPED.match(text):
            return NOTHING
        lower = text.lower().replace("’", "'").strip()
        words = _WORD.findall(lower)
        plain = self._reader.read(text).plain
        named = [word[1:-1] for word in plain if word[1:-1] in self._treatments]
        open_ = not named and not _NOT_THE_SAME.search(lower)
        rest = [word for word in plain if word[1:-1] not in self._treatments]
        only_names = bool(named) and _BESIDE_A_NAME.issuperset(rest)
        named_words = tuple(word for word in words if word not in _BESIDE_A_NAME)
        if only_names and len(named_words) == 1:
            named = [self._alone.get(named_words[0], named[0])]
        return Said(
            treatment=named[0] if named else "",
            only_names=only_names,
            points_back=open_ and len(words) <= _MOST and _points_back(lower, words),
            short=open_ and 0 < len(words) <= _FEW,
            asks=_asks(lower),
            names=named_words if _OPENS.match(lower) and len(words) <= _FEW else (),
            question=" ".join(_WORD.findall(_LEADING.sub("", lower))),
        )


def _points_back(text: str, words: list[str]) -> bool:
    opens = bool(_OPENS.match(text))
    return opens or (_asks(text) and not _POINTS_BACK.isdisjoint(words))


def _asks(text: str) -> bool:
    return bool(_ASKS.match(_LEADING.sub("", text)))
