from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rasa_bridge.channel import Settings, SettingsError, load_settings


def test_every_setting_has_a_default() -> None:
    assert Settings.of(None) == Settings()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"alowed_origins": []}, "Did you mean `allowed_origins`?"),
        ({"allowed_origins": "https://a.example"}, "a list of web sites"),
        ({"allowed_origins": ["*"]}, "no `\\*`"),
        ({"allowed_origins": ["https://a.example/"]}, "no `/` at the end"),
        ({"allowed_origins": ["a.example"]}, "scheme and host"),
        ({"proxies": -1}, "whole number"),
        ({"proxies": 1.5}, "whole number"),
        ({"proxies": True}, "whole number"),
        ({"reply_seconds": "soon"}, "a number"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_what_is_allowed(
    values: dict[str, Any], words: str
) -> None:
    with pytest.raises(SettingsError, match=words):
        Settings.of(values)


def test_settings_are_read_from_the_credentials_file(tmp_path: Path) -> None:
    file = tmp_path / "credentials.yml"
    file.write_text(
        "rasa_bridge.channel.ChatChannel:\n  allowed_origins: ['https://a.example:8443']\n"
    )
    assert load_settings(file).allowed_origins == ("https://a.example:8443",)


def test_credentials_without_the_chat_say_what_to_add(tmp_path: Path) -> None:
    file = tmp_path / "credentials.yml"
    file.write_text("rest:\n")
    with pytest.raises(SettingsError, match=r"rasa_bridge\.channel\.ChatChannel"):
        load_settings(file)
