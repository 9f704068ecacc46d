"""The HTTP shell: what is compressed, kept, hidden, said in French; who may run or frame what."""

import gzip
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.errors import CatalogueMissing
from dashboard.web.assets import KEPT_BUNDLES, Assets, Bundle, asset_route
from dashboard.web.body import Body, media_type
from dashboard.web.edge import Edge
from dashboard.web.headers import FILE_POLICY, SECURITY_HEADERS, SecurityHeaders
from dashboard.web.packaged import (
    PackagedFiles,
    first_page_files,
    leaflet_files,
    package_folder,
    revised,
    streamlit_files,
)
from dashboard.web.policy import Policy
from dashboard.web.readiness import readiness_route
from dashboard.web.streamlit_html import (
    ASKED_HEADERS,
    Documents,
    Wording,
    connect_here,
    make_french,
    with_style,
)
from dashboard.web.versioned import versioned_route
from dashboard.wording.shell import Shell

PAGE = Wording("Carte « des pôles »", "Il faut JavaScript.")
FRAME = Wording("Carte & liste", "Il faut JavaScript.")
LONG = b'{"points": [' + b"1," * 2000 + b"1]}"


def client(*routes: Route, middleware: list[Middleware] | None = None) -> TestClient:
    return TestClient(Starlette(routes=list(routes), middleware=middleware or []))


def get(http: TestClient, path: str, **headers: str) -> Mapping[str, str]:
    answer = http.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    return {"status": str(answer.status_code), **answer.headers}


def raw(http: TestClient, path: str, encoding: str) -> tuple[str, bytes]:
    with http.stream("GET", path, headers={"accept-encoding": encoding}) as answer:
        return answer.headers.get("content-encoding", ""), b"".join(answer.iter_raw())


@pytest.fixture
def bundle_client() -> tuple[TestClient, Bundle]:
    assets = Assets()
    bundle = assets.publish({"carte.js": b"import './fond.js'", "points.json": LONG})
    return client(asset_route(assets.find)), bundle


# Bodies and bundles


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("", ""),
        ("identity", ""),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("GZIP", "gzip"),
    ],
)
def test_the_best_encoding_that_the_browser_reads_is_chosen(accepted: str, encoding: str):
    assert Body("points.json", LONG).encoding_for(accepted) == encoding


@pytest.mark.parametrize(("name", "content"), [("a.json", b"{}"), ("a.png", LONG), ("a.woff2", LONG)])
def test_what_gains_nothing_is_not_compressed(name: str, content: bytes):
    assert Body(name, content).encoding_for("br") == ""


def test_each_encoding_gives_the_content_back():
    body = Body("points.json", LONG)
    assert brotli.decompress(body.encoded("br")) == LONG
    assert gzip.decompress(body.encoded("gzip")) == LONG
    assert body.encoded("") == LONG
    body.shrink()
    assert brotli.decompress(body.encoded("br")) == LONG


def test_media_types_do_not_depend_on_the_machine():
    assert media_type("a.js") == "text/javascript; charset=utf-8"
    assert media_type("a.topo.json") == "application/json"
    assert media_type("a.inconnu") == "application/octet-stream"


def test_a_bundle_is_named_by_its_files_whatever_their_order():
    one = Bundle.of({"a.js": b"1", "b.js": b"2"})
    assert one.folder == Bundle.of({"b.js": b"2", "a.js": b"1"}).folder
    assert one.folder != Bundle.of({"a.js": b"1", "b.js": b"3"}).folder
    assert one.folder != Bundle.of({"a.js": b"1", "c.js": b"2"}).folder


def test_the_latest_bundles_stay_on_offer():
    assets = Assets()
    bundles = [assets.publish({"a.js": str(rank).encode()}) for rank in range(KEPT_BUNDLES + 1)]
    found = [assets.find(bundle.version, "a.js") for bundle in bundles]
    assert [body and body.content for body in found] == [None, b"1", b"2", b"3"]


def test_a_file_of_a_bundle_is_compressed_and_kept_for_ever(bundle_client: tuple[TestClient, Bundle]):
    http, bundle = bundle_client
    answer = get(http, f"/{bundle.folder}points.json", accept_encoding="br")
    assert answer["status"] == "200"
    assert answer["content-type"] == "application/json"
    assert answer["content-encoding"] == "br"
    assert answer["cache-control"] == "public, max-age=31536000, immutable"
    assert answer["vary"] == "Accept-Encoding"
    encoding, content = raw(http, f"/{bundle.folder}points.json", "br")
    assert (encoding, brotli.decompress(content)) == ("br", LONG)


