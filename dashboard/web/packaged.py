"""Streamlit's bundle, the map component and Leaflet: found in installed packages, never imported, served compressed."""

import re
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Thread

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.web.body import FOREVER, Body, body_answer

LEAFLET_FILES = ("leaflet.js", "leaflet.css")
_UNUSED_FONT = re.compile(rb"@font-face\{[^}]*Source Sans[^}]*\}")
_ICON_PRELOAD = re.compile(rb'document\.fonts\.load\(`1em "\$\{[\w.$]+\}"`\)')
MAP_COMPONENT = "component/streamlit_folium.st_folium"


def package_folder(package: str) -> Path:
    """Where an installed package lies; FileNotFoundError if it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(package)
    return Path(next(iter(spec.submodule_search_locations)))


def leaflet_files() -> dict[str, bytes]:
    """Leaflet itself: its script, its style sheet and the images that it names."""
    folder = package_folder("js_lib_leaflet") / "static" / "js_lib_leaflet"
    images = sorted(path.name for path in (folder / "images").iterdir())
    names = [*LEAFLET_FILES, *(f"images/{name}" for name in images)]
    return {name: (folder / name).read_bytes() for name in names}


def streamlit_files() -> dict[str, Path]:
    """Streamlit's own bundle and the map component's: address relative to the site's root → file. No HTML."""
    streamlit = package_folder("streamlit") / "static"
    component = package_folder("streamlit_folium") / "frontend" / "build"
    return {
        **_files_under(streamlit / "static", "static"),
        **_files_under(component / "static", f"{MAP_COMPONENT}/static"),
    }


def map_frame() -> bytes:
    """The document of the map's frame, which Streamlit has once a first page was drawn only."""
    return (package_folder("streamlit_folium") / "frontend" / "build" / "index.html").read_bytes()


def first_page_files(index_html: str, files: Iterable[str]) -> list[str]:
    """Those of `files` that the page names itself, so that any visitor asks for them."""
    return [name for name in files if f'"./{name}"' in index_html]


def _files_under(folder: Path, address: str) -> dict[str, Path]:
    return {
        f"{address}/{path.relative_to(folder).as_posix()}": path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in {".map", ".html"}
    }


class PackagedFiles:
    """ASGI middleware, outermost: answers the addresses of `files` itself, lets everything else through.

    Their names hold a hash of their content, so browsers may keep them for ever. A file is read and compressed at its
    first use, and then kept. A first visit asks for a hundred files: each is answered here in two messages, past all
    the other layers, which halves what it costs.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        files: Mapping[str, Path],
        warm: Iterable[str],
        words: Iterable[tuple[str, str]] = (),
        published: Callable[[str], Body | None] = lambda _: None,
        headers: Mapping[str, str] | None = None,
        base_path: str = "",
    ) -> None:
        """`warm`: addresses to compress at once, in the background; `words`: see `revised`.

        `published` finds other files of the same kind by their address, at once; `headers` go with every answer.
        """
        self._app = app
        self._published = published
        self._headers = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
        self._words = tuple(words)
        self._files = {f"{base_path}/{address}": path for address, path in files.items()}
        self._bodies: dict[str, Body] = {}
        self._lock = Lock()
        addresses = [f"{base_path}/{address}" for address in warm]
        Thread(target=self._warm, args=(addresses,), name="warm-bundle", daemon=True).start()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GET and HEAD of a known file."""
        body = self._find(scope)
        if body is None:
            await self._app(scope, receive, send)
            return
        request = Headers(scope=scope)
        encoding = body.encoding_for(request.get("accept-encoding", ""))
        if scope["method"] == "GET" and "if-none-match" not in request and body.is_encoded(encoding):
            content = body.encoded(encoding)
            await send({"type": "http.response.start", "status": 200, "headers": self._head(body, encoding, content)})
            await send({"type": "http.response.body", "body": content})
            return
        answer = await body_answer(body, request, cache_control=FOREVER)
        answer.raw_headers.extend(self._headers)
        await answer(scope, receive, send)

    def _find(self, scope: Scope) -> Body | None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            return None
        address = scope["path"]
        return self._body(address) if address in self._files else self._published(address)

    def _head(self, body: Body, encoding: str, content: bytes) -> list[tuple[bytes, bytes]]:
        encoded = [(b"content-encoding", encoding.encode())] if encoding else []
        return [
            (b"content-type", body.media_type.encode()),
            (b"content-length", str(len(content)).encode()),
            (b"cache-control", FOREVER.encode()),
            (b"etag", body.tag(encoding).encode()),
            (b"vary", b"Accept-Encoding"),
            *encoded,
            *self._headers,
        ]

    def _body(self, address: str) -> Body:
        with self._lock:
            if address not in self._bodies:
                path = self._files[address]
                self._bodies[address] = Body(path.name, revised(path, self._words))
            return self._bodies[address]

    def _warm(self, addresses: list[str]) -> None:
        bodies = [self._body(address) for address in addresses]
        for body in bodies:
            body.encoded(body.encoding_for("br"))
        for body in bodies:
            body.shrink()


def revised(path: Path, words: Iterable[tuple[str, str]]) -> bytes:
    """The file as we serve it: lighter, and in French.

    The main script no longer fetches 375 kB of icons before any icon is shown; the style sheet no longer declares a
    font of 170 kB, Source Sans, which the theme does not use. `words` are pairs of what the main script says, at the
    end of a text between back-ticks, and of what it says instead.
    """
    content = path.read_bytes()
    if path.suffix == ".css":
        return _UNUSED_FONT.sub(b"", content)
    if path.name.startswith("index.") and path.suffix == ".js":
        content = _ICON_PRELOAD.sub(b"Promise.resolve()", content)
        for theirs, ours in words:
            content = content.replace(f"{theirs}`".encode(), f"{ours}`".encode())
    return content
