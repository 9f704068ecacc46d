"""The route of answers whose address names what they are made from, so that a browser may keep them."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard.web.body import FOREVER, Body, body_answer, unless_missing


def versioned_route(
    address: str, version: Callable[[], str], make: Callable[[Mapping[str, str]], bytes | None], *, base_path: str = ""
) -> Route:
    """`GET /<address>`, of which `{version}` is a part: what `make` returns, for ever.

    `make` gets the other parts of the path, and the question, `q`. 404 for None, for another version than `version`
    says, and while there is no data. The kind of file is that of the address.
    """
    name = PurePosixPath(address).name

    @unless_missing
    def find(asked: Mapping[str, str]) -> bytes | None:
        return make(asked) if asked["version"] == version() else None

    async def answer(request: Request) -> Response:
        asked = {"q": request.query_params.get("q", ""), **request.path_params}
        content = await run_in_threadpool(find, asked)
        if content is None:
            return PlainTextResponse("", status_code=404)
        return await body_answer(Body(name, content), request.headers, cache_control=FOREVER)

    return Route(f"{base_path}/{address}", answer)
