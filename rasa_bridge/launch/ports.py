"""Ports on this machine."""

from __future__ import annotations

import socket

from rasa_bridge.launch.project import LaunchError

LOOPBACK = "127.0.0.1"


def require_free(host: str, port: int) -> None:
    """Returns when a server could listen there.

    Raises:
        LaunchError: One sentence that says which port is busy and how to take another.
    """
    if not 1 <= port <= 65535:
        raise LaunchError(f"{port} is not a port. Choose one from 1 to 65535.")
    with socket.socket() as probe:
        # As the server itself does: a port that was just given up is free again.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            raise LaunchError(f"Port {port} is reserved. Choose one above 1023.") from error
        except OSError as error:
            raise LaunchError(
                f"Port {port} on {host} cannot be used ({error.strerror}). "
                f"Stop what uses it, or take another: make run PORT={_next(port)}"
            ) from error


def find_free() -> int:
    """A port on the loopback address that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def _next(port: int) -> int:
    return port + 1 if port < 65535 else 5005