def test_a_file_that_the_browser_has_is_not_sent_again(bundle_client: tuple[TestClient, Bundle]):
    http, bundle = bundle_client
    path = f"/{bundle.folder}points.json"
    tag = get(http, path, accept_encoding="br")["etag"]
    assert get(http, path, accept_encoding="br", if_none_match=tag)["status"] == "304"
    assert get(http, path, accept_encoding="br", if_none_match=f'"other", W/{tag}')["status"] == "304"
    assert get(http, path, accept_encoding="gzip", if_none_match=tag)["status"] == "200"


@pytest.mark.parametrize(
    "path", ["/app/static/unknown/carte.js", "/app/static/{version}/../../etc/passwd", "/app/static"]
)
def test_nothing_else_is_served(bundle_client: tuple[TestClient, Bundle], path: str):
    http, bundle = bundle_client
    assert get(http, path.replace("{version}", bundle.version))["status"] == "404"


def test_a_sheet_is_asked_by_version_and_id():
    sheets = {("v1", "pôle archer"): b'{"titre": "Archer"}'}
    http = client(
        versioned_route("app/fiches/{version}/{id}.json", lambda: "v1", lambda asked: sheets.get(("v1", asked["id"])))
    )
    assert http.get("/app/fiches/v1/p%C3%B4le%20archer.json").json() == {"titre": "Archer"}
    assert http.get("/app/fiches/v1/inconnu.json").status_code == 404
    assert http.get("/app/fiches/v2/p%C3%B4le%20archer.json").status_code == 404


# Files of packages


def test_leaflet_comes_whole_from_its_package():
    files = leaflet_files()
    assert {"leaflet.js", "leaflet.css", "images/marker-icon.png", "images/layers.png"} <= set(files)
    assert b"1.9.4" in files["leaflet.js"][:200]


def test_a_package_that_is_not_installed_is_named():
    with pytest.raises(FileNotFoundError, match="no_such_package"):
        package_folder("no_such_package")


def test_streamlit_and_the_map_component_are_found_where_their_pages_ask_for_them():
    files = streamlit_files()
    index = (package_folder("streamlit") / "static" / "index.html").read_text(encoding="utf-8")
    named = first_page_files(index, files)
    assert any(name.startswith("static/js/index.") for name in named)
    assert any(name.startswith("static/css/index.") for name in named)
    frame = (package_folder("streamlit_folium") / "frontend" / "build" / "index.html").read_text(encoding="utf-8")
    component = [name for name in files if name.startswith("component/streamlit_folium.st_folium/static/js/")]
    assert component != []
    assert any(f'"./{name.removeprefix("component/streamlit_folium.st_folium/")}"' in frame for name in component)
    assert [name for name in files if name.endswith((".html", ".map"))] == []


def test_packaged_files_are_answered_before_the_server_and_the_rest_passes(tmp_path: Path):
    (tmp_path / "index.js").write_bytes(LONG)
    css = b"@font-face{font-family:Source Sans;src:url(a.woff2)}@font-face{font-family:Icons;src:url(b)}" + b"p{}" * 300
    (tmp_path / "index.css").write_bytes(css)
    files = {"static/index.js": tmp_path / "index.js", "static/index.css": tmp_path / "index.css"}
    inner = Route("/{path:path}", lambda request: PlainTextResponse("server"))
    http = client(
        inner, middleware=[Middleware(PackagedFiles, files=files, warm=["static/index.js"], base_path="/dossier")]
    )
    answer = get(http, "/dossier/static/index.js", accept_encoding="br")
    assert (answer["content-encoding"], answer["cache-control"]) == ("br", "public, max-age=31536000, immutable")
    assert brotli.decompress(raw(http, "/dossier/static/index.js", "br")[1]) == LONG
    assert http.get("/dossier/static/index.css").text == "@font-face{font-family:Icons;src:url(b)}" + "p{}" * 300
    assert http.get("/static/index.js").text == "server"
    assert http.post("/dossier/static/index.js").status_code == 405


def test_streamlit_still_says_what_we_translate():
    script = next(path for name, path in streamlit_files().items() if name.startswith("static/js/index."))
    before, after = script.read_bytes(), revised(script, Shell.STREAMLIT_WORDS)
    assert [theirs for theirs, _ in Shell.STREAMLIT_WORDS if f"{theirs}`".encode() not in before] == []
    assert [theirs for theirs, _ in Shell.STREAMLIT_WORDS if f"{theirs}`".encode() in after] == []
    assert [ours for _, ours in Shell.STREAMLIT_WORDS if f"{ours}`".encode() not in after] == []


