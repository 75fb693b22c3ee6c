"""The patient's web chat: an API at /chat/ that never falls silent.

Public names: ChatChannel (named in credentials.yml) and load_settings (for the launcher).
"""

from __future__ import annotations

from rasa_bridge.channel.channel import ChatChannel
from rasa_bridge.channel.settings import Settings, SettingsError, load_settings

__all__ = ["ChatChannel", "Settings", "SettingsError", "load_settings"]
