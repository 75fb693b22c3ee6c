"""How long a conversation waits for the action server.

Rasa waits 300 seconds for a server that accepts and never answers, and holds the conversation
meanwhile: a red flag sent then would wait too. It has no setting for it, only this constant.
"""

from __future__ import annotations

import rasa.core.actions.action as rasa_actions

LONGEST_WAIT = 4
"""Seconds. The patient is told that the note cannot be made within five."""


def limit_waiting() -> None:
    """Set the limit for every call to the action server from this process.

    A call that takes longer fails like one that cannot be made: Rasa logs it, and the policy
    tells the patient.
    """
    rasa_actions.DEFAULT_REQUEST_TIMEOUT = LONGEST_WAIT
