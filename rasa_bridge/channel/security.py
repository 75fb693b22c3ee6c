"""Headers on every response: nothing foreign runs, nothing is guessed, nothing is told on."""

from __future__ import annotations

from sanic.request import Request
from sanic.response import HTTPResponse

EMBED_PATH = "/chat/embed"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors "
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class SecurityHeaders:
    """Adds the headers to each response, as a response middleware of Sanic."""

    def __init__(self, allowed_origins: tuple[str, ...]) -> None:
        self._framed_by = " ".join(("'self'", *allowed_origins))

    async def __call__(self, request: Request, response: HTTPResponse) -> None:
        """Add the headers; only the embed page may stand in a frame."""
        framed_by = self._framed_by if request.path == EMBED_PATH else "'none'"
        response.headers["Content-Security-Policy"] = _POLICY + framed_by
        response.headers.update(_HEADERS)
        response.headers.setdefault("Cache-Control", "no-store")
        # Pages of allowed sites load widget.js as a plain script, from another origin.
        open_to_all = request.path.endswith(".js")
        resource = "cross-origin" if open_to_all else "same-site"
        response.headers["Cross-Origin-Resource-Policy"] = resource
