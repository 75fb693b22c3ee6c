"""Session tokens: random, signed, and good for a limited time. No cookie, no list of sessions."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import logging
import os
import secrets

from rasa_bridge.channel.settings import SettingsError

SECRET_VARIABLE = "IMMUNO_TRIAGE_SECRET"  # noqa: S105 - the variable's name, not a secret
_RANDOM_BYTES = 18
_TIME_BYTES = 6
_SHORTEST_SECRET = 32

logger = logging.getLogger(__name__)


class BadTokenError(Exception):
    """The token was not issued by this server, or its time is over."""


class Tokens:
    """Issues and reads session tokens, and signs what else must come back unchanged."""

    def __init__(self, secret: bytes, lifetime_seconds: float) -> None:
        self._secret = secret
        self._lifetime = lifetime_seconds

    def issue(self, now: float) -> str:
        """Return a new token (144 random bits); `now` is in seconds since 1970."""
        body = secrets.token_bytes(_RANDOM_BYTES) + int(now).to_bytes(_TIME_BYTES, "big")
        return f"{_encode(body)}.{_encode(self._mac(b'token', body))}"

    def conversation(self, token: str, now: float) -> str:
        """Return the id of the token's conversation.

        Raises:
            BadTokenError: the token is malformed, forged or too old.
        """
        try:
            body, signature = (_decode(part) for part in token.split("."))
        except (ValueError, binascii.Error) as error:
            raise BadTokenError from error
        if not hmac.compare_digest(signature, self._mac(b"token", body)):
            raise BadTokenError
        issued = int.from_bytes(body[_RANDOM_BYTES:], "big")
        if now > issued + self._lifetime:
            raise BadTokenError
        return f"chat-{body[:_RANDOM_BYTES].hex()}"

    def sign(self, *parts: str) -> str:
        """Return 32 hexadecimal digits that only this server can make of these parts."""
        return self._mac(b"parts", "\0".join(parts).encode()).hex()[:32]

    def _mac(self, purpose: bytes, body: bytes) -> bytes:
        return hmac.new(self._secret, purpose + b"\0" + body, hashlib.sha256).digest()


def secret_from_environment() -> bytes:
    """Return the signing secret, or a random one (said in the log) where none is set.

    Raises:
        SettingsError: the secret is shorter than 32 characters.
    """
    secret = os.environ.get(SECRET_VARIABLE, "")
    if not secret:
        logger.warning(
            "%s is not set. A random secret is used: open chats end when the bot restarts.",
            SECRET_VARIABLE,
        )
        return secrets.token_bytes(_SHORTEST_SECRET)
    if len(secret) < _SHORTEST_SECRET:
        raise SettingsError(
            f"${SECRET_VARIABLE} has {len(secret)} characters; at least {_SHORTEST_SECRET} "
            "are needed. `openssl rand -hex 32` makes one."
        )
    return secret.encode()


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
