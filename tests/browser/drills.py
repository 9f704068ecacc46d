"""Faults of the network and of servers, and what a visitor asks meanwhile: for the tests, and `make drill`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.link import Link
from tests.browser.steps import PATIENCE_MS, wait_for_list, wait_for_map


@dataclass(frozen=True)
class Asked:
    """What a visitor does on a page, and the address that says that the server did it."""

    path: str
    loaded: Callable[[Page], object]
    ask: Callable[[Page], None]
    address: re.Pattern[str]


def _map_loaded(page: Page) -> None:
    wait_for_map(page)
    wait_for_list(page)


def _loaded(selector: str) -> Callable[[Page], object]:
    return lambda page: page.locator(selector).first.wait_for(timeout=PATIENCE_MS)


def _click(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.click()


ASKS = {
    "star": Asked("/", _map_loaded, _click(".liste-poles .etoile"), re.compile(r"parcours=p\.")),
    "filter": Asked(
        "/", _map_loaded, lambda page: page.locator('[name="secteur"]:visible').first.check(), re.compile("secteur=")
    ),
    "sheet": Asked("/", _map_loaded, _click(".liste-poles .nom"), re.compile("pole=")),
    "session": Asked(
        "/programme",
        _loaded(".fil .etoile"),
        _click(".fil [data-etoile='s.leviers']"),
        re.compile(r"parcours=s\.leviers"),
    ),
    "sort": Asked(
        "/donnees",
        _loaded(".tableau tbody tr"),
        _click("thead th:has-text('Commune') button"),
        re.compile("tri=commune"),
    ),
}


def fail_over(link: Link, page: Page, target: int) -> None:
    """The connections end; the next ones lead to another process, which never heard of this page."""
    link.target = target
    link.hang_up()


def cut(link: Link, page: Page, target: int) -> None:
    """The network is silent from now on."""
    link.target = target
    link.cut()


def sleep(link: Link, page: Page, target: int) -> None:
    """The phone sleeps, the other process takes over meanwhile, the phone wakes up."""
    phone = page.context.new_cdp_session(page)
    phone.send("Page.setWebLifecycleState", {"state": "frozen"})
    fail_over(link, page, target)
    page.wait_for_timeout(500)
    phone.send("Page.setWebLifecycleState", {"state": "active"})


FAULTS = {"failover": fail_over, "cut": cut, "sleep": sleep}


def expect_done(page: Page, asked: Asked) -> None:
    """The server did what was asked, and the page says nothing of a connection any more."""
    expect(page).to_have_url(asked.address, timeout=PATIENCE_MS)
    expect(page.locator(".connexion:not(:empty)")).to_have_count(0)
