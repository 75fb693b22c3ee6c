"""Whom words may be said of, and the words that say so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property


class Subject(Enum):
    """Whom words are said of."""

    PATIENT = "patient"
    RELATIVE = "relative"
    """A relative: the patient a carer writes about, unless the message says otherwise."""
    DISTANT = "distant"
    """A relative who rarely is the patient: an uncle, somebody in law."""
    STRANGER = "stranger"
    CREATURE = "creature"
    ANYBODY = "anybody"
    TEXT = "text"
    """A leaflet, poster or website."""
    UNSURE = "unsure"
    """After a comma, or told by somebody else: it may be said of the patient again."""


REOPENS = frozenset({"where", "about", "that"})
"""After one of these somebody may be named anew: "the film where the captain faints"."""
NOT_HERE = frozenset({Subject.STRANGER, Subject.CREATURE, Subject.ANYBODY, Subject.TEXT})


@dataclass(frozen=True)
class Who:
    """The words that say whom a sentence is about, from clinical/language.yml."""

    groups: Mapping[str, frozenset[str]]
    """The section `whose`."""
    nouns: Mapping[str, Subject]
    mine: frozenset[str]
    """I, my, me ..."""
    pronouns: frozenset[str]
    """He, her, they ..."""
    verbs: frozenset[str]
    """Words that, after a comma, go on about the same person: had, was, is ..."""
    goes_on: frozenset[str]
    """These, and what people say or see: they end the words that tell who is meant."""

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words at which a sentence about the patient or a relative may turn to somebody else."""
        kin = self.groups["kin"]
        return REOPENS | self.nouns.keys() | self.pronouns | self.mine | kin | {"they"}

    @classmethod
    def of(
        cls,
        groups: Mapping[str, frozenset[str]],
        people: Mapping[str, frozenset[str]],
        creatures: Collection[str],
        verbs: Collection[str],
    ) -> Who:
        """Build from the tables.

        Args:
            groups: the section `whose`.
            people: the section `people`.
            creatures: words for animals.
            verbs: words for had, was, is and the like.
        """
        named = (
            (creatures, Subject.CREATURE),
            (groups["text"], Subject.TEXT),
            (groups["anybody"], Subject.ANYBODY),
            (groups["staff"] | groups["stranger"], Subject.STRANGER),
            (groups["distant"], Subject.DISTANT),
            (groups["relative"], Subject.RELATIVE),
        )
        nouns = {word: subject for words, subject in named for word in words}
        # "passengers", "dancers": several of them are no less strangers
        several = {f"{word}s": Subject.STRANGER for word in groups["stranger"]}
        nouns = {**several, **nouns}
        verbs = frozenset(verbs)
        goes_on = verbs | groups["reports"]
        return cls(groups, nouns, people["self"], people["pronoun"], verbs, goes_on)