def test_icons_are_fetched_when_one_is_shown_and_not_before():
    script = next(path for name, path in streamlit_files().items() if name.startswith("static/js/index."))
    assert script.read_bytes().count(b"document.fonts.load(") == 1
    assert revised(script, ()).count(b"document.fonts.load(") == 0


def test_the_page_s_style_sheet_declares_no_font_that_the_theme_does_not_use():
    sheet = next(path for name, path in streamlit_files().items() if name.startswith("static/css/index."))
    before, after = sheet.read_bytes(), revised(sheet, ())
    assert (before.count(b"font-family:Source Sans"), after.count(b"font-family:Source Sans")) == (2, 0)
    assert before.count(b"@font-face") - after.count(b"@font-face") == 2


# Documents


STREAMLIT_PAGE = (package_folder("streamlit") / "static" / "index.html").read_text(encoding="utf-8")
COMPONENT_PAGE = (package_folder("streamlit_folium") / "frontend" / "build" / "index.html").read_text(encoding="utf-8")


def test_the_page_is_french_titled_and_asks_for_no_font_that_is_not_used():
    html = make_french(STREAMLIT_PAGE, PAGE)
    assert '<html lang="fr"' in html
    assert "<title>Carte « des pôles »</title>" in html
    assert "<noscript><p>Il faut JavaScript.</p></noscript>" in html
    assert [word for word in ("enable JavaScript", "_stcore/agent", 'as="font"', 'lang="en"') if word in html] == []
    assert '<script type="module" crossorigin src="./static/js/index.' in html


@pytest.mark.parametrize(("base_path", "address"), [("", '"/"'), ("/dossier", '"/dossier/"')])
def test_the_page_is_told_where_its_server_is(base_path: str, address: str):
    html = connect_here(STREAMLIT_PAGE, base_path)
    assert html.count("window.__streamlit = {BACKEND_BASE_URL: location.origin + " + address) == 1
    assert html.index("window.__streamlit") < html.index('type="module"')


def test_the_page_loads_its_own_style_before_streamlits():
    html = with_style(STREAMLIT_PAGE, "/dossier/app/static/3f2a/page.css")
    link = html.index('<link rel="stylesheet" href="/dossier/app/static/3f2a/page.css">')
    assert link < html.index('rel="stylesheet" crossorigin')
    assert with_style(STREAMLIT_PAGE, "") == STREAMLIT_PAGE


def test_the_name_of_the_site_is_at_hand_for_its_style():
    html = make_french(STREAMLIT_PAGE, Wording("Carte", "", "Pôles & « cie »"))
    assert '<html lang="fr" data-nom="Pôles &amp; « cie »"' in html


def test_the_map_frame_is_french_and_titled():
    html = make_french(COMPONENT_PAGE, FRAME)
    assert '<html lang="fr" style="font-size:1rem">' in html
    assert "<title>Carte &amp; liste</title>" in html


def test_a_phone_may_zoom():
    html = '<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1.0, user-scalable=no" />'
    assert make_french(html, PAGE) == '<meta name="viewport" content="width=device-width, initial-scale=1" />'


def document_client(policy: Policy | None = None) -> TestClient:
    async def answer(request: Request) -> Response:
        if request.url.path.endswith(".json"):
            return JSONResponse({"encoding": request.headers.get("accept-encoding")})
        html = COMPONENT_PAGE if "/component/" in request.url.path else STREAMLIT_PAGE
        return HTMLResponse(html, headers={"Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"})

    return client(
        Route("/{path:path}", answer),
        middleware=[Middleware(Documents, page=PAGE, component=FRAME, policy=policy or Policy())],
    )


def compressing_client() -> TestClient:
    """An inner server that compresses whatever it is asked to, as Streamlit's does; and a document of our own."""

    async def answer(request: Request) -> Response:
        headers = request.scope.get(ASKED_HEADERS, request.headers) if "notre" in request.url.path else request.headers
        own = {"Content-Security-Policy": "default-src 'none'"} if "notre" in request.url.path else {}
        if "gzip" in headers.get("accept-encoding", ""):
            return HTMLResponse(gzip.compress(STREAMLIT_PAGE.encode()), headers={"Content-Encoding": "gzip", **own})
        return HTMLResponse(STREAMLIT_PAGE, headers=own)

    return client(
        Route("/{path:path}", answer), middleware=[Middleware(Documents, page=PAGE, component=FRAME, policy=Policy())]
    )


