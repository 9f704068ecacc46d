"""A browser before a server, both watched: what a click costs, how long a visitor waits, how much travels."""

import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import psutil
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from tests.browser.server import find_browser

_POLL = """([target, shown]) => new Promise((resolve) => {
  const begun = performance.now();
  const isShown = () => { try { return eval(shown); } catch { return false; } };
  document.querySelector(target).click();
  const done = () => resolve(performance.now() - begun);
  const look = () => (isShown() ? requestAnimationFrame(done) : setTimeout(look, 4));
  look();
})"""


@dataclass
class Clicks:
    """What the clicks cost: server CPU and waiting in milliseconds, bytes received over the websocket."""

    cpu_ms: list[float] = field(default_factory=list)
    painted_ms: list[float] = field(default_factory=list)
    received: list[int] = field(default_factory=list)

    @property
    def medians(self) -> tuple[float, float, float]:
        """CPU, bytes, painted."""
        return statistics.median(self.cpu_ms), statistics.median(self.received), statistics.median(self.painted_ms)


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


def cold_context(browser: Browser, *, phone: bool = False) -> BrowserContext:
    """A browser that has never been here; it may evaluate the bench's scripts whatever the page's policy."""
    if phone:
        return browser.new_context(
            viewport={"width": 390, "height": 844},
            device_scale_factor=3,
            is_mobile=True,
            has_touch=True,
            locale="fr-FR",
            bypass_csp=True,
        )
    return browser.new_context(viewport={"width": 1440, "height": 900}, locale="fr-FR", bypass_csp=True)


def spent_ms(process: subprocess.Popen[bytes]) -> float:
    """CPU spent so far by a process and its threads, in milliseconds."""
    times = psutil.Process(process.pid).cpu_times()
    return 1000 * (times.user + times.system)


def memory_mb(process: subprocess.Popen[bytes]) -> float:
    """Resident memory."""
    rss: int = psutil.Process(process.pid).memory_info().rss
    return rss / 1e6


def measure_clicks(
    page: Page, process: subprocess.Popen[bytes], clicks: Sequence[tuple[str, str]], *, batch: int = 10
) -> Clicks:
    """Click on each target in turn and wait for what shows that the answer is painted, `batch` times over.

    `clicks`: pairs of a CSS selector and a JavaScript expression that is true when the map shows the answer. CPU is
    told by the system in steps of 10 ms: it is measured over a whole batch, and shared out.
    """
    session, found, received = page.context.new_cdp_session(page), Clicks(), [0]
    session.send("Network.enable")
    session.on("Network.webSocketFrameReceived", lambda event: _add(received, event["response"]))
    begun = spent_ms(process)
    for _ in range(batch):
        for target, shown in clicks:
            received[0] = 0
            found.painted_ms.append(page.evaluate(_POLL, [target, shown]))
            page.wait_for_timeout(150)
            found.received.append(received[0])
    found.cpu_ms.append((spent_ms(process) - begun) / (batch * len(clicks)))
    session.detach()
    return found


def _add(total: list[int], frame: dict[str, object]) -> None:
    payload = str(frame["payloadData"])
    total[0] += len(payload) * 3 // 4 if frame["opcode"] == 2 else len(payload)  # binary frames are told in base64


def watch_bytes(page: Page) -> list[int]:
    """A list to which each answer's size on the wire is added, headers included."""
    session, sizes = page.context.new_cdp_session(page), []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    return sizes


def slow_down(page: Page, *, megabits: float, latency_ms: float, cpu: float) -> CDPSession:
    """Make the page's network and processor those of a phone on bad Wi-Fi."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    speed = megabits * 1e6 / 8
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": latency_ms, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
    return session


def seconds_to(page: Page, url: str, painted: str) -> float:
    """Seconds from asking for the address to the moment when the expression is true and painted."""
    begun = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_function(f"() => {{ try {{ return {painted}; }} catch {{ return false; }} }}", timeout=180_000)
    return time.perf_counter() - begun
