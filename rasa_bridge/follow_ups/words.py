"""What the words of a follow-up say by themselves: a treatment, or only "it" and "that"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from rasa_bridge.answer_finder.features import Reader
from rasa_bridge.answer_finder.lexicon import Lexicon
from rasa_bridge.answer_finder.typed import plainly
from rasa_bridge.follow_ups.aspects import Aspects
from rasa_bridge.follow_ups.ordinals import Ordinal, ordinal_in
from rasa_bridge.follow_ups.sides import Sides
from triage.perceive.stem import stem

_WORD = re.compile(r"[a-z0-9'<>_]+")
_LEADING = re.compile(r"^(?:(?:and|so|but|ok|okay|then|also|well|now)\b[\s,]*)+")
_OPENS = re.compile(r"^(?:and|what about|how about|what of|but)\b")
_THE_ONE = re.compile(r"^the\b.*\bones?\b")
_TELLS = frozenset({"i", "i'm", "im", "i've", "ive", "he", "she", "have", "has", "had", "got"})
"""Without a question a message with one of these tells something: "I have shingles"."""
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
_COMPARE = frozenset(
    map(
        stem,
        {
            *("differ", "different", "difference", "compare", "compared", "comparison"),
            *("versus", "vs", "same", "one", "like", "similar", "alike"),
            *("worse", "than", "better", "stronger", "safer", "milder", "harsher", "riskier"),
        },
    )
)
"""Words that only set one thing beside another, as stems: "is Opdivo one?"."""
_BREAK = re.compile(r"[.,;:!?]+\s|\s[-\u2013\u2014]+\s")
"""Parts a message from its last question."""
_FEW = 5
"""Up to so many words ask about what was talked about, unless they name something."""
_MOST = 9
_TYPED = re.compile(r"^\s*/")


@dataclass(frozen=True)
class Said:
    """What was read from one message."""

    treatment: str = ""
    """Class of the first treatment named, "" where none was."""
    only_names: bool = False
    """Nothing is asked beside the name: "what about Opdivo?"."""
    compares: bool = False
    """It is only set beside what was talked about: "how does that differ from Opdivo?"."""
    points_back: bool = False
    """A question that names nothing itself: "and how is it given?"."""
    short: bool = False
    """A few words that name no treatment: "side effects?"."""
    asks: bool = False
    """It opens as a question."""
    opens: bool = False
    """It goes on with what was said: "and the shingles one"."""
    content: tuple[str, ...] = ()
    """Stems of the words that name something."""
    bare: bool = False
    """A question in which no word names anything: "how do they do it?"."""
    sides: tuple[str, ...] = ()
    """The sides it may ask about where nothing else is named: "how bad can it get?"."""
    names_topic: bool = False
    """It asks for a side only where the name of the topic is no other word."""
    ordinal: Ordinal | None = None
    """The place of a thing said before, where nothing else is named: "the first one"."""

    @property
    def names(self) -> tuple[str, ...]:
        """What a question or a message that goes on names: "and the shingles one?"."""
        return self.content if self.asks or self.opens else ()


class FollowUpReader:
    """Reads what a message refers to."""

    def __init__(
        self,
        lexicon: Lexicon,
        aspects: Aspects,
        sides: Sides,
    ) -> None:
        """Index the names of drugs.

        Args:
            lexicon: names of drugs by class.
            aspects: the classes that matter, and names that are said of them.
            sides: what can be asked about a topic.
        """
        self._alone = aspects.alone
        self._sides = sides
        drugs = {
            name: [*names, *aspects.also_called.get(name, ())]
            for name, names in lexicon.drugs.items()
        }
        self._reader = Reader(Lexicon(drugs, {}, {}), {}, {})
        self._treatments = aspects.treatments

    def read(self, text: str, topic: Collection[str] = ()) -> Said:
        """Read a message; a button says nothing beyond its intent.

        Args:
            text: the message.
            topic: stems of the words that name what was talked about.
        """
        if _TYPED.match(text):
            return Said()
        text = plainly(text)
        lower = text.lower().replace("’", "'").strip()
        words = _WORD.findall(lower)
        plain = self._reader.read(text).plain
        named = [name for name in map(_class_in, plain) if name in self._treatments]
        open_ = not named and not _NOT_THE_SAME.search(lower)
        rest = [word for word in plain if _class_in(word) not in self._treatments]
        only_names = bool(named) and _BESIDE_A_NAME.issuperset(rest)
        asks = _asks(lower)
        tells = not asks and not _TELLS.isdisjoint(words)
        compares = not only_names and len(set(named)) == 1 and not tells and self._compares(rest)
        alone = [self._alone[word] for word in words if word in self._alone]
        if len(named) == len(alone) == 1:
            named = alone
        whole = self._sides.asked(text) if named else ()
        if whole:
            named = []  # the name is part of the question: "what if steroids don't work"
        ordinal = None if named else ordinal_in(text)
        sides = self._asked(ordinal.beside if ordinal else text, of_named=bool(named))
        by_topic = () if sides or named else self._sides.asked(text, topic)
        if ordinal and not sides and not self._sides.is_filler(ordinal.beside):
            ordinal = None
        return Said(
            treatment=named[0] if named else "",
            only_names=only_names or compares,
            compares=compares,
            points_back=open_ and len(words) <= _MOST and _points_back(lower, words),
            short=open_ and 0 < len(words) <= _FEW,
            asks=asks,
            opens=not tells and _goes_on(lower, words),
            content=self._sides.not_filler(lower),
            bare=(asks or lower.endswith("?")) and self._sides.is_filler(lower),
            sides=sides or by_topic,
            names_topic=bool(by_topic),
            ordinal=ordinal,
        )

    def _compares(self, rest: list[str]) -> bool:
        """Tell whether words beside a name only compare it: "how does that differ from BCG?"."""
        beside = [word for word in rest if word not in _COMPARE]
        return len(beside) < len(rest) and self._sides.is_filler(" ".join(beside))

    def _asked(self, text: str, *, of_named: bool) -> tuple[str, ...]:
        """Return the sides asked about, by the whole text or by the question that ends it.

        Args:
            text: "how bad can it get?", or "Dad is starting Opdivo, what does it do?".
            of_named: a treatment is named, so it can only be what the words before the question
                are about.
        """
        if sides := self._sides.asked(text):
            return sides
        *before, question = filter(str.strip, _BREAK.split(text)) or ("",)
        told = " ".join(before)
        led_to = bool(before) and not _asks(told.lower()) and not _NOT_THE_SAME.search(told.lower())
        if not led_to or not (of_named or self._sides.is_filler(told)):
            return ()
        return self._sides.asked(question)


def _class_in(word: str) -> str:
    """Return the class that stands for a name among the words, "" for any other word."""
    return word[1:-1] if word.startswith("<") else ""


def _points_back(text: str, words: list[str]) -> bool:
    opens = bool(_OPENS.match(text))
    return opens or (_asks(text) and not _POINTS_BACK.isdisjoint(words))


def _goes_on(text: str, words: list[str]) -> bool:
    """Tell whether a few words may only name a part of the topic: "what about flying"."""
    opens = _OPENS.match(text) or _THE_ONE.match(text) or text.endswith("?")
    return len(words) <= _FEW and bool(opens)


def _asks(text: str) -> bool:
    return bool(_ASKS.match(_LEADING.sub("", text)))
