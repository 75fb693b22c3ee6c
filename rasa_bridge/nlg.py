"""The last guard before a patient reads a message: it has words, all filled in."""

from __future__ import annotations

import logging
import re
from typing import Any

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from rasa_bridge import near_topics
from rasa_bridge.clinic_numbers import clinic_at_start
from rasa_bridge.follow_ups import recall, spoken

logger = logging.getLogger(__name__)

_UNFILLED = re.compile(r"\bNone\b|[{}]")
_SAFE = (
    "I'm not sure what to say here. If you have chest pain, trouble breathing, fainting, "
    "confusion or heavy bleeding, call {emergency_number} now. Otherwise call your care team "
    "on {care_team_phone}."
)


class ClinicNLG(TemplatedNaturalLanguageGenerator):
    """Rasa's own texts from the domain; never silence, an unfilled placeholder or "None"."""

    def __init__(self, endpoint_config: EndpointConfig | None, domain: Domain) -> None:
        """Create it the way `nlg: type:` of endpoints.yml does."""
        super().__init__(domain.responses)
        self._numbers = clinic_at_start().as_text()

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """Return the response filled in, or the danger signs where it cannot be said."""
        filled = {name: value for name, value in self._numbers.items() if name not in kwargs}
        message = await super().generate(utter_action, tracker, output_channel, **filled, **kwargs)
        text = (message or {}).get("text")
        if message and text and not _UNFILLED.search(text):
            if utter_action == near_topics.RESPONSE:
                message["buttons"] = near_topics.near_buttons(tracker, self.responses)
            elif utter_action in spoken.WITH_ITS_BUTTONS:
                message["buttons"] = spoken.buttons(recall.of(tracker).answer, self.responses)
            return message
        logger.error("The response %s cannot be said: it is empty or not filled in.", utter_action)
        return {"text": _SAFE.format_map(self._numbers)}
