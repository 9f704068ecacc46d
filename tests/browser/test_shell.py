"""What a browser gets from the real command, before any map: French, light, closed to the outside, honest when ill."""

import json
import re
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Response, expect

from dashboard.pages.addresses import PAGES
from dashboard.web.packaged import MAP_COMPONENT
from tests.browser.conftest import Visit, Watch
from tests.browser.server import read_status, running_dashboard, running_elsewhere
from tests.browser.steps import wait_for_map

COLD_VISIT_BYTES = 1_500_000


@pytest.mark.parametrize("path", ["/a-propos", "/accessibilite", "/mentions-legales"])
def test_a_page_opens_by_its_address_in_french_with_one_cookie(visit: Visit, path: str):
    page = visit(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert page.get_by_text("Skip to main content").count() == 0
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf"}


def test_the_files_of_streamlit_are_compressed_and_kept_for_ever(visit: Visit):
    page = visit("/a-propos")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    kept = [answer for answer in answers if "/static/" in answer.url]
    assert {answer.headers["cache-control"] for answer in kept} == {"public, max-age=31536000, immutable"}
    scripts = [answer for answer in kept if re.search(r"/index\.[^/]+\.js$", answer.url)]
    assert {answer.headers["content-encoding"] for answer in scripts} == {"br"}


def test_a_cold_visit_is_light(visit: Visit):
    page = visit("/a-propos")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    sizes = page.evaluate("performance.getEntries().map((entry) => entry.transferSize || 0)")
    assert 0 < sum(sizes) <= COLD_VISIT_BYTES


def test_the_page_may_not_evaluate_text_nor_be_framed_by_others(dashboard_url: str):
    with urlopen(f"{dashboard_url}/") as answer:
        policy = answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'self'" in policy


def test_the_metrics_are_hidden_and_the_site_says_that_it_is_ready(dashboard_url: str):
    assert read_status(f"{dashboard_url}/_stcore/metrics") == (404, b"")
    status, body = read_status(f"{dashboard_url}/pret")
    assert (status, json.loads(body)) == (200, {"pret": True, "manque": []})


def test_a_browser_that_has_the_page_is_told_so_and_not_what_to_fetch_ahead(dashboard_url: str):
    with urlopen(f"{dashboard_url}/") as answer:
        tag = answer.headers["etag"]
        assert b'rel="prefetch"' in answer.read()
    with urlopen(Request(f"{dashboard_url}/", headers={"If-None-Match": tag})) as answer:
        tag = answer.headers["etag"]
        assert b'rel="prefetch"' not in answer.read()
    with pytest.raises(HTTPError, match="304") as told:
        urlopen(Request(f"{dashboard_url}/", headers={"If-None-Match": tag}))
    told.value.close()


def test_a_first_visit_to_the_map_is_told_all_that_the_map_asks_for_and_nothing_else(visit: Visit):
    page = visit("/a-propos")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    assert page.locator("link[rel=prefetch]").count() == 0
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url) if "sec-purpose" not in request.headers else None)
    page.goto(page.url.replace("/a-propos", "/"))
    wait_for_map(page)
    expect(page.locator(".liste-poles li").first).to_be_visible(timeout=30_000)
    page.wait_for_load_state("networkidle")
    told = set(page.eval_on_selector_all("link[rel=prefetch]", "links => links.map(({href}) => href)"))
    assert told - asked == set()
    ours = {url for url in asked if re.search(r"/app/(static|textes)/|/component/[^?]*\.js$", url)}
    named = ("/page.css", "/integre.js", "/connexion.js")
    assert {url for url in ours - told if not url.endswith(named)} == set()


def test_without_its_data_the_site_says_what_is_missing_and_shows_no_traceback(visit: Visit):
    with running_dashboard({"PTCE_POLES": "data/absent.csv"}, wait_for=503) as url:
        _, body = read_status(f"{url}/pret")
        assert json.loads(body)["manque"][0].startswith("Un fichier de données manque.")
        assert "absent.csv" in json.loads(body)["manque"][0]
        page = visit("/a-propos", url=url)
        expect(page.get_by_text("Les données n’ont pas pu être lues.")).to_be_visible(timeout=30_000)
        assert page.get_by_text("Traceback").count() == 0
        page.close()


