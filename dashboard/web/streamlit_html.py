"""The two HTML documents that Streamlit sends, made ours: French, titled, zoomable, with their security policy."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.ahead import fetched_ahead
from dashboard.web.body import ASK_AGAIN, FOR_A_VISIT, Body, body_answer
from dashboard.web.head import Head, Unknown, described
from dashboard.web.packaged import MAP_COMPONENT
from dashboard.web.policy import PLAIN_HOST, UNKNOWN_POLICY, Policy

_LANGUAGE = re.compile(r'<html lang="[^"]*"')
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_AGENT_LINK = re.compile(r'(?:<!--(?:(?!-->).)*?-->\s*)?<link rel="service-desc"[^>]*>\s*', re.DOTALL)
_ZOOM_BAN = re.compile(r",\s*(?:user-scalable\s*=\s*no|maximum-scale\s*=\s*[\d.]+)")
_FONT_PRELOAD = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>\s*')
_NEGOTIATION = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"})
ASKED_HEADERS = "dashboard.asked_headers"
"""Where the scope keeps the headers that the browser sent, for a route whose answers are no document of Streamlit's."""
_NOT_DOCUMENTS = ("/media/", "/_stcore/", "/app/")


@dataclass(frozen=True)
class Wording:
    """What a document says in French; `name` is the site's, `lost` is said when its connection is."""

    title: str
    no_script: str
    name: str = ""
    lost: str = ""


def make_french(html: str, wording: Wording) -> str:
    """The document in French: language, title, what it says without JavaScript; a phone may zoom it.

    What points programs to Streamlit's agent interface, which is off, goes, and so does the preload of a font of 170 kB
    that the theme does not use.
    """
    said = {"nom": wording.name, "perdue": wording.lost}
    attributes = "".join(f' data-{name}="{escape(text)}"' for name, text in said.items() if text)
    html = _LANGUAGE.sub(lambda _: f'<html lang="fr"{attributes}', html, count=1)
    html = _TITLE.sub(lambda _: f"<title>{escape(wording.title)}</title>", html, count=1)
    html = _NO_SCRIPT.sub(lambda _: f"<noscript><p>{escape(wording.no_script)}</p></noscript>", html)
    for unwanted in (_AGENT_LINK, _FONT_PRELOAD, _ZOOM_BAN):
        html = unwanted.sub("", html)
    return html


def connect_here(html: str, base_path: str) -> str:
    """Streamlit's page, told where its server is.

    Else it looks for it under the page's own address first, which ends in 404s in the console, and waits for the
    answer before it opens its socket. Only the page itself may send it messages from outside.
    """
    script = (
        f"<script>window.__streamlit = {{BACKEND_BASE_URL: location.origin + {json.dumps(base_path + '/')}, "
        "HOST_CONFIG: {allowedOrigins: [location.origin], useExternalAuthToken: false}};</script>"
    )
    return html.replace("<title>", f"{script}\n    <title>", 1)


def with_style(html: str, address: str) -> str:
    """Streamlit's page with one more style sheet, before Streamlit's own; the page as it is without an address."""
    link = f'<link rel="stylesheet" href="{escape(address)}">' if address else ""
    return html.replace("<title>", f"{link}<title>", 1)


def with_scripts(html: str, addresses: Sequence[str]) -> str:
    """Streamlit's page with modules of ours that run before its own, in this order."""
    modules = "".join(f'<script type="module" src="{escape(address)}"></script>' for address in addresses)
    return html.replace("<title>", f"{modules}<title>", 1)


def obeying_its_parent(html: str) -> str:
    """A component's frame that hears our own page only: a foreign page could have it run a script in our name."""
    script = (
        "<script>addEventListener('message', (event) => {"
        "if (event.source !== parent || event.origin !== location.origin) event.stopImmediatePropagation();"
        "}, true);</script>"
    )
    return html.replace("<title>", f"{script}<title>", 1)


