"""Parses the rule language with `ast` against a whitelist; nothing is ever executed."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from dataclasses import dataclass

from triage.expression.nodes import (
    SPECIAL_NAMES,
    Answered,
    Constant,
    Count,
    Has,
    IsNone,
    Junction,
    Needs,
    Node,
    Not,
    On,
    Truth,
    View,
    is_one_of,
)
from triage.model import Answer


class ExpressionError(ValueError):
    """The expression is outside the rule language; the message says where and what is allowed."""


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
    needs: Needs
    """Names of which one must be known for it to be true."""

    def value(self, view: View) -> Truth:
        """Return True, False, or None for unknown."""
        return self.root.value(view)

    def holds(self, view: View) -> bool:
        """Tell whether it is true."""
        return self.root.value(view) is True

    def asks(self, view: View) -> frozenset[str]:
        """Return the open questions (and `therapy`) whose answers could make it true.

        Empty where it is true already or can no longer become true.
        """
        return frozenset() if self.holds(view) else frozenset(self.root.asks(view, True))


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
        nothing: frozenset[str] = frozenset()
        return Expression(text, Constant(True), nothing, nothing, nothing, frozenset(), None)
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
        root.needs(),
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
                return Junction(tuple(map(self.node, values)), isinstance(op, ast.Or))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.node(operand))
            case ast.Call(func=ast.Name(id="has"), args=[ast.Constant(value=str(name))]):
                self.symptoms.add(name)
                return Has(name)
            case ast.Call(func=ast.Name(id="on"), args=[ast.Constant(value=str(name))]):
                self.therapies.add(name)
                return On(name)
            case ast.Name(id=name) if name not in SPECIAL_NAMES:
                return self._answered(name, True, operator.eq)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._comparison(tree, left, op, right)
        raise _outside(tree)

    def _comparison(self, tree: ast.expr, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Node:
        match left, op, right:
            case ast.Name(id=name), ast.Is(), ast.Constant(value=None):
                self.questions.add(name)
                return IsNone(name)
            case ast.Name(id=name), ast.In(), ast.List(elts=items):
                values = tuple(_literal(item) for item in items)
                self.questions.add(name)
                self.literals.update((name, value) for value in values)
                return Answered(name, is_one_of, values)
            case ast.Name(id=name), _, _ if type(op) in _COMPARISONS:
                return self._answered(name, _literal(right), _COMPARISONS[type(op)])
            case (
                ast.Call(func=ast.Name(id="count"), args=[ast.List(elts=items)]),
                _,
                ast.Constant(value=int(number)),
            ) if type(op) in _COMPARISONS:
                names = tuple(str(_literal(item)) for item in items)
                self.symptoms.update(names)
                return Count(names, _COMPARISONS[type(op)], number)
        raise _outside(tree)

    def _answered(self, name: str, value: Answer, compare: Callable[..., bool]) -> Node:
        if name not in SPECIAL_NAMES:
            self.questions.add(name)
            self.literals.add((name, value))
        return Answered(name, compare, value)


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
