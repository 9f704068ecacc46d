"""Drawings and short answers at addresses that name the content they are made from, so that a browser may keep them."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard.web.body import FOREVER, Body, body_answer

DRAWINGS = "app/dessins"

Draw = Callable[[str, str, str], bytes | None]
"""The image of a version, a kind and a name; None where there is none."""


def drawing_route(draw: Draw, *, base_path: str = "") -> Route:
    """`GET /app/dessins/<version>/<kind>/<name>.svg`: what `draw` returns, for ever; 404 for None."""

    async def answer(request: Request) -> Response:
        asked = (request.path_params[part] for part in ("version", "kind", "name"))
        content = await run_in_threadpool(draw, *asked)
        if content is None:
            return PlainTextResponse("", status_code=404)
        return await body_answer(Body("dessin.svg", content), request.headers, cache_control=FOREVER)

    return Route(f"{base_path}/{DRAWINGS}/{{version}}/{{kind}}/{{name}}.svg", answer)


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
