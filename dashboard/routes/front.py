"""The files that search engines and phones look for at the root of a site."""

from collections.abc import Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard.web import head
from dashboard.web.feeds import site_of

_ICON = Path(__file__).resolve().parent.parent / "frontend" / head.ICON
_KEPT = {"Cache-Control": "public, max-age=86400"}


def front_routes(heads: Mapping[str, head.Head], *, name: str, address: str, base_path: str) -> list[Route]:
    """`/robots.txt`, `/sitemap.xml`, manifest and icon; `heads`: the pages by their path, the front one first."""
    icon = _ICON.read_bytes()
    manifest = head.manifest(next(iter(heads.values())), name, base_path)

    async def robots(request: Request) -> Response:
        return PlainTextResponse(head.robots(address or site_of(request, base_path)), headers=_KEPT)

    async def sitemap(request: Request) -> Response:
        text = head.sitemap(address or site_of(request, base_path), list(heads))
        return Response(text, media_type="application/xml", headers=_KEPT)

    async def picture(request: Request) -> Response:
        return Response(icon, media_type="image/svg+xml", headers=_KEPT)

    async def application(request: Request) -> Response:
        return JSONResponse(manifest, media_type="application/manifest+json", headers=_KEPT)

    answers = {"robots.txt": robots, "sitemap.xml": sitemap, head.ICON: picture, head.MANIFEST: application}
    return [Route(f"{base_path}/{path}", answer) for path, answer in answers.items()]
