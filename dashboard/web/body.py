"""A file as it travels, and the HTTP answers that carry it: compressed once per encoding, 304 where it is known."""

import gzip
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from pathlib import PurePosixPath
from threading import Lock
from typing import ParamSpec, TypeVar

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response

from dashboard.errors import DashboardError

_Asked = ParamSpec("_Asked")
_Found = TypeVar("_Found")

QUICK_QUALITY = 5
"""Brotli quality of a first answer: 0.1 s for Streamlit's 4.5 MB."""
SMALL_QUALITY = 9
"""Brotli quality after `shrink`: 4 % smaller for 4 times the work."""

_SMALLEST = 500
_LARGEST = 20_000_000
"""Beyond, compressing takes longer than sending."""
_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
_ALREADY_COMPRESSED = frozenset({".parquet", ".pdf", ".png", ".woff2", ".xlsx", ".zip"})


def media_type(name: str) -> str:
    """The Content-Type for a file of that name, the same on every machine."""
    return _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")


class Body:
    """A file's content. Safe to share between threads: each encoding is made once, whoever asks first."""

    def __init__(self, name: str, content: bytes) -> None:
        self.content = content
        self.media_type = media_type(name)
        self.digest = sha256(content).hexdigest()
        self._compressible = (
            _SMALLEST <= len(content) <= _LARGEST and PurePosixPath(name).suffix not in _ALREADY_COMPRESSED
        )
        self._encoded: dict[str, bytes] = {}
        self._lock = Lock()

    def encoding_for(self, accept_encoding: str) -> str:
        """`br`, `gzip` or "" (as it is): the best that the browser says it reads."""
        if not self._compressible:
            return ""
        accepted = {
            token.split(";")[0].strip().lower()
            for token in accept_encoding.split(",")
            if not token.replace(" ", "").lower().endswith(";q=0")
        }
        return "br" if "br" in accepted else "gzip" if "gzip" in accepted else ""

    def encoded(self, encoding: str) -> bytes:
        """The bytes to send for an encoding that `encoding_for` gave."""
        if not encoding:
            return self.content
        with self._lock:
            if encoding not in self._encoded:
                self._encoded[encoding] = (
                    brotli.compress(self.content, quality=QUICK_QUALITY)
                    if encoding == "br"
                    else gzip.compress(self.content, compresslevel=6, mtime=0)
                )
            return self._encoded[encoding]

    def is_encoded(self, encoding: str) -> bool:
        """Whether `encoded` answers at once."""
        return not encoding or encoding in self._encoded

    def shrink(self) -> None:
        """Replace the quick brotli by a smaller one; requests are answered meanwhile."""
        if self._compressible:
            self._encoded["br"] = brotli.compress(self.content, quality=SMALL_QUALITY)

    def tag(self, encoding: str) -> str:
        """The ETag of the content in that encoding, quotes included."""
        return f'"{self.digest[:20]}{"-" if encoding else ""}{encoding}"'


FOREVER = "public, max-age=31536000, immutable"
"""For addresses that name their content."""
FOR_A_VISIT = "public, max-age=300"
"""For the map's frame, which changes with the server's own version only."""
ASK_AGAIN = "no-cache"
"""For addresses whose content may change: kept by the browser, checked by its tag at each use."""


async def body_answer(body: Body, request: Headers, *, cache_control: str, status_code: int = 200) -> Response:
    """200 with the body in the best accepted encoding (`status_code` says otherwise), or 304."""
    encoding = body.encoding_for(request.get("accept-encoding", ""))
    headers = {"Cache-Control": cache_control, "ETag": body.tag(encoding), "Vary": "Accept-Encoding"}
    if status_code == 200 and _is_known(body.tag(encoding), request.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    if encoding:
        headers["Content-Encoding"] = encoding
    ready = body.is_encoded(encoding)
    content = body.encoded(encoding) if ready else await run_in_threadpool(body.encoded, encoding)
    headers["Content-Type"] = body.media_type
    return Response(content, status_code=status_code, headers=headers)


def unless_missing(find: Callable[_Asked, _Found]) -> Callable[_Asked, _Found | None]:
    """What `find` returns; None while there is nothing to show, for want of data."""

    @wraps(find)
    def found(*asked: _Asked.args, **named: _Asked.kwargs) -> _Found | None:
        try:
            return find(*asked, **named)
        except DashboardError:
            return None

    return found


def _is_known(tag: str, if_none_match: str) -> bool:
    known = {candidate.strip().removeprefix("W/") for candidate in if_none_match.split(",")}
    return tag in known or "*" in known
