"""Checks of intents, rules and stories: everything said is answered, every step exists."""

from __future__ import annotations

from collections.abc import Iterator

from rasa_bridge.check.content import Content
from rasa_bridge.intents import WITHOUT_EXAMPLES
from triage.tables import Problem, did_you_mean

ANSWERED_BY_THE_POLICY = frozenset({"restart"})
"""Rasa's own action for it would empty the conversation in silence."""


def dialogue_problems(content: Content) -> Iterator[Problem]:
    """Yield intents that nothing answers and steps that do not exist."""
    answered = {path.intents[0] for path in content.paths if path.is_rule and path.intents}
    for intent, place in content.intents.items():
        if intent not in answered | ANSWERED_BY_THE_POLICY:
            yield place.problem(f"`{intent}` has no rule: nothing would be answered.")
    known_intents = content.intents.keys() | WITHOUT_EXAMPLES
    known_actions = content.responses | content.actions
    for path in content.paths:
        for intent in path.intents:
            if intent not in known_intents:
                near = did_you_mean(intent, known_intents)
                yield path.place.problem(f"`{intent}` is not an intent with examples.{near}")
        for action in path.actions:
            if action not in known_actions:
                near = did_you_mean(action, known_actions)
                yield path.place.problem(f"`{action}` is neither a response nor an action.{near}")
        if path.is_rule and not path.actions:
            yield path.place.problem(f"the rule `{path.name}` does nothing.")
