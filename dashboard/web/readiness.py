"""The route `/pret`, for whoever hosts or watches the site: ready, or what is missing."""

from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

PATH = "/pret"


def readiness_route(missing: Callable[[], Sequence[str]], *, base_path: str = "") -> Route:
    """`GET /pret`: 200 `{"pret": true, "manque": []}`, or 503 with the sentences that `missing` returns."""

    async def answer(request: Request) -> Response:
        sentences = list(await run_in_threadpool(missing))
        return JSONResponse(
            {"pret": not sentences, "manque": sentences},
            status_code=503 if sentences else 200,
            headers={"Cache-Control": "no-store"},
        )

    return Route(f"{base_path}{PATH}", answer)
