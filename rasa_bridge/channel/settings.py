"""What a hospital can set for its chat, read from credentials.yml and checked at start."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml
from rasa.shared.exceptions import RasaException

from triage.tables import did_you_mean

CHANNEL_KEY = "rasa_bridge.channel.ChatChannel"
_LEAST = {
    "proxies": 0,
    "message_characters": 200,
    "body_bytes": 10_000,
    "session_messages_per_minute": 1,
    "address_messages_per_minute": 1,
    "address_sessions_per_minute": 1,
    "open_conversations": 100,
    "reply_seconds": 1,
    "session_hours": 1,
    "keep_days": 1,
}
"""Setting -> the least that leaves the chat of use; less would refuse or forget everything."""
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?\Z")


class SettingsError(RasaException):
    """The chat's settings cannot be used; the message says where, what and what is allowed."""


@dataclass(frozen=True)
class Settings:
    """The chat's settings; every one has a default that suits one hospital."""

    allowed_origins: tuple[str, ...] = ()
    """Web sites whose pages may use the chat, such as `https://www.hospital.example`."""
    proxies: int = 0
    """How many reverse proxies stand in front; their X-Forwarded-For entries are believed."""
    message_characters: int = 2_000
    body_bytes: int = 1_000_000
    session_messages_per_minute: int = 60
    address_messages_per_minute: int = 600
    """Sized for a whole hospital behind one address."""
    address_sessions_per_minute: int = 120
    open_conversations: int = 10_000
    """How many conversations are held in memory; older ones are read from the store again."""
    reply_seconds: float = 15.0
    """After this the patient is told that no answer came; the work itself goes on."""
    session_hours: float = 24.0
    keep_days: float = 30.0
    """Conversations untouched for longer are erased."""

    @classmethod
    def of(cls, values: Mapping[str, Any] | None, where: str = "credentials.yml") -> Settings:
        """Check `values` (the channel's block of credentials.yml) and fill in the defaults.

        Raises:
            SettingsError: an unknown key, a value of the wrong kind or too small, or an
                origin that is none.
        """
        known = {field.name: field for field in fields(cls)}
        checked: dict[str, Any] = {}
        for key, value in (values or {}).items():
            place = f"{where}, {CHANNEL_KEY}: `{key}`"
            if key not in known:
                hint = did_you_mean(str(key), known)
                raise SettingsError(f"{place} is not a setting.{hint} Known: {', '.join(known)}.")
            if key == "allowed_origins":
                checked[key] = _origins(value, place)
            else:
                checked[key] = _number(value, type(known[key].default), _LEAST[key], place)
        return cls(**checked)


def load_settings(path: Path) -> Settings:
    """Read the chat's settings from a credentials file.

    Raises:
        SettingsError: the file does not hold the channel, or a setting in it is wrong.
    """
    content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    if CHANNEL_KEY not in content:
        raise SettingsError(f"{path}: the chat is missing. Add the key `{CHANNEL_KEY}:`.")
    return Settings.of(content[CHANNEL_KEY], str(path))


def _origins(value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise SettingsError(f"{place} is `{value}`; a list of web sites is allowed.")
    for origin in value:
        if not isinstance(origin, str) or not _ORIGIN.match(origin):
            raise SettingsError(
                f"{place} holds `{origin}`; allowed is scheme and host alone, in lower case, "
                "such as `https://www.hospital.example` (no `*`, no path, no `/` at the end)."
            )
    return tuple(value)


def _number(value: object, kind: type, least: int, place: str) -> float:
    fits = isinstance(value, int) or (kind is float and isinstance(value, float))
    if isinstance(value, bool) or not fits or not least <= float(value) < math.inf:  # type: ignore[arg-type]
        wanted = "a whole number" if kind is int else "a number"
        raise SettingsError(f"{place} is `{value}`; {wanted}, {least} or more, is allowed.")
    return kind(value)
