"""Puts a problem and a place together: `blood` and `stool` within one clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from triage.perceive.index import Target
from triage.perceive.lexer import NONE_AFTER
from triage.perceive.phrases import Match
from triage.perceive.tokens import Break, Token

FARTHEST = 4
"""Other words that may stand between the problem and its place."""

FARTHEST_REFERRED = 8
"""Words that may stand between the place and the problem that is "in it"."""
_AT = frozenset({"in", "on", "inside", "around"})
_THAT_PLACE = frozenset({"it", "them", "there"})
_ONTO = frozenset({"over", "down", "up", "under", "along", "behind"})
"""With these a further place of a list may begin: "in my mouth and over my trunk"."""
_ONE = frozenset({"a", "an"})
"""Before what follows these a list of places ends: "in my mouth and a cough in my chest"."""
_LIST_COST = 3
_LONGEST_LIST = 8
"""Problems and places looked at on either side."""

Pairs = Mapping[tuple[str, str], Sequence[str]]
"""(problem, place) as the tables write them -> ids of the symptoms they make."""


class _Atom(NamedTuple):
    """A problem or a place found in the text; one word may be both."""

    start: int
    end: int
    words: frozenset[int]
    problems: frozenset[str]
    places: frozenset[str]
    wider: frozenset[str] = frozenset()
    """Places that its last words name: of "side of her face" the face."""


class Composer:
    """Pairs each problem with the places it is said of."""

    def __init__(
        self, tokens: Sequence[Token], clauses: Sequence[int], light: Sequence[bool]
    ) -> None:
        """Take a message.

        Args:
            tokens: its words.
            clauses: the number of the clause of each word.
            light: for each word whether it only joins (and, or, my, left ...).
        """
        self._tokens = tokens
        self._clauses = clauses
        self._light = light
        self._ends = [i for i, token in enumerate(tokens) if token.before is Break.HARD]

    def compose(self, parts: Sequence[Match], pairs: Pairs) -> list[Match]:
        """Return the symptoms made of a problem and a place.

        Args:
            parts: matches of kind `problem` and `place`.
            pairs: which pairs make which symptoms.
        """
        atoms = [
            atom
            for atom in _atoms(parts)
            if atom.places or not all(self._light[index] for index in atom.words)
        ]
        found: list[Match] = []
        for index, atom in enumerate(atoms):
            for other in self._places_of(atoms, index) if atom.problems else ():
                words = atom.words | other.words
                made = _made(atom.problems, other.places, pairs)
                found.extend(
                    Match.of(Target("symptom", symptom), words)
                    for symptom in made or _made(atom.problems, other.wider, pairs)
                )
        return list(dict.fromkeys(found))

    def _places_of(self, atoms: Sequence[_Atom], index: int) -> list[_Atom]:
        """Return the places one problem is said of: the nearest, and those joined to it."""
        ahead = [] if self._is_closed(atoms[index]) else self._run(atoms, index, 1)
        behind = self._run(atoms, index, -1)
        if not ahead or not behind:
            return ahead or behind or self._referred(atoms, index)
        problem = atoms[index]
        to_next = self._cost(problem.end, ahead[0].start)
        to_last = self._cost(behind[0].end, problem.start)
        return ahead if to_next < to_last else behind

    def _is_closed(self, problem: _Atom) -> bool:
        """Tell whether a denied problem ends at a comma: "no blood, just loose stools"."""
        denied = problem.start > 0 and self._tokens[problem.start - 1].word in NONE_AFTER
        return denied and any(
            token.before is Break.SOFT for token in self._tokens[problem.end : problem.end + 1]
        )

    def _referred(self, atoms: Sequence[_Atom], index: int) -> list[_Atom]:
        """Return the place that "in it" means: "they tested my stool and there is blood in it"."""
        problem = atoms[index]
        said = [token.word for token in self._tokens[problem.end : problem.end + 2]]
        if len(said) < 2 or said[0] not in _AT or said[1] not in _THAT_PLACE:
            return []
        named = next((atom for atom in reversed(atoms[:index]) if atom.places), None)
        if named is None or problem.start - named.end > FARTHEST_REFERRED:
            return []
        return [] if self._broken(named.end, problem.start) else [named]

    def _cost(self, start: int, end: int) -> int:
        """Return how far apart two words are; an `and` or a comma between them counts more."""
        return end - start + (_LIST_COST if self._listed(start, end) else 0)

    def _run(self, atoms: Sequence[_Atom], index: int, step: int) -> list[_Atom]:
        """Return the places met in one direction before another problem takes over."""
        found: list[_Atom] = []
        last = atoms[index]
        position = index + step
        while 0 <= position < len(atoms) and abs(position - index) <= _LONGEST_LIST:
            atom = atoms[position]
            left, right = (last, atom) if step > 0 else (atom, last)
            joined = self._joined(left.end, right.start)
            if atom.places and not (found and atom.problems):
                if found and not self._goes_on(atoms, position, step):
                    break
                if not found and not self._near(left.end, right.start):
                    break
                found.append(atom)
            elif found or not joined:
                break
            last = atom
            position += step
        return found

    def _goes_on(self, atoms: Sequence[_Atom], position: int, step: int) -> bool:
        """Tell whether a place is one more of the list that the place before it began."""
        atom, last = atoms[position], atoms[position - step]
        left, right = (last, atom) if step > 0 else (atom, last)
        if self._tokens[atom.start - 1].word in _ONE and atom.start:
            return False
        joined = self._joined(left.end, right.start, _ONTO)
        return joined and not self._own_problem(atoms, position, step)

    def _own_problem(self, atoms: Sequence[_Atom], position: int, step: int) -> bool:
        """Tell whether a further place has a problem of its own right after it."""
        following = position + step
        if step < 0 or following >= len(atoms) or not atoms[following].problems:
            return False
        atom, other = atoms[position], atoms[following]
        return not self._listed(atom.end, other.start) and self._near(atom.end, other.start)

    def _near(self, start: int, end: int) -> bool:
        same = (
            start == 0
            or end >= len(self._clauses)
            or self._clauses[start - 1] == self._clauses[end]
        )
        return same and self._between(start, end) <= FARTHEST and not self._broken(start, end)

    def _joined(self, start: int, end: int, onto: Collection[str] = ()) -> bool:
        """Tell whether nothing but joining words, commas and words of `onto` stands between."""
        joins = (self._light[i] or self._tokens[i].word in onto for i in range(start, end))
        return all(joins) and not self._broken(start, end)

    def _listed(self, start: int, end: int) -> bool:
        return any(
            t.before is Break.SOFT or t.word in {"and", "or"} for t in self._tokens[start : end + 1]
        )

    def _broken(self, start: int, end: int) -> bool:
        place = bisect_left(self._ends, start)
        return place < len(self._ends) and self._ends[place] <= end

    def _between(self, start: int, end: int) -> int:
        return self._light[start:end].count(False)


def _made(problems: Iterable[str], places: Collection[str], pairs: Pairs) -> list[str]:
    """Return the symptoms that these problems make at these places."""
    return [
        symptom
        for problem in sorted(problems)
        for place in sorted(places)
        for symptom in pairs.get((problem, place), ())
    ]


def _atoms(parts: Sequence[Match]) -> list[_Atom]:
    """Merge parts that stand on the same words; a longer one swallows those inside it.

    A longer problem still means the shorter one (`gone black` is `black`). A longer place is
    another place (`back of leg` is no back); what it ends with is what it is a part of (a leg).
    """
    by_words: dict[frozenset[int], tuple[set[str], set[str]]] = {}
    for part in parts:
        problems, places = by_words.setdefault(part.words, (set(), set()))
        (problems if part.target.kind == "problem" else places).add(part.target.name)
    return sorted(_widest(by_words), key=lambda atom: (atom.start, atom.end))


def _widest(by_words: Mapping[frozenset[int], tuple[set[str], set[str]]]) -> Iterator[_Atom]:
    taken: dict[int, list[frozenset[int]]] = {}
    for words in by_words:
        for index in words:
            taken.setdefault(index, []).append(words)
    for words, (problems, places) in by_words.items():
        near = [other for index in words for other in taken[index] if other is not words]
        last = max(words)
        if not near:
            yield _Atom(min(words), last + 1, words, frozenset(problems), frozenset(places))
            continue
        if any(words < other for other in near):
            continue
        inside = {other for other in near if other < words}
        meant = frozenset(problems).union(*(by_words[o][0] for o in inside if problems))
        wider = frozenset[str]().union(*(by_words[o][1] for o in inside if places and last in o))
        yield _Atom(min(words), last + 1, words, meant, frozenset(places), wider - places)