def test_the_site_lives_under_a_folder_too(visit: Visit):
    with running_dashboard(folder="/carte-ptce") as url:
        assert read_status(f"{url}/_stcore/metrics") == (404, b"")
        page = visit("/a-propos", url=url)
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
        assert page.evaluate("document.documentElement.lang") == "fr"
        page.close()


def test_the_texts_of_the_rows_are_given_by_chunks_and_nothing_else(dashboard_url: str):
    with urlopen(f"{dashboard_url}/") as answer:
        page = answer.read().decode()
    found = re.search(r'href="(/app/textes/\w+\.json\?q=)0"', page)
    assert found
    status, body = read_status(f"{dashboard_url}{found[1]}0")
    assert (status, len(json.loads(body))) == (200, 116)
    for rank in ("1", "-1", "x", "9" * 5000, ""):
        assert read_status(f"{dashboard_url}{found[1]}{rank}") == (404, b"")
    assert read_status(f"{dashboard_url}/app/textes/0.json?q=0") == (404, b"")


@pytest.mark.parametrize("start", ["streamlit run", "uvicorn"])
def test_the_settings_are_ours_wherever_the_site_is_started_from(start: str, visit: Visit, tmp_path: Path):
    """From another folder: no telemetry, no cookie but the technical one, no « Deploy »."""
    with running_elsewhere(start, tmp_path) as url:
        page = visit(url=url)
        wait_for_map(page)
        assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf"}
        assert page.get_by_test_id("stAppDeployButton").count() == 0
        page.context.close()


def test_the_map_s_frame_is_there_before_any_page_was_drawn():
    with running_dashboard() as url:
        assert read_status(f"{url}/{MAP_COMPONENT}/index.html")[0] == 200


def test_an_unknown_address_says_so_and_leads_further(dashboard_url: str, visit: Visit, watch: Watch):
    for path in ("/.git/config", "/inconnu", "/donnees/inconnu"):
        assert read_status(f"{dashboard_url}{path}")[0] == 404
    watch.expected.append("404")
    page = visit("/inconnu")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cette page n’existe pas")
    page.get_by_role("link", name="Données").click()
    page.locator(".tableau tbody tr").first.wait_for(timeout=30_000)
    expect(page).to_have_title(re.compile("Données"))


def test_others_know_what_each_page_is(dashboard_url: str):
    with urlopen(f"{dashboard_url}/sitemap.xml") as answer:
        addresses = re.findall("<loc>(.*?)</loc>", answer.read().decode())
    assert len(addresses) == len(PAGES)
    said = set()
    for address in addresses:
        with urlopen(address) as answer:
            html = answer.read().decode()
        said.add(re.search('<meta name="description" content="([^"]+)">', html)[1])
        assert f'property="og:url" content="{address}"' in html
    assert len(said) == len(addresses)
    with urlopen(f"{dashboard_url}/manifest.webmanifest") as answer:
        icon = json.load(answer)["icons"][0]["src"]
    assert read_status(f"{dashboard_url}{icon}")[0] == 200
    assert b"sitemap.xml" in read_status(f"{dashboard_url}/robots.txt")[1]


def test_a_page_of_another_origin_cannot_have_the_map_s_frame_run_anything(dashboard_url: str, browser: Browser):
    page = browser.new_context().new_page()
    page.goto(f"{dashboard_url.replace('127.0.0.1', 'localhost')}/robots.txt")
    with page.expect_popup() as opening:
        page.evaluate(f"window.frame_ = window.open('{dashboard_url}/{MAP_COMPONENT}/index.html')")
    frame = opening.value
    frame.wait_for_load_state()
    order = {"type": "streamlit:render", "args": {"script": "window.ran = true", "html": "", "header": ""}}
    page.evaluate("(order) => window.frame_.postMessage(order, '*')", order)
    frame.wait_for_timeout(500)
    assert frame.evaluate("window.ran") is None
    page.context.close()
