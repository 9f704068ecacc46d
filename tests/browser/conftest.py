"""A real browser before the real command; anything asked of another host, and any console error, fails the test."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.browser.server import find_browser, running_dashboard

FAILURES = Path(__file__).resolve().parent / "failures"
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
_NO_OTHER_HOST = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
"""Asking the browser itself, rather than seeing each request, leaves a page as quick as it is."""

Visit = Callable[..., Page]


@dataclass
class Watch:
    """What went wrong in the browser during a test; a test that expects something empties the list itself.

    What holds one of the words of `expected` is not kept at all.
    """

    other_hosts: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list, compare=False)

    def on_request(self, request: Request, home: str) -> None:
        """Keep what goes anywhere but home."""
        if not request.url.startswith((home, "blob:", "data:")):
            self.other_hosts.append(request.url)

    def on_console(self, message: ConsoleMessage) -> None:
        """Keep the errors."""
        if message.type == "error" and not any(word in message.text for word in self.expected):
            self.errors.append(f"{message.text} ({message.location['url']})")


@pytest.fixture(scope="session")
def dashboard_url() -> Iterator[str]:
    """Address of the dashboard on its real data, without a final slash."""
    with running_dashboard() as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                f"--host-resolver-rules={_NO_OTHER_HOST}",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def watch() -> Watch:
    """What is seen to go wrong."""
    return Watch()


@pytest.fixture
def visit(request: pytest.FixtureRequest, browser: Browser, dashboard_url: str, watch: Watch) -> Iterator[Visit]:
    """`visit(path="/", viewport=DESKTOP)`: a page in a cold browser of its own; `phone=True` for a touch screen."""
    contexts: list[BrowserContext] = []

    def open_page(path: str = "/", *, url: str = dashboard_url, phone: bool = False, **options: Any) -> Page:
        settings: dict[str, Any] = {"viewport": PHONE, "is_mobile": True, "has_touch": True} if phone else {}
        context = browser.new_context(**{"viewport": DESKTOP, "locale": "fr-FR", **settings, **options})
        contexts.append(context)

        context.on("request", lambda request: watch.on_request(request, url))
        page = context.new_page()
        page.on("console", watch.on_console)
        page.on("pageerror", lambda error: watch.errors.append(str(error)))
        page.goto(url + path)
        return page

    yield open_page
    if request.node.stash.get(_FAILED, False):
        FAILURES.mkdir(exist_ok=True)
        name = re.sub(r"\W+", "-", request.node.name)
        pages = [page for context in contexts for page in context.pages]
        for rank, page in enumerate(pages):
            page.screenshot(path=FAILURES / f"{name}-{rank}.png")
    for context in contexts:
        context.close()
    assert watch == Watch()


_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember a failure, for the screenshot."""
    report = yield
    if report.when == "call" and report.failed:
        item.stash[_FAILED] = True
    return report
