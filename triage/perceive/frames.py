"""What a whole sentence is: another's story, general knowledge, or a claim to have it too."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from triage.model import Status
from triage.perceive.clauses import Layout
from triage.perceive.cues import Cue
from triage.perceive.phrases import Match
from triage.perceive.subjects import subjects_of
from triage.perceive.tokens import Token
from triage.perceive.who import Subject, Who

_THIRD = frozenset({"he", "she", "hes", "shes", "his", "her", "him"})
_WITHIN = 4
"""Words between "is on" and the treatment."""
_TOLD = frozenset({"gave", "given", "told", "sent", "showed", "handed", "gives", "tells", "sends"})
"""Before "me" these make the writer one who was told: "the sheet the nurse gave me"."""
_WROTE = frozenset({"wrote", "said", "explained", "sent", "written", "mentioned", "gave"})
"""Before "to me" too."""
_LEARNED = frozenset({"read", "heard", "gather", "understand", "looked", "googled"})
_SAW = frozenset({"see", "saw"})
_THAT = frozenset({"that", "on", "in", "from", "one", "it"})
_DATES = frozenset({"since", "today", "tonight", "now", "yesterday", "overnight"})
_LATELY = frozenset({"recent", "current"})
"""Categories of cues that say when."""
_FAMILY = (Subject.RELATIVE, Subject.DISTANT)
_WRITERS = frozenset({"i", "im", "iam", "ive", "my", "me"})
_WHILE_ON = (["while", "on"], ["whilst", "on"], ["when", "on"], ["being", "on"], ["someone", "on"])
_SITS = frozenset({"sits", "works", "lives", "sings", "plays"})
_MAY_I = frozenset((may, "i") for may in ("can", "could", "should", "may", "am", "do", "must"))
"""How the writer asks: "can I still cuddle him while on treatment?"."""
_STORY = 20
"""Words from who is told of to what they have."""
_SOON = 2
"""Words between "my" and a leaflet: "my patient booklet"."""
_STATUS = {
    Subject.CREATURE: Status.OTHER,
    Subject.STRANGER: Status.OTHER,
    Subject.ANYBODY: Status.OTHER,
    Subject.TEXT: Status.HYPOTHETICAL,
    Subject.UNSURE: Status.UNCLEAR,
}


@dataclass
class Frames:
    """The sentences of a message and whom each word is said of."""

    tokens: Sequence[Token]
    layout: Layout
    frames: Sequence[Cue]
    who: Who
    treatments: frozenset[int]
    """Indices of the words that name a treatment."""
    caught: frozenset[str] = frozenset()
    """Symptoms that count whoever has them."""
    _subjects: list[Subject] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._subjects = subjects_of(self.tokens, self.layout, self.who)

    def claimed(self, match: Match) -> bool:
        """Tell whether the person says right after it to have it too: "and now I have it"."""
        last = self.layout.sentence[match.end - 1]
        return any(
            cue.start >= match.end and self.layout.sentence[cue.start] - last <= 1
            for cue in self._of_kind("claimed")
        )

    def _of_kind(self, category: str) -> Sequence[Cue]:
        return self.by_category.get(category, ())

    @cached_property
    def by_category(self) -> Mapping[str, Sequence[Cue]]:
        """The frames of the message, category by category."""
        found: dict[str, list[Cue]] = {}
        for cue in self.frames:
            found.setdefault(cue.kind.category, []).append(cue)
        return found

    def status(self, match: Match, known: Collection[str]) -> Status | None:
        """Return the status that the sentence gives a finding, None where it says nothing.

        Args:
            match: the finding.
            known: categories of the cues that reach it.
        """
        if match.target.name in self.caught:
            return None
        if self._is_general(match) and _LATELY.isdisjoint(known) and not self.lasts(match):
            return Status.HYPOTHETICAL
        subject = self._subjects[match.start]
        inside = self.tokens[match.start : match.end]
        if subject is Subject.PATIENT or any(token.word in self.who.mine for token in inside):
            return None
        if subject in (Subject.STRANGER, Subject.UNSURE) and self._cared_for:
            return None
        if subject in _FAMILY:
            return self._of_a_relative(subject, match, known)
        dated = subject is Subject.TEXT and self.lasts(match)
        return Status.UNCLEAR if dated else _STATUS.get(subject)

    def lasts(self, match: Match) -> bool:
        """Tell whether a finding is dated by the very next word: "seizures since this morning"."""
        after = self.tokens[match.end].word if match.end < len(self.tokens) else ""
        return after in _DATES

    def _of_a_relative(
        self, subject: Subject, match: Match, known: Collection[str]
    ) -> Status | None:
        history = self._of_the_dead(match) and "current" not in known
        if history or self._of_kind("uninvolved") or self._of_another_patient(match):
            return Status.OTHER
        if self._treated:
            return None
        near = subject is Subject.RELATIVE
        if not near and self._writer_is_treated:
            return Status.OTHER
        if self._of_kind("catching"):
            near = near and not self._writer_is_treated
            return Status.UNCLEAR if near and not self._says("young") else Status.OTHER
        if not self._says("explained") and not self._of_kind("explained"):
            return None
        return Status.OTHER if subject is Subject.DISTANT else Status.UNCLEAR

    def _of_another_patient(self, match: Match) -> bool:
        """Tell whether a patient in another bed is told of: "the patient opposite was sick"."""
        told = self.tokens[max(0, match.start - _STORY) : match.start]
        return bool(self._of_kind("elsewhere")) and any(t.word == "patient" for t in told)

    def _of_the_dead(self, match: Match) -> bool:
        """Tell whether it goes on about somebody whose death its sentence tells before it."""
        sentence = self.layout.sentence
        return any(
            sentence[cue.start] == sentence[match.start]
            and cue.end <= match.start
            and not any(t.word in self.who.nouns for t in self.tokens[cue.end : match.start])
            for cue in self._of_kind("dead")
        )

    def _is_general(self, match: Match) -> bool:
        """Tell whether its sentence names nobody and says what is so in general."""
        sentence = self.layout.sentence[match.start]
        stated = sentence in self._general or any(
            self.layout.sentence[cue.start] == sentence and cue.end <= match.start
            for cue in self._of_kind("announced")
        )
        return stated and sentence not in self._personal

    @cached_property
    def _general(self) -> frozenset[int]:
        """Sentences that say what is so in general."""
        return frozenset(self.layout.sentence[cue.start] for cue in self._of_kind("general"))

    @cached_property
    def _personal(self) -> frozenset[int]:
        """Sentences that name a person."""
        return frozenset(
            self.layout.sentence[index]
            for index, token in enumerate(self.tokens)
            if (token.word in self.who.mine and not self._only_learned(index))
            or token.word in _THIRD
            or self._subjects[index] in _FAMILY
        )

    def _only_learned(self, index: int) -> bool:
        """Tell whether the writer only read or was told it: "I see that", "gave me", "my sheet"."""
        words = [token.word for token in self.tokens[max(0, index - 1) : index + 1 + _SOON]]
        before, word, *after = words if index else ["", *words]
        if word == "me":
            said = self.tokens[index - 2].word if index > 1 else ""
            return before in _TOLD or (before == "to" and said in _WROTE)
        if word == "my":
            return not self.who.groups["text"].isdisjoint(after)
        if word != "i":
            return False
        return after[:1] != [] and (
            after[0] in _LEARNED or (after[0] in _SAW and not _THAT.isdisjoint(after[1:]))
        )

    def _says(self, group: str) -> bool:
        return any(token.word in self.who.groups[group] for token in self.tokens)

    @cached_property
    def _cared_for(self) -> bool:
        """Tell whether a stranger is the patient: treated, or here with the writer."""
        if any(not self._only_sits_by(cue) for cue in self._of_kind("attended")):
            return True
        elsewhere = self._says("hearsay") or bool(self._of_kind("elsewhere"))
        return self._treated and not elsewhere

    def _only_sits_by(self, cue: Cue) -> bool:
        """Tell whether "next to me" only says which stranger: "the lad who sits next to me"."""
        return cue.start > 0 and self.tokens[cue.start - 1].word in _SITS

    @cached_property
    def _writer_is_treated(self) -> bool:
        """Tell whether the writer has a treatment: "I'm on Opdivo", "my infusion tomorrow"."""
        return any(self._is_the_writers(index) for index in self.treatments)

    def _is_the_writers(self, index: int) -> bool:
        near = self.tokens[max(0, index - _WITHIN) : index]
        before = [token.word for token in near]
        another = any(word in self.who.nouns or word in self.who.pronouns for word in before)
        mine = not another and not _WRITERS.isdisjoint(before)
        while_on = before[-2:] in _WHILE_ON and any(
            words in _MAY_I for words in pairwise(token.word for token in self.tokens[:index])
        )
        return mine or while_on

    @cached_property
    def _treated(self) -> bool:
        """Tell whether somebody told of has a treatment now: "my neighbor is on nivolumab"."""
        for index, token in enumerate(self.tokens):
            if self._subjects[index] is Subject.PATIENT or self._is_the_writers(index):
                continue
            ill = token.word in self.who.groups["cancer"]
            if ill or index in self.treatments:
                before = {t.word for t in self.tokens[max(0, index - _WITHIN) : index]}
                takes = ill or bool(before & self.who.groups["takes"])
                if takes and not before & self.who.groups["took"]:
                    return True
        return False
