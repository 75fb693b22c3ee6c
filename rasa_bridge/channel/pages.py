"""The files of the window: the host page, the embed page, the widget. Read once, at start."""

from __future__ import annotations

import hashlib
import html
import json
import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

import yaml

from rasa_bridge.channel.settings import Settings, SettingsError
from rasa_bridge.clinic import Clinic

_WEB = Path(__file__).resolve().parents[2] / "web"
_ON_THE_WAY_SECONDS = 5
"""What the window waits longer than the bot: the bot's own refusal has the numbers to call."""
_OPENAPI = Path(__file__).with_name("openapi.yml")


@dataclass(frozen=True)
class Page:
    """One file to serve."""

    content: bytes
    content_type: str
    etag: str
    """Changes with the content, so that a browser need not fetch it again."""


def load_pages(clinic: Clinic, settings: Settings, folder: Path = _WEB) -> dict[str, Page]:
    """Return path below /chat/ -> page, the clinic's name and numbers and our limits filled in.

    Raises:
        SettingsError: a file of the window is missing.
    """
    values = {name: html.escape(value) for name, value in clinic.as_text().items()}
    pages = {}
    for path, name, content_type in (
        ("", "index.html", "text/html; charset=utf-8"),
        ("embed", "embed.html", "text/html; charset=utf-8"),
        ("host.css", "host.css", "text/css; charset=utf-8"),
        ("icon.svg", "icon.svg", "image/svg+xml"),
        ("widget.js", "widget.js", "text/javascript; charset=utf-8"),
    ):
        try:
            text = (folder / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise SettingsError(
                f"{folder / name} is missing. Start the bot from a whole checkout of the project."
            ) from None
        if name.endswith(".html"):
            text = Template(text).substitute(values)
        elif name == "widget.js":
            text = _with_limits(text, settings)
        pages[path] = _page(text, content_type)
    api = yaml.safe_load(_OPENAPI.read_text(encoding="utf-8"))
    pages["openapi.json"] = _page(json.dumps(api), "application/json")
    return pages


def _with_limits(script: str, settings: Settings) -> str:
    """Return the window's script with what is set in place of the limits written in it."""
    waits = round((settings.reply_seconds + _ON_THE_WAY_SECONDS) * 1_000)
    for name, value in {"LONGEST": settings.message_characters, "TIMEOUT": waits}.items():
        script = re.sub(rf"(?<=const {name} = )\d+(?=;)", str(value), script)
    return script


def _page(text: str, content_type: str) -> Page:
    content = text.encode()
    return Page(content, content_type, f'"{hashlib.sha256(content).hexdigest()[:16]}"')
