"""One turn of the conversation, without any host: what was said goes in, what to say comes out.

Public names: advance, SESSION, Conversation, Message, Button, read_message, Turn, Say, Answering,
waits, to_json, from_json, note_facts.
"""

from triage.turn.advance import SESSION, advance
from triage.turn.doubt import waits
from triage.turn.message import Button, Message, read_message
from triage.turn.note import note_facts
from triage.turn.say import Answering, Say, Turn
from triage.turn.state import Conversation
from triage.turn.storage import from_json, to_json

__all__ = [
    "SESSION",
    "Answering",
    "Button",
    "Conversation",
    "Message",
    "Say",
    "Turn",
    "advance",
    "from_json",
    "note_facts",
    "read_message",
    "to_json",
    "waits",
]
