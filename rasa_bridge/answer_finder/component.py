"""The Rasa component that finds the answer to a question, or says that it does not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from rasa_bridge.answer_finder.finder import OUTSIDE, REFUSALS, Finder, Found, Guess
from rasa_bridge.answer_finder.lexicon import Lexicon, lexicon_fingerprint
from rasa_bridge.answer_finder.typed import plainly, questions_in, sentences_in
from rasa_bridge.learned import LearnedComponent
from rasa_bridge.stored_tables import training_tables
from triage.turn.hear import is_question
from triage.turn.intents import ANSWER, FALLBACK, NEAR, REPORT

_OUTLOOK = "ask_prognosis"
"""Asked without naming anything of treatment. A report goes before it: "am I dying?" is also asked
in danger."""
_LEAST = 0.02
"""What a sentence counts at least for a request of the whole message."""
_RANKED = 10
"""Intents reported; Rasa's own classifiers report as many."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class AnswerFinder(LearnedComponent[Finder]):
    """Sets the intent and the ranking.

    Where the best guess cannot be trusted the intent is `near_topics`, if topics are near that
    can be offered, else `nlu_fallback`. A request for a dose, an outlook, a result or a choice
    is refused, unless an answer is surer, or it is a report.

    Configuration, all from 0 to 1:
        threshold: from this trust on an answer is believed.
        near_threshold: from this trust on the nearest topics are offered.
        request_threshold: from this trust on a request is believed, where a medicine, a test or
            an illness is named. Its refusal says whom to ask, so it does less harm than an
            answer to another question.
        bare_request_threshold: the same where nothing of the kind is named.
        bare_refusal_threshold: from this trust on the best guess of all is believed where it is
            a refusal, but nothing of the kind is named.
        outlook_threshold: the same for an outlook: "will I see my grandson grow up" names nothing.
        other_threshold: from this trust on anything else is believed: a report, or talk about
            the conversation. It is lower, since only an answer of ours can be a wrong answer.
        part_threshold: from this trust on the answer to a part that asks by itself is believed,
            where the whole message is not.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the configuration where config.yml says nothing."""
        return {
            "threshold": 0.4,
            "near_threshold": 0.2,
            "request_threshold": 0.25,
            "bare_request_threshold": 0.95,
            "bare_refusal_threshold": 0.7,
            "outlook_threshold": 0.47,
            "other_threshold": 0.25,
            "part_threshold": 0.5,
        }

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return a hash over what it is made of beside its own source."""
        return f"{super().fingerprint_addon(config)}-{lexicon_fingerprint()}"

    @staticmethod
    def learn(texts: Sequence[str], intents: Sequence[str]) -> Finder:
        """Return the finder that the examples teach."""
        return Finder.train(Lexicon.of(training_tables()), texts, intents)

    @staticmethod
    def restored(directory: Path) -> Finder:
        """Return the finder of a directory of the model."""
        return Finder.load(directory)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent of each message."""
        finder = self.learned
        for message in messages:
            text = message.get(TEXT) or ""
            guesses = self._judged(finder.find(plainly(text)), text)
            ranking = [_as_json(guess) for guess in guesses[:_RANKED]]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _judged(self, found: Found, text: str) -> tuple[Guess, ...]:
        """Return the guesses, behind a request or an intent that says "not to be trusted"."""
        best, trust = found.guesses[0], found.trust
        believed = best.intent not in OUTSIDE and trust >= self._enough(best.intent, found)
        request = self._request(found, text)
        if self._goes_first(request, found, text, believed):
            return (request, *found.guesses)
        if believed:
            return (replace(best, probability=trust), *found.guesses[1:])
        part = None if best.intent == REPORT else self._asked_in_a_part(text)
        if part:
            return (part, *found.guesses)
        if best.intent in OUTSIDE:
            return found.guesses
        near = best.intent.startswith(ANSWER) and trust >= self._config["near_threshold"]
        return (Guess(NEAR if near else FALLBACK, 1 - trust), *found.guesses)

    def _request(self, found: Found, text: str) -> Guess:
        """Return the likeliest request; one in a story must be in a sentence of it, too."""
        request = found.request
        sentences = sentences_in(text)
        if not sentences or request.probability < self._config["request_threshold"]:
            return request
        alone = (each.request for each in self.learned.find_all(sentences))
        surest = max(
            (each.probability for each in alone if each.intent == request.intent), default=0.0
        )
        return replace(request, probability=sqrt(request.probability * max(surest, _LEAST)))

    def _goes_first(self, request: Guess, found: Found, text: str, believed: bool) -> bool:
        """Tell whether a request is believed, and rather than the best guess."""
        best = found.guesses[0].intent
        enough = "request_threshold" if found.of_care else "bare_request_threshold"
        if request.probability < self._config[enough]:
            return False
        if believed and best == REPORT:
            # "Am I dying?" is also asked in danger.
            return request.intent != _OUTLOOK and is_question(text)
        return not (believed and best.startswith(ANSWER) and found.trust > request.probability)

    def _asked_in_a_part(self, text: str) -> Guess | None:
        """Return the surest answer to a part: "how long is the drip, I need to sort parking"."""
        parts = questions_in(text)
        sure = [
            Guess(found.guesses[0].intent, found.trust)
            for found in (self.learned.find_all(parts) if parts else ())
            if self._answers_a_part(found)
        ]
        return max(sure, key=lambda guess: guess.probability, default=None)

    def _answers_a_part(self, found: Found) -> bool:
        intent = found.guesses[0].intent
        enough = max(self._enough(intent, found), self._config["part_threshold"])
        return intent.startswith(ANSWER) and intent not in OUTSIDE and found.trust >= enough

    def _enough(self, intent: str, found: Found) -> float:
        """Return from what trust on an intent is believed."""
        if intent in REFUSALS and not found.of_care:
            bare = "outlook_threshold" if intent == _OUTLOOK else "bare_refusal_threshold"
            return float(self._config[bare])
        answers = intent.startswith(ANSWER)
        return float(self._config["threshold" if answers else "other_threshold"])


def _as_json(guess: Guess) -> dict[str, Any]:
    return {"name": guess.intent, "confidence": guess.probability}
