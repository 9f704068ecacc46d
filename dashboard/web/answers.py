"""HTTP answers that carry a `Body`: encoding negotiated, 304 where the browser has it already."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response

from dashboard.web.body import Body

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


def _is_known(tag: str, if_none_match: str) -> bool:
    known = {candidate.strip().removeprefix("W/") for candidate in if_none_match.split(",")}
    return tag in known or "*" in known
