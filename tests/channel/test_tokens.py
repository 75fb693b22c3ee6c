from __future__ import annotations

import pytest

from rasa_bridge.channel.settings import SettingsError
from rasa_bridge.channel.tokens import (
    SECRET_VARIABLE,
    BadTokenError,
    Tokens,
    secret_from_environment,
)

TOKENS = Tokens(b"k" * 32, 3_600)


def test_a_token_opens_its_own_conversation_every_time() -> None:
    token, other = TOKENS.issue(1_000), TOKENS.issue(1_000)
    assert TOKENS.conversation(token, 1_001) == TOKENS.conversation(token, 2_000)
    assert TOKENS.conversation(token, 1_001) != TOKENS.conversation(other, 1_001)


def test_a_token_ends_with_its_time() -> None:
    token = TOKENS.issue(1_000)
    assert TOKENS.conversation(token, 4_600)
    with pytest.raises(BadTokenError):
        TOKENS.conversation(token, 4_601)


@pytest.mark.parametrize("change", [0, 10, 30, 40, -1])
def test_a_changed_token_is_worthless(change: int) -> None:
    token = TOKENS.issue(1_000)
    character = "A" if token[change] != "A" else "B"
    place = change % len(token)
    forged = token[:place] + character + token[place + 1 :]
    # The last character holds spare bits: a change that means the same bytes is the same token.
    try:
        conversation = TOKENS.conversation(forged, 1_001)
    except BadTokenError:
        return
    assert change == -1
    assert conversation == TOKENS.conversation(token, 1_001)


def test_a_token_of_another_secret_is_worthless() -> None:
    with pytest.raises(BadTokenError):
        Tokens(b"x" * 32, 3_600).conversation(TOKENS.issue(1_000), 1_001)


def test_the_conversations_id_is_no_token() -> None:
    conversation = TOKENS.conversation(TOKENS.issue(1_000), 1_001)
    with pytest.raises(BadTokenError):
        TOKENS.conversation(conversation, 1_001)


def test_without_a_secret_the_log_says_that_sessions_end_with_the_process(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)
    assert secret_from_environment() != secret_from_environment()
    assert "open chats end when the bot restarts" in caplog.text


def test_a_short_secret_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET_VARIABLE, "short")
    with pytest.raises(SettingsError, match="openssl rand -hex 32"):
        secret_from_environment()
