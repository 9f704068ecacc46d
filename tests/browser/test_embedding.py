"""The dashboard in another site's frame, and the page that writes the lines to copy."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.conftest import DESKTOP, Visit, Watch
from tests.browser.server import running_dashboard
from tests.browser.steps import PATIENCE_MS, wait_for_list


@contextmanager
def town_site(frame: str) -> Iterator[str]:
    """Address of another site, whose only page shows this frame."""

    class Town(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(
                f"<!doctype html><html lang=fr><title>Mairie</title><link rel=icon href='data:,'>{frame}".encode()
            )

        def log_message(self, *_: object) -> None:
            """Nothing to say."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Town)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def open_url() -> Iterator[str]:
    """A dashboard that any site of this machine may show in a frame."""
    with running_dashboard({"PTCE_INTEGRATION": "'self' http://localhost:*"}) as url:
        yield url


def framed(browser: Browser, address: str) -> tuple[Page, FrameLocator]:
    page = browser.new_context(viewport=DESKTOP, locale="fr-FR").new_page()
    page.goto(address)
    return page, page.frame_locator("iframe").first


def test_an_allowed_site_shows_the_view_without_header_nor_way_out(browser: Browser, open_url: str):
    source = f"{open_url}/?embed=true&amp;parties=carte,liste&amp;secteur=numerique"
    with town_site(f'<iframe src="{source}" width="1000" height="600"></iframe>') as town:
        page, frame = framed(browser, town)
        expect(frame.locator(".phrase")).to_have_text(re.compile("^6 pôles et projets"), timeout=PATIENCE_MS)
        expect(frame.locator("[data-rows='6']")).to_be_visible()
        for hidden in ('[data-testid="stHeader"]', ".partie-filtres", ".st-key-panneau", ".liste-integrer"):
            expect(frame.locator(hidden)).to_be_hidden()
        inside = page.frames[1]
        frame.frame_locator("iframe").locator(".leaflet-control-attribution a").wait_for(timeout=PATIENCE_MS)
        links = "links => links.map((a) => [a.target, a.href])"
        found = [link for document in page.frames[1:] for link in document.eval_on_selector_all("a[href]", links)]
        assert {target for target, _ in found} <= {"", "_blank", "_self"}
        assert [href for target, href in found if target != "_blank" and not href.startswith(open_url)] == []
        frame.locator(".liste-poles button").first.click()
        expect(frame.locator(".fiche-tiroir .fiche h2")).to_be_visible()
        assert "secteur=numerique" in inside.url
        assert "parties=" in inside.url
        assert page.url == town
        page.context.close()


def test_a_site_that_is_not_allowed_shows_an_empty_frame(browser: Browser, dashboard_url: str):
    with town_site(f'<iframe src="{dashboard_url}/?embed=true"></iframe>') as town:
        page = browser.new_context().new_page()
        with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
            page.goto(town)
        assert page.frame_locator("iframe").locator(".phrase").count() == 0
        page.context.close()


def test_a_frame_sets_no_cookie_beyond_streamlit_s(browser: Browser, open_url: str):
    with town_site(f'<iframe src="{open_url}/?embed=true" width="900" height="600"></iframe>') as town:
        page, frame = framed(browser, town)
        expect(frame.locator(".phrase")).to_be_visible(timeout=PATIENCE_MS)
        assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf"}
        page.context.close()


@pytest.mark.parametrize(("width", "height"), [(360, 400), (600, 450), (1000, 400)])
def test_a_small_frame_shows_the_map_alone_without_a_bar(visit: Visit, width: int, height: int):
    page = visit("/?embed=true&parties=carte", viewport={"width": width, "height": height})
    expect(page.locator(".phrase")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator(".barre-vues")).to_be_hidden()
    size = page.locator(".st-key-explorateur iframe").bounding_box()
    assert size is not None
    assert (size["x"], size["width"]) == (0, width)
    assert size["y"] + size["height"] == pytest.approx(height, abs=1)
    assert size["y"] <= 60


def test_a_link_of_ours_keeps_the_frame_as_it_was_asked_for(visit: Visit):
    page = visit("/?embed=true&parties=carte,filtres")
    page.get_by_text("Vues proposées").click(timeout=PATIENCE_MS)
    page.locator("details[open] a[target='_self']").first.click()
    expect(page.locator(".pastille").first).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator('[data-testid="stHeader"]')).to_be_hidden()
    assert ("embed=true" in page.url, "parties=carte" in page.url) == (True, True)


