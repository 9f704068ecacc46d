"""The security headers that every answer carries, and the addresses that no visitor gets."""

from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(self), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FILE_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""For anything that is not one of our documents: opened as a page, it may do nothing."""


class SecurityHeaders:
    """ASGI middleware: adds the headers that an answer does not already carry."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, complete the answer."""

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Content-Security-Policy", FILE_POLICY)
            await send(message)

        await self._app(scope, receive, complete)


class Hidden:
    """ASGI middleware: 404 for addresses that are nobody's business."""

    def __init__(self, app: ASGIApp, *, paths: Iterable[str]) -> None:
        self._app = app
        self._paths = frozenset(paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """404 or pass on."""
        if scope["type"] == "http" and scope["path"].rstrip("/") in self._paths:
            await PlainTextResponse("", status_code=404)(scope, receive, send)
        else:
            await self._app(scope, receive, send)
