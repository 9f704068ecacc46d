"""Suggestions for a search field: a question in the address, a short JSON answer that the browser may keep."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard.web.answers import FOREVER, body_answer
from dashboard.web.body import Body

PLACES = "app/lieux"


def places_route(suggest: Callable[[str, str], bytes | None], *, base_path: str = "") -> Route:
    """`GET /app/lieux/<version>.json?q=…`: what `suggest(version, q)` returns, for ever; 404 for None."""

    async def answer(request: Request) -> Response:
        question = request.query_params.get("q", "")
        content = await run_in_threadpool(suggest, request.path_params["version"], question)
        if content is None:
            return PlainTextResponse("", status_code=404)
        return await body_answer(Body("lieux.json", content), request.headers, cache_control=FOREVER)

    return Route(f"{base_path}/{PLACES}/{{version}}.json", answer)
