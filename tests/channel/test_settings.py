from __future__ import annotations

from dataclasses import fields
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
        ({"reply_seconds": 0.5}, "a number, 1 or more"),
        ({"reply_seconds": float("nan")}, "a number, 1 or more"),
        ({"reply_seconds": float("inf")}, "a number, 1 or more"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_what_is_allowed(
    values: dict[str, Any], words: str
) -> None:
    with pytest.raises(SettingsError, match=words):
        Settings.of(values)


NUMBERS = [field.name for field in fields(Settings) if field.name != "allowed_origins"]


@pytest.mark.parametrize("name", [name for name in NUMBERS if name != "proxies"])
def test_nothing_that_the_chat_needs_can_be_set_to_nothing(name: str) -> None:
    with pytest.raises(SettingsError, match=rf"`{name}` is `0`; .*, [1-9]\d* or more, is allowed"):
        Settings.of({name: 0})


@pytest.mark.parametrize("name", NUMBERS)
def test_the_default_of_a_number_may_be_written_down(name: str) -> None:
    assert Settings.of({name: getattr(Settings(), name)}) == Settings()


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
