"""The bundles of our own files for the browser, published under addresses that name their content."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock, Thread

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard.web.body import FOREVER, Body, body_answer, unless_missing

FOLDER = "app/static"
KEPT_BUNDLES = 3
"""Pages opened before the data changed still find their files."""


@dataclass(frozen=True)
class Bundle:
    """Files that refer to one another by name, under one folder named by the content of all."""

    version: str
    files: Mapping[str, Body]

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> "Bundle":
        """The bundle of these files: name, "/" allowed, → content."""
        bodies = {name: Body(name, content) for name, content in sorted(files.items())}
        digest = sha256()
        for name, body in bodies.items():
            digest.update(f"{name}\0{body.digest}\0".encode())
        return cls(digest.hexdigest()[:16], bodies)

    @property
    def folder(self) -> str:
        """Address of the folder, relative to the site's root: `app/static/3f2a…/`."""
        return f"{FOLDER}/{self.version}/"


class Assets:
    """The bundles on offer, the latest three. Shared by all threads; `find` is what `asset_route` asks."""

    def __init__(self) -> None:
        self._bundles: dict[str, Bundle] = {}
        self._lock = Lock()

    def publish(self, files: Mapping[str, bytes]) -> Bundle:
        """Offer these files: the bundle says where. The same files give the same addresses, at each start."""
        bundle = Bundle.of(files)
        with self._lock:
            self._bundles[bundle.version] = self._bundles.pop(bundle.version, bundle)
            for version in list(self._bundles)[:-KEPT_BUNDLES]:
                del self._bundles[version]
        Thread(target=_shrink, args=(bundle,), name="shrink-assets", daemon=True).start()
        return bundle

    def at(self, address: str, *, base_path: str = "") -> Body | None:
        """The file at a whole address, `/app/static/<version>/<name>`, None if there is none."""
        version, _, name = address.removeprefix(f"{base_path}/{FOLDER}/").partition("/")
        return self.find(version, name)

    def find(self, version: str, name: str) -> Body | None:
        """The file at that address, None if there is none."""
        bundle = self._bundles.get(version)
        return bundle.files.get(name) if bundle else None


def _shrink(bundle: Bundle) -> None:
    for body in bundle.files.values():
        body.shrink()


def asset_route(find: Callable[[str, str], Body | None], *, base_path: str = "") -> Route:
    """`GET /app/static/<version>/<name>`: the file that `find(version, name)` returns, for ever; 404 for None."""
    find = unless_missing(find)

    async def answer(request: Request) -> Response:
        body = await run_in_threadpool(find, request.path_params["version"], request.path_params["name"])
        if body is None:
            return PlainTextResponse("", status_code=404)
        return await body_answer(body, request.headers, cache_control=FOREVER)

    return Route(f"{base_path}/{FOLDER}/{{version}}/{{name:path}}", answer)
