"""The route of the exports: what is filtered, made when it is asked for, a few at a time, in threads of their own."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard.web.body import FOREVER, Body, body_answer, unless_missing

EXPORTS = "app/export"
AT_ONCE = 2
KEPT_BYTES = 64_000_000


@dataclass(frozen=True)
class Download:
    """A file and the name under which a browser saves it; `is_attachment`: it is saved, not read by our own page."""

    name: str
    media_type: str
    body: Body
    is_attachment: bool = True


@dataclass(frozen=True)
class Moved:
    """The data has changed: the same request has its answer under this version."""

    version: str


@dataclass(frozen=True)
class Refused:
    """What is asked for is too much for the server; the sentence says what to ask for instead."""

    sentence: str


Find = Callable[[str, str, Mapping[str, Sequence[str]]], Download | Moved | Refused | None]


def download_route(find: Find, *, base_path: str = "") -> Route:
    """`GET /app/export/<version>/<format>?…`: what `find(version, format, query)` returns, for ever; 404 for None."""
    threads = ThreadPoolExecutor(AT_ONCE, "export")
    find = unless_missing(find)

    async def answer(request: Request) -> Response:
        version, kind = request.path_params["version"], request.path_params["format"]
        query = {key: request.query_params.getlist(key) for key in request.query_params}
        found = await asyncio.get_running_loop().run_in_executor(threads, find, version, kind, query)
        if found is None:
            return PlainTextResponse("", status_code=404)
        if isinstance(found, Refused):
            return PlainTextResponse(found.sentence, status_code=413)
        if isinstance(found, Moved):
            asked = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{base_path}/{EXPORTS}/{found.version}/{kind}{asked}", status_code=307)
        response = await body_answer(found.body, request.headers, cache_control=FOREVER)
        response.headers["Content-Type"] = found.media_type
        if found.is_attachment:
            response.headers["Content-Disposition"] = f'attachment; filename="{found.name}"'
        return response

    return Route(f"{base_path}/{EXPORTS}/{{version}}/{{format}}", answer)


class LastDownloads:
    """The last downloads made, up to KEPT_BYTES of content; safe to share between threads."""

    def __init__(self) -> None:
        self._downloads: OrderedDict[Hashable, Download] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Download]) -> Download:
        """The download kept under this key, else the one that `make` returns."""
        with self._lock:
            if key in self._downloads:
                self._downloads.move_to_end(key)
                return self._downloads[key]
        made = make()
        with self._lock:
            self._downloads[key] = made
            while sum(len(one.body.content) for one in self._downloads.values()) > KEPT_BYTES:
                self._downloads.popitem(last=False)
        return made
