"""What is refused before Streamlit sees it: foreign sockets, uploads that no page asks for, its own commanders."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

UPLOADS = "_stcore/upload_file"
METRICS = "_stcore/metrics"
HOST_CONFIG = "_stcore/host-config"
_FORBIDDEN = 1008
"""WebSocket's code for « policy »; before the connection is accepted, the server answers 403 with it."""


class Edge:
    """ASGI middleware.

    A socket opened by a page of another site is refused at once: Streamlit would ask an outside host for this machine's
    address to know whether it may be, and everyone would wait. Nobody may send files, nor read the metrics. No site but
    our own page may command the page.
    """

    def __init__(self, app: ASGIApp, *, address: str = "", base_path: str = "") -> None:
        """`address`: the site's public address, "" if it is not said; `base_path`: "" or "/folder"."""
        self._app = app
        self._host = urlsplit(address).netloc
        self._hidden = tuple(f"{base_path}/{path}" for path in (UPLOADS, METRICS))
        self._commands = f"{base_path}/{HOST_CONFIG}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if scope["type"] == "websocket" and not self._is_ours(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": _FORBIDDEN})
        elif scope["type"] == "http" and _is_under(scope["path"], self._hidden):
            await PlainTextResponse("", status_code=404)(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] == self._commands:
            await JSONResponse({"allowedOrigins": [], "useExternalAuthToken": False})(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_ours(self, request: Headers) -> bool:
        """Whether a page of this site asks: its origin is the host asked, or the public address; a program has none."""
        if "origin" not in request:
            return True
        origin = urlsplit(request["origin"]).netloc
        return bool(origin) and origin in {request.get("host", ""), self._host}


def _is_under(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)
