"""The routes of files made when asked for, at addresses that stay: calendars, carnets, papers of territories."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard.web.body import ASK_AGAIN, Body, body_answer, unless_missing
from dashboard.web.policy import PLAIN_HOST
from dashboard.web.streamlit_html import ASKED_HEADERS


@dataclass(frozen=True)
class FileRequest:
    """What a request asks for: the parameters of its path, those after `?`, and the site's address as it names it."""

    path: Mapping[str, str]
    query: Mapping[str, Sequence[str]]
    site: str


@dataclass(frozen=True)
class Answer:
    """A file as it answers: its content, its own policy and its own name ("" for the usual ones)."""

    content: bytes
    policy: str = ""
    filename: str = ""


class Queue:
    """At most `at_once` files in the making, each in a thread of its own, and at most `waiting` requests for others."""

    def __init__(self, *, at_once: int, waiting: int) -> None:
        self._at_once = at_once
        self._places = at_once + waiting
        self._taken = 0
        self._limiter: CapacityLimiter | None = None

    @property
    def is_full(self) -> bool:
        """Whether one more would have to wait too long."""
        return self._taken >= self._places

    async def run(self, make: Callable[[FileRequest], Answer | None], asked: FileRequest) -> Answer | None:
        """What `make` returns, when its turn has come."""
        self._limiter = self._limiter or CapacityLimiter(self._at_once)
        self._taken += 1
        try:
            return await to_thread.run_sync(make, asked, limiter=self._limiter)
        finally:
            self._taken -= 1


def feed_route(
    address: str,
    make: Callable[[FileRequest], Answer | None],
    *,
    filename: str,
    base_path: str = "",
    download: bool = False,
    queue: Queue | None = None,
) -> Route:
    """`GET <address>`: what `make` returns, asked again at each use and kept by its tag; 404 for None.

    The kind of file is that of `filename`, which is also the name under which browsers save it; `download`: they save
    it at once. `queue`: for what is heavy to make; 503 where it is full.
    """
    if not PurePosixPath(filename).suffix:
        raise ValueError(f"{filename!r} does not say what kind of file it is")
    make = unless_missing(make)

    async def answer(request: Request) -> Response:
        query = {key: request.query_params.getlist(key) for key in request.query_params}
        asked = FileRequest(request.path_params, query, site_of(request, base_path))
        if queue is None:
            made = await run_in_threadpool(make, asked)
        elif queue.is_full:
            return PlainTextResponse("", status_code=503, headers={"Retry-After": "5", "Cache-Control": "no-store"})
        else:
            made = await queue.run(make, asked)
        if made is None:
            return PlainTextResponse("", status_code=404)
        headers = request.scope.get(ASKED_HEADERS, request.headers)
        response = await body_answer(Body(filename, made.content), headers, cache_control=ASK_AGAIN)
        kind = "attachment" if download else "inline"
        response.headers["Content-Disposition"] = f'{kind}; filename="{made.filename or filename}"'
        if made.policy:
            response.headers["Content-Security-Policy"] = made.policy
        return response

    return Route(f"{base_path}{address}", answer)


def site_of(request: Request, base_path: str) -> str:
    """The address of the site as this request names it, `https://host/folder`; "" for a host that is no plain name."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}{base_path}" if PLAIN_HOST.fullmatch(host) else ""