def test_the_whole_view_opens_beside_the_frame(visit: Visit):
    page = visit("/?embed=true&parties=carte&secteur=numerique")
    link = page.get_by_role("link", name="Ouvrir en grand")
    expect(link).to_have_attribute("href", re.compile(r"/\?secteur=numerique$"), timeout=PATIENCE_MS)
    expect(link).to_have_attribute("target", "_blank")


def test_the_page_writes_the_lines_of_the_view_one_comes_from(visit: Visit, dashboard_url: str):
    page = visit("/?secteur=numerique", permissions=["clipboard-read", "clipboard-write"])
    wait_for_list(page)
    page.get_by_role("link", name="Intégrer cette vue à un site").click()
    code = page.get_by_label("Lignes à copier")
    expect(code).to_have_value(
        f'<iframe src="{dashboard_url}/?embed=true&amp;secteur=numerique&amp;parties=carte,liste"\n'
        '  title="Carte des pôles territoriaux de coopération économique" width="100%" height="640"\n'
        '  style="border:0" loading="lazy" allow="geolocation"></iframe>',
        timeout=PATIENCE_MS,
    )
    preview = page.frame_locator(".integrer-cadre iframe")
    expect(preview.locator(".phrase")).to_have_text(re.compile("^6 pôles"), timeout=PATIENCE_MS)
    page.get_by_label("La liste").uncheck()
    page.get_by_label("Hauteur, en pixels").fill("420")
    expect(code).to_have_value(re.compile(r'parties=carte"\n.*height="420"'))
    page.get_by_label("Garder la vue d’où vous venez").uncheck()
    expect(code).to_have_value(re.compile(r"\?embed=true&amp;parties=carte\""))
    page.get_by_role("button", name="Copier").click()
    expect(page.get_by_role("status")).to_have_text("Les lignes sont copiées.")
    assert page.evaluate("navigator.clipboard.readText()") == code.input_value()
    expect(preview.locator(".phrase")).to_have_text(re.compile("^116 pôles"), timeout=PATIENCE_MS)


def test_a_territory_keeps_its_frame_from_its_page_to_the_preview(visit: Visit):
    page = visit("/territoires?territoire=departement:26")
    page.get_by_role("link", name="Intégrer à un site").click(timeout=PATIENCE_MS)
    code = page.get_by_label("Lignes à copier")
    expect(code).to_have_value(
        re.compile(r'/territoires\?embed=true&amp;territoire=departement:26"'), timeout=PATIENCE_MS
    )
    preview = page.frame_locator(".integrer-cadre iframe")
    expect(preview.get_by_role("heading", name="Drôme", level=1)).to_be_visible(timeout=PATIENCE_MS)
    expect(preview.locator('[data-testid="stHeader"]')).to_be_hidden()
    preview.get_by_role("link", name="Auvergne-Rhône-Alpes").first.click()
    expect(preview.get_by_role("heading", name="Auvergne-Rhône-Alpes", level=1)).to_be_visible(timeout=PATIENCE_MS)
    expect(preview.locator('[data-testid="stHeader"]')).to_be_hidden()


def test_the_papers_of_a_territory_are_saved_from_its_page(visit: Visit):
    page = visit("/territoires?territoire=departement:26")
    for name, ending in (("PDF à imprimer", "pdf"), ("Fiche en un fichier HTML", "html"), ("Données (CSV)", "csv")):
        with page.expect_download(timeout=PATIENCE_MS) as saved:
            page.get_by_role("link", name=name).click(timeout=PATIENCE_MS)
        assert saved.value.suggested_filename == f"departement-26.{ending}"


def test_what_an_address_says_is_written_as_text_in_the_lines(visit: Visit, watch: Watch):
    page = visit('/integrer?q="><script>window.pwned=1</script>')
    code = page.get_by_label("Lignes à copier")
    expect(code).to_have_value(re.compile("embed=true"), timeout=PATIENCE_MS)
    inside = code.input_value().removeprefix("<iframe ").removesuffix("></iframe>")
    assert "<" not in inside
    assert inside.count('"') == 2 * len(("src", "title", "width", "height", "style", "loading", "allow"))
    assert page.evaluate("window.pwned") is None
    assert watch.errors == []