class Documents:
    """ASGI middleware: every HTML document goes through `make_french` and gets its policy, unless it says its own."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        page: Wording,
        component: Wording,
        policy: Policy,
        style: str = "",
        scripts: Sequence[str] = (),
        ahead: Callable[[str], Sequence[str]] = lambda _: (),
        heads: Mapping[str, Head] = MappingProxyType({}),
        unknown: Unknown | None = None,
        address: str = "",
        frame: bytes = b"",
        base_path: str = "",
    ) -> None:
        """`style`, `scripts`: addresses of the page's own style sheet and modules, if it has them.

        `ahead`: the addresses of what the page at a path will ask for. `heads`: what each page says of itself, by its
        path, "" for the front page; `unknown` answers any other path, 404. `address`: the site's public address.
        `frame`: the document of the map's frame, known from the start on.
        """
        self._frame = frame
        self._frame_path = f"{base_path}/{MAP_COMPONENT}/index.html"
        self._heads = heads
        self._unknown = unknown
        self._address = address
        self._ahead = ahead
        self._app = app
        self._style = style
        self._scripts = scripts
        self._page = page
        self._component = component
        self._policy = policy
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold back an HTML answer until it is whole; let any other pass as it comes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"] == self._frame_path and self._frame:
            start = {"type": "http.response.start", "status": 200, "headers": []}
            await self._send_document(
                [start, {"type": "http.response.body", "body": self._frame}], scope, receive, send
            )
            return
        held: list[Message] = []

        async def hold(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_html(message):
                held.append(message)
            elif held:
                held.append(message)
                if not message.get("more_body"):
                    await self._send_document(held, scope, receive, send)
            else:
                await send(message)

        await self._app(self._plain(scope), receive, hold)

    def _own_page(self, html: str, path: str, site: str, *, is_first: bool) -> str:
        """`is_first`: the browser keeps no copy of the page, and so none of the files either."""
        html = connect_here(make_french(html, self._page), self._base_path)
        html = with_scripts(with_style(html, self._style), self._scripts)
        name = self._name(path)
        if name in self._heads:
            html = described(html, self._heads[name], address=f"{site}/{name}", base_path=self._base_path)
        return fetched_ahead(html, self._ahead(path)) if is_first else html

    def _name(self, path: str) -> str:
        return path.removeprefix(self._base_path).strip("/")

    def _plain(self, scope: Scope) -> Scope:
        """The request as the inner server must see it to answer a document whole and uncompressed."""
        path = scope["path"].removeprefix(self._base_path)
        if scope["method"] not in {"GET", "HEAD"} or path.startswith(_NOT_DOCUMENTS):
            return scope
        headers = [pair for pair in scope["headers"] if pair[0] not in _NEGOTIATION]
        return {**scope, "method": "GET", "headers": headers, ASKED_HEADERS: Headers(scope=scope)}

    async def _send_document(self, held: list[Message], scope: Scope, receive: Receive, send: Send) -> None:
        start, *chunks = held
        request = Headers(scope=scope)
        host = request.get("host", "")
        here = f"{scope['scheme']}://{host}{self._base_path}" if PLAIN_HOST.fullmatch(host) else ""
        is_component = scope["path"].startswith(f"{self._base_path}/component/")
        if self._unknown and not is_component and self._name(scope["path"]) not in self._heads:
            text = self._unknown.to_html(self._page.name, self._style, self._base_path)
            headers = {"Cache-Control": ASK_AGAIN, "Content-Security-Policy": UNKNOWN_POLICY}
            await HTMLResponse(text, status_code=404, headers=headers)(scope, receive, send)
            return
        html = b"".join(chunk.get("body", b"") for chunk in chunks).decode()
        html = (
            obeying_its_parent(make_french(html, self._component))
            if is_component
            else self._own_page(html, scope["path"], self._address or here, is_first="if-none-match" not in request)
        )
        kept = FOR_A_VISIT if is_component else ASK_AGAIN
        answer = await body_answer(
            Body("index.html", html.encode()), request, cache_control=kept, status_code=start["status"]
        )
        policy = self._policy.for_component() if is_component else self._policy.for_page(html, host=host)
        answer.headers["Content-Security-Policy"] = policy
        for name, value in MutableHeaders(raw=start["headers"]).items():
            if name == "set-cookie":
                answer.headers.append(name, value)
        await answer(scope, receive, send)


def _is_html(start: Message) -> bool:
    """Whether it is a document to make ours: one that says its own policy, or is compressed, is left as it is."""
    headers = Headers(raw=start["headers"])
    is_left = "content-security-policy" in headers or "content-encoding" in headers
    return headers.get("content-type", "").startswith("text/html") and not is_left
