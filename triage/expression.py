"""The rule language: a Python-like expression in three-valued logic.

    has('symptom')  on('therapy')  count(['a', 'b']) >= 2  question  question >= 4
    question == 'rest'  question in ['a', 'b']  question is None  and  or  not  always

An expression is parsed with `ast` against a whitelist and never executed. Its value is True,
False, or None for unknown: a comparison with an unanswered question is unknown, and unknown
neither raises nor lowers a level (Kleene's strong logic). `question is None` is always known.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from triage.model import Answer

Truth = bool | None


class View(Protocol):
    """What an expression may look at."""

    def has(self, symptom: str) -> bool:
        """Whether the symptom is present."""

    def on(self, therapy: str) -> bool:
        """Whether the person has had this therapy."""

    def answer(self, question: str) -> Answer | None:
        """The answer given, None where there is none."""

    def special(self, name: str) -> Answer | None:
        """The value of `level` or `n_same_day_systems`."""

    def is_open(self, question: str) -> bool:
        """Whether the question (or `therapy`) may still be answered."""


SPECIAL_NAMES = ("level", "n_same_day_systems")


class ExpressionError(ValueError):
    """The expression is outside the rule language; the message says where and what is allowed."""


class Node(Protocol):
    """A compiled part of an expression."""

    def value(self, view: View) -> Truth:
        """True, False or unknown, as the case stands."""

    def can_be(self, view: View, wanted: bool) -> bool:
        """Whether answers to open questions can make this part `wanted`."""

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        """Open questions (and `therapy`) whose answers can help to make it `wanted`."""


@dataclass(frozen=True)
class _Constant:
    truth: bool

    def value(self, view: View) -> Truth:
        return self.truth

    def can_be(self, view: View, wanted: bool) -> bool:
        return self.truth is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        yield from ()


@dataclass(frozen=True)
class _Junction:
    parts: tuple[Node, ...]
    settling: bool
    """The value of one part that settles the whole: False for and, True for or."""

    def value(self, view: View) -> Truth:
        unknown = False
        for part in self.parts:
            truth = part.value(view)
            if truth is self.settling:
                return self.settling
            unknown = unknown or truth is None
        return None if unknown else not self.settling

    def can_be(self, view: View, wanted: bool) -> bool:
        enough = any if wanted is self.settling else all
        return enough(part.can_be(view, wanted) for part in self.parts)

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        if self.can_be(view, wanted):
            for part in self.parts:
                if part.value(view) is not wanted:
                    yield from part.asks(view, wanted)


@dataclass(frozen=True)
class _Not:
    part: Node

    def value(self, view: View) -> Truth:
        truth = self.part.value(view)
        return None if truth is None else not truth

    def can_be(self, view: View, wanted: bool) -> bool:
        return self.part.can_be(view, not wanted)

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        return self.part.asks(view, not wanted)


@dataclass(frozen=True)
class _Has:
    symptom: str

    def value(self, view: View) -> Truth:
        return view.has(self.symptom)

    def can_be(self, view: View, wanted: bool) -> bool:
        return view.has(self.symptom) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        yield from ()


@dataclass(frozen=True)
class _On:
    therapy: str

    def value(self, view: View) -> Truth:
        return view.on(self.therapy)

    def can_be(self, view: View, wanted: bool) -> bool:
        return view.is_open("therapy") or view.on(self.therapy) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        if view.is_open("therapy"):
            yield "therapy"


@dataclass(frozen=True)
class _Count:
    symptoms: tuple[str, ...]
    compare: Callable[[int, int], bool]
    number: int

    def value(self, view: View) -> Truth:
        return self.compare(sum(view.has(name) for name in self.symptoms), self.number)

    def can_be(self, view: View, wanted: bool) -> bool:
        return self.value(view) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        yield from ()


@dataclass(frozen=True)
class _Answered:
    """A test of one question's answer, or of a special name's value."""

    name: str
    test: Callable[[Answer], bool]

    def value(self, view: View) -> Truth:
        given = view.special(self.name) if self.name in SPECIAL_NAMES else view.answer(self.name)
        return None if given is None else self.test(given)

    def can_be(self, view: View, wanted: bool) -> bool:
        return view.is_open(self.name) or self.value(view) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        if view.is_open(self.name):
            yield self.name


@dataclass(frozen=True)
class _IsNone:
    question: str

    def value(self, view: View) -> Truth:
        return view.answer(self.question) is None

    def can_be(self, view: View, wanted: bool) -> bool:
        return view.is_open(self.question) or self.value(view) is wanted

    def asks(self, view: View, wanted: bool) -> Iterator[str]:
        if view.is_open(self.question) and not wanted:
            yield self.question


@dataclass(frozen=True)
class Expression:
    """A parsed expression and the names it uses."""

    text: str
    root: Node
    symptoms: frozenset[str]
    therapies: frozenset[str]
    questions: frozenset[str]
    literals: frozenset[tuple[str, Answer]]
    """Every (question, value) the expression compares."""

    def value(self, view: View) -> Truth:
        """Return True, False, or None for unknown."""
        return self.root.value(view)

    def asks(self, view: View) -> frozenset[str]:
        """Return the open questions (and `therapy`) whose answers could make it true.

        Empty where it is true already or can no longer become true.
        """
        if self.root.value(view) is True:
            return frozenset()
        return frozenset(self.root.asks(view, True))


_COMPARISONS: dict[type[ast.cmpop], Callable[..., bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def parse(text: str) -> Expression:
    """Parse one expression.

    Raises:
        ExpressionError: not an expression of the rule language.
    """
    if text.strip() == "always":
        return Expression(text, _Constant(True), *([frozenset()] * 4))
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError) as error:
        raise ExpressionError(f"`{text}` is not an expression: {error.args[0]}.") from None
    parser = _Parser()
    root = parser.node(tree)
    return Expression(
        text,
        root,
        frozenset(parser.symptoms),
        frozenset(parser.therapies),
        frozenset(parser.questions),
        frozenset(parser.literals),
    )


class _Parser:
    """Turns a whitelisted syntax tree into nodes and notes the names used."""

    def __init__(self) -> None:
        self.symptoms: set[str] = set()
        self.therapies: set[str] = set()
        self.questions: set[str] = set()
        self.literals: set[tuple[str, Answer]] = set()

    def node(self, tree: ast.expr) -> Node:
        match tree:
            case ast.BoolOp(op=op, values=values):
                return _Junction(tuple(map(self.node, values)), isinstance(op, ast.Or))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return _Not(self.node(operand))
            case ast.Call(func=ast.Name(id="has"), args=[ast.Constant(value=str(name))]):
                self.symptoms.add(name)
                return _Has(name)
            case ast.Call(func=ast.Name(id="on"), args=[ast.Constant(value=str(name))]):
                self.therapies.add(name)
                return _On(name)
            case ast.Name(id=name) if name not in SPECIAL_NAMES:
                return self._answered(name, True, operator.eq)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._comparison(tree, left, op, right)
        raise _outside(tree)

    def _comparison(self, tree: ast.expr, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Node:
        match left, op, right:
            case ast.Name(id=name), ast.Is(), ast.Constant(value=None):
                self.questions.add(name)
                return _IsNone(name)
            case ast.Name(id=name), ast.In(), ast.List(elts=items):
                values = [_literal(item) for item in items]
                self.questions.add(name)
                self.literals.update((name, value) for value in values)
                return _Answered(name, lambda given: given in values)
            case ast.Name(id=name), _, _ if type(op) in _COMPARISONS:
                return self._answered(name, _literal(right), _COMPARISONS[type(op)])
            case (
                ast.Call(func=ast.Name(id="count"), args=[ast.List(elts=items)]),
                _,
                ast.Constant(value=int(number)),
            ) if type(op) in _COMPARISONS:
                names = tuple(str(_literal(item)) for item in items)
                self.symptoms.update(names)
                return _Count(names, _COMPARISONS[type(op)], number)
        raise _outside(tree)

    def _answered(self, name: str, value: Answer, compare: Callable[..., bool]) -> Node:
        if name not in SPECIAL_NAMES:
            self.questions.add(name)
            self.literals.add((name, value))
        return _Answered(name, lambda given: compare(given, value))


def _literal(tree: ast.expr) -> Answer:
    match tree:
        case ast.Constant(value=bool(value) | str(value)):
            return value
        case ast.Constant(value=int(value) | float(value)):
            return float(value)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value) | float(value))):
            return -float(value)
    raise _outside(tree)


def _outside(tree: ast.expr) -> ExpressionError:
    return ExpressionError(
        f"`{ast.unparse(tree)}` is not in the rule language. Allowed are has('symptom'), "
        "on('therapy'), count([...]) >= n, questions with ==, !=, <, <=, >, >=, in [...], "
        "is None, and, or, not, always."
    )
