"""A connection that drops, a server that starts again, a phone that sleeps: nothing that a visitor asked is lost."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, Watch
from tests.browser.drills import ASKS, FAULTS, cut, expect_done
from tests.browser.link import Link, link_to
from tests.browser.server import running_dashboard
from tests.browser.steps import PATIENCE_MS, tick


@pytest.fixture(scope="module")
def servers(dashboard_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """The ports of two processes that show the same site."""
    cache: Path = tmp_path_factory.mktemp("cache")
    with running_dashboard({"PTCE_CACHE": str(cache)}) as other:
        yield urlsplit(dashboard_url).port or 0, urlsplit(other).port or 0


@pytest.fixture
def link(servers: tuple[int, int], watch: Watch) -> Iterator[Link]:
    """A link that one may cut; the browser tells of each file and message that is lost with it."""
    watch.expected += ["Failed to load resource", "WebSocket", "when disconnected from server"]
    with link_to(servers[0]) as link:
        yield link


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("ask", ASKS)
def test_what_is_asked_during_a_fault_is_done_after_it(
    ask: str, fault: str, visit: Visit, link: Link, servers: tuple[int, int]
):
    asked = ASKS[ask]
    page = visit(asked.path, url=link.url)
    asked.loaded(page)
    FAULTS[fault](link, page, servers[1])
    asked.ask(page)
    link.mend()
    expect_done(page, asked)


def test_a_page_in_use_heals_too_and_says_that_it_waits(visit: Visit, link: Link, servers: tuple[int, int]):
    page = visit(url=link.url)
    ASKS["star"].loaded(page)
    tick(page, "statut", "actif")
    link.hang_up()
    cut(link, page, servers[1])
    notice = page.locator(".connexion")
    expect(notice).to_contain_text("Connexion perdue", timeout=PATIENCE_MS)
    expect(notice).to_have_attribute("role", "status")
    ASKS["star"].ask(page)
    expect(page.locator("[data-testid=stDialog]")).to_have_count(0)
    link.mend()
    expect_done(page, ASKS["star"])
    assert "statut=actif" in page.url


def test_a_star_asked_without_network_outlives_a_reload(visit: Visit, link: Link, servers: tuple[int, int]):
    page = visit(url=link.url)
    ASKS["star"].loaded(page)
    link.hang_up()
    cut(link, page, servers[1])
    page.locator("html[data-connexion=perdue]").wait_for(state="attached", timeout=PATIENCE_MS)
    ASKS["star"].ask(page)
    link.mend()
    page.reload()
    expect_done(page, ASKS["star"])
    assert page.evaluate("sessionStorage.length") == 0


def test_a_page_of_the_menu_asked_without_network_opens_after_it(visit: Visit, link: Link, servers: tuple[int, int]):
    page = visit(url=link.url)
    ASKS["star"].loaded(page)
    link.hang_up()
    cut(link, page, servers[1])
    page.locator("html[data-connexion=perdue]").wait_for(state="attached", timeout=PATIENCE_MS)
    page.get_by_role("link", name="Données").first.click(force=True)
    link.mend()
    page.locator(".tableau tbody tr").first.wait_for(timeout=PATIENCE_MS)


def test_two_stars_in_a_hurry_are_both_set(visit: Visit, link: Link):
    page = visit(url=link.url)
    ASKS["star"].loaded(page)
    page.evaluate(
        "() => [...document.querySelectorAll('.liste-poles .etoile')].slice(0, 3).forEach((star) => star.click())"
    )
    expect(page.locator(".vers-parcours")).to_contain_text("(3)", timeout=PATIENCE_MS)
