"""What a browser gets from the real command, before any map: French, light, closed to the outside, honest when ill."""

import json
import re
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Response, expect

from tests.browser.conftest import Visit
from tests.browser.server import read_status, running_dashboard
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
    assert {url for url in ours - told if not url.endswith(("/page.css", "/integre.js"))} == set()


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
