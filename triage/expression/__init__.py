"""The rule language: a Python-like expression in three-valued logic.

    has('symptom')  on('therapy')  count(['a', 'b']) >= 2  question  question >= 4
    question == 'rest'  question in ['a', 'b']  question is None  and  or  not  always

The value is True, False, or None for unknown: a comparison with an unanswered question is
unknown, and unknown neither raises nor lowers a level. `question is None` is always known.
"""

from triage.expression.nodes import SPECIAL_NAMES, Truth, View
from triage.expression.parser import Expression, ExpressionError, parse

__all__ = ["SPECIAL_NAMES", "Expression", "ExpressionError", "Truth", "View", "parse"]
