"""Questions in an address, short JSON answers that the browser may keep: places, rows that hold words, rows' texts."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard.web.answers import FOREVER, body_answer
from dashboard.web.body import Body

PLACES = "app/lieux"
WORDS = "app/mots"
TEXTS = "app/textes"


def question_route(folder: str, reply: Callable[[str, str], bytes | None], *, base_path: str = "") -> Route:
    """`GET /<folder>/<version>.json?q=…`: what `reply(version, q)` returns, for ever; 404 for None."""

    async def answer(request: Request) -> Response:
        question = request.query_params.get("q", "")
        content = await run_in_threadpool(reply, request.path_params["version"], question)
        if content is None:
            return PlainTextResponse("", status_code=404)
        return await body_answer(Body("reponse.json", content), request.headers, cache_control=FOREVER)

    return Route(f"{base_path}/{folder}/{{version}}.json", answer)