@pytest.mark.parametrize("path", ["/robots.txt", "/wp-login.php", "/x.xml", "/x.ics", "/documents/x.html", "/"])
def test_a_page_asked_under_any_name_is_ours_even_where_the_inner_server_compresses(path: str):
    answer = compressing_client().get(path, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert '<html lang="fr"' in answer.text


def test_a_document_that_says_its_own_policy_is_compressed_and_left_as_it_is():
    answer = compressing_client().get("/documents/notre.html", headers={"accept-encoding": "gzip"})
    assert (answer.headers["content-encoding"], answer.text) == ("gzip", STREAMLIT_PAGE)
    assert answer.headers["content-security-policy"] == "default-src 'none'"


def test_a_compressed_page_where_nothing_is_rewritten_passes_as_it_is():
    answer = compressing_client().get("/app/inconnu", headers={"accept-encoding": "gzip"})
    assert (answer.status_code, answer.text) == (200, STREAMLIT_PAGE)


def directives(policy: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


@pytest.mark.parametrize("path", ["/", "/a-propos", "/quelque.chose"])
def test_every_page_is_rewritten_compressed_and_asked_again(path: str):
    http = document_client()
    answer = get(http, path, accept_encoding="br")
    assert (answer["content-encoding"], answer["cache-control"]) == ("br", "no-cache")
    assert "last-modified" not in answer
    assert '<html lang="fr"' in http.get(path).text
    assert get(http, path, accept_encoding="br", if_none_match=answer["etag"])["status"] == "304"


def test_the_page_may_not_evaluate_text_and_its_own_inline_script_is_named_by_hash():
    policy = directives(get(document_client(), "/")["content-security-policy"])
    assert "unsafe-eval" not in policy["script-src"]
    assert "unsafe-inline" not in policy["script-src"]
    assert policy["script-src"].count("'sha256-") == STREAMLIT_PAGE.count("<script>") + 1
    assert policy["connect-src"] == "'self' ws://testserver wss://testserver"
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == "'none'"


def test_a_forged_host_does_not_enter_the_policy():
    policy = get(document_client(), "/", host="a.fr; script-src *")["content-security-policy"]
    assert directives(policy)["connect-src"] == "'self'"


def test_only_the_map_frame_may_evaluate_its_script_and_show_tiles():
    policy = Policy(tile_hosts=("https://data.geopf.fr",))
    http = document_client(policy)
    frame = directives(get(http, "/component/streamlit_folium.st_folium/index.html")["content-security-policy"])
    assert frame["script-src"] == "'self' 'unsafe-eval' 'unsafe-inline'"
    assert frame["img-src"] == "'self' data: blob: https://data.geopf.fr"
    assert frame["connect-src"] == "'self'"
    page = directives(get(http, "/")["content-security-policy"])
    assert page["img-src"] == "'self' data: blob:"


@pytest.mark.parametrize(
    ("setting", "page", "frame"),
    [
        ("'self'", "'self'", "'self'"),
        ("'none'", "'none'", "'self'"),
        ("https://exemple.fr", "https://exemple.fr", "'self' https://exemple.fr"),
        ("'self' https://exemple.fr", "'self' https://exemple.fr", "'self' https://exemple.fr"),
    ],
)
def test_who_frames_the_page_frames_the_map_in_it(setting: str, page: str, frame: str):
    http = document_client(Policy(frame_ancestors=setting))
    component = "/component/streamlit_folium.st_folium/index.html"
    assert directives(get(http, "/")["content-security-policy"])["frame-ancestors"] == page
    assert directives(get(http, component)["content-security-policy"])["frame-ancestors"] == frame


def test_what_is_no_document_passes_untouched():
    http = document_client()
    assert http.get("/_stcore/a.json", headers={"accept-encoding": "br"}).json() == {"encoding": "br"}
    assert "content-security-policy" not in get(http, "/_stcore/a.json")


# Headers, hidden addresses, readiness


def test_every_answer_carries_the_security_headers():
    http = client(Route("/a", lambda request: PlainTextResponse("a")), middleware=[Middleware(SecurityHeaders)])
    for path in ("/a", "/absent"):
        answer = get(http, path)
        assert {name: answer[name.lower()] for name in SECURITY_HEADERS} == SECURITY_HEADERS
        assert answer["content-security-policy"] == FILE_POLICY


def test_a_policy_that_is_already_there_stays():
    route = Route("/a", lambda request: PlainTextResponse("a", headers={"Content-Security-Policy": "default-src *"}))
    http = client(route, middleware=[Middleware(SecurityHeaders)])
    assert get(http, "/a")["content-security-policy"] == "default-src *"


def edge(**options: str) -> TestClient:
    def greet(request: Request) -> PlainTextResponse:
        return PlainTextResponse("inside")

    async def socket(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text("inside")
        await socket.close()

    routes = [WebSocketRoute("/_stcore/stream", socket), Route("/{path:path}", greet, methods=["GET", "PUT"])]
    return client(*routes, middleware=[Middleware(Edge, **options)])


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/upload_file/session/x"])
def test_what_is_nobodys_business_is_not_there(path: str):
    assert (edge().get(path).status_code, edge().put(path).text) == (404, "")
    assert edge().get("/_stcore/health").text == "inside"


@pytest.mark.parametrize("origin", ["", "http://testserver", "https://carte.example"])
def test_a_socket_is_opened_by_our_own_pages(origin: str):
    with edge(address="https://carte.example/").websocket_connect(
        "/_stcore/stream", headers={"origin": origin} if origin else {}
    ) as socket:
        assert socket.receive_text() == "inside"


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://testserver.evil.example", "null", "http://testserver:81"]
)
def test_a_socket_of_another_site_is_refused(origin: str):
    with (
        pytest.raises(WebSocketDisconnect),
        edge(address="https://carte.example").websocket_connect("/_stcore/stream", headers={"origin": origin}),
    ):
        pass


def test_no_site_may_command_the_page():
    assert edge().get("/_stcore/host-config").json()["allowedOrigins"] == []


def test_ready_is_said():
    answer = client(readiness_route(lambda: [])).get("/pret")
    assert (answer.status_code, answer.json()) == (200, {"pret": True, "manque": []})


def test_what_is_missing_is_said():
    answer = client(readiness_route(lambda: ["Un fichier de données manque."])).get("/pret")
    assert (answer.status_code, answer.json()) == (503, {"pret": False, "manque": ["Un fichier de données manque."]})
    assert answer.headers["cache-control"] == "no-store"


def test_suggestions_are_asked_by_version_and_question_and_kept():
    asked: list[str] = []

    def suggest(params: Mapping[str, str]) -> bytes | None:
        asked.append(params["q"])
        return b"[]"

    http = client(versioned_route("app/lieux/{version}.json", lambda: "v1", suggest))
    answer = http.get("/app/lieux/v1.json?q=Saint-%C3%89tienne%20%26%20co")
    assert (answer.json(), answer.headers["cache-control"]) == ([], "public, max-age=31536000, immutable")
    assert http.get("/app/lieux/v0.json?q=a").status_code == 404
    assert http.get("/app/lieux/v1.json").status_code == 200
    assert asked == ["Saint-Étienne & co", ""]


def test_an_address_answers_nothing_while_there_is_no_data():
    def missing(*_: object) -> str:
        raise CatalogueMissing("missing_data")

    http = client(versioned_route("app/lieux/{version}.json", missing, lambda asked: b"[]"))
    assert http.get("/app/lieux/v1.json").status_code == 404
    assert client(asset_route(missing)).get("/app/static/v1/carte.js").status_code == 404


# The quick way


def quick_client(assets: Assets) -> TestClient:
    quick = Middleware(PackagedFiles, files={}, warm=(), published=assets.at, headers=SECURITY_HEADERS)
    return client(Route("/ailleurs", lambda _: PlainTextResponse("ailleurs")), middleware=[quick])


def test_our_own_files_are_answered_past_the_other_layers_with_every_header():
    assets = Assets()
    bundle = assets.publish({"points.json": LONG})
    bundle.files["points.json"].encoded("br")
    http = quick_client(assets)
    answer = get(http, f"/{bundle.folder}points.json", accept_encoding="br")
    assert (answer["status"], answer["content-encoding"], answer["content-type"]) == ("200", "br", "application/json")
    assert {name.lower(): answer[name.lower()] for name in SECURITY_HEADERS} == {
        name.lower(): value for name, value in SECURITY_HEADERS.items()
    }
    assert brotli.decompress(raw(http, f"/{bundle.folder}points.json", "br")[1]) == LONG


def test_what_is_known_is_not_sent_again_and_what_is_not_ours_passes():
    assets = Assets()
    bundle = assets.publish({"points.json": LONG})
    http = quick_client(assets)
    tag = get(http, f"/{bundle.folder}points.json", accept_encoding="identity")["etag"]
    known = get(http, f"/{bundle.folder}points.json", accept_encoding="identity", if_none_match=tag)
    assert (known["status"], known["x-content-type-options"]) == ("304", "nosniff")
    assert http.get("/ailleurs").text == "ailleurs"
    assert http.get(f"/{bundle.folder}absent.json").status_code == 404
