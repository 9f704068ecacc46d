"""What the map costs, beside the plain way (one folium Marker per pole, the map built again), in the same run.

    python -m tests.bench.bench_map [--rows 116 10000 200000] [--plain-up-to 10000]

For each number of rows: server CPU per filter click, bytes received per click, click → painted in the browser, click →
counts answered by the server, cold start → first painted map, first painted map in a cold browser, bytes of a cold
visit, memory. Ours paints the map before the server answers.
"""

import argparse
import statistics
import time
from dataclasses import dataclass

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from tests.bench.browsing import (
    Clicks,
    chromium,
    cold_context,
    measure_clicks,
    memory_mb,
    seconds_to,
    slow_down,
    watch_bytes,
)
from tests.bench.many_rows import STORE, many_poles, write_csv
from tests.browser.server import running_script, wait_until_ready

SECTOR = "culture-industries-creatives"

_MAP = "document.querySelector('iframe').contentDocument"
_CONTAINER = f"{_MAP}.querySelector('.leaflet-container')"
_MARKERS = f"{_MAP}.querySelectorAll('.leaflet-marker-icon').length"
_BOX = f'input[name="secteur"][value="{SECTOR}"]'
_ANSWERED = "!document.documentElement.dataset.attente"
_PLAIN_BOX = 'input[type="checkbox"]'
_VISITS = 5


@dataclass(frozen=True)
class Cost:
    """What one way costs at one number of rows; NaN where it did not end in time."""

    cpu_ms: float
    received: float
    painted_ms: float
    answered_ms: float
    start_s: float
    cold_s: float
    cold_bytes: float
    memory_mb: float


def measure_ours(browser: Browser, rows: int) -> Cost:
    """The dashboard by its own command."""
    environment = {}
    if rows != 116:
        path = STORE / f"bench-{rows}.csv"
        write_csv(path, rows)
        environment = {"PTCE_POLES": str(path), "PTCE_PROGRAMME": "", "PTCE_CACHE": str(STORE)}
    total, chosen = _counts(rows)
    with running_script("dashboard/app.py", environment) as (url, process):
        begun = time.perf_counter()
        wait_until_ready(f"{url}/pret", process)
        context = cold_context(browser)
        page = context.new_page()
        seconds_to(page, url, f"{_CONTAINER}.dataset.shown == {total}")
        start_s = time.perf_counter() - begun
        page.locator(_BOX).wait_for(state="attached")
        shown = f"{_CONTAINER}.dataset.shown == {{}}"
        clicks = measure_clicks(page, process, [(_BOX, shown.format(chosen)), (_BOX, shown.format(total))])
        answers = measure_clicks(page, process, [(_BOX, _ANSWERED)])
        context.close()
        cold_s, cold_bytes = _cold_visits(browser, url, f"{_CONTAINER}.dataset.shown == {total}")
        return _cost(clicks, answers, start_s, cold_s, cold_bytes, memory_mb(process))


def measure_plain(browser: Browser, rows: int) -> Cost:
    """The plain way, whose map is there when it has as many markers as rows."""
    total, chosen = _counts(rows)
    with running_script(
        "tests/bench/plain_app.py", {"BENCH_ROWS": str(rows), "BENCH_SECTOR": SECTOR, "PYTHONPATH": "."}
    ) as (url, process):
        begun = time.perf_counter()
        context = cold_context(browser)
        page = context.new_page()
        wait_until_ready(f"{url}/_stcore/health", process)
        seconds_to(page, url, f"{_MARKERS} == {total}")
        start_s = time.perf_counter() - begun
        few = 5 if rows < 1000 else 1
        targets = [(_PLAIN_BOX, f"{_MARKERS} == {chosen}"), (_PLAIN_BOX, f"{_MARKERS} == {total}")]
        clicks = measure_clicks(page, process, targets, batch=few)
        context.close()
        cold_s, cold_bytes = _cold_visits(browser, url, f"{_MARKERS} == {total}")
        return _cost(clicks, clicks, start_s, cold_s, cold_bytes, memory_mb(process))


def measure_phone(browser: Browser) -> tuple[float, float]:
    """Seconds to the first painted map at 5 Mb/s, 100 ms and a processor 4 times slower: cold, then warm; medians.

    On a phone's screen, 390 × 844 with three points to a pixel.
    """
    total, _ = _counts(116)
    cold, warm = [], []
    with running_script("dashboard/app.py") as (url, process):
        wait_until_ready(f"{url}/pret", process)
        for _ in range(_VISITS):
            context = cold_context(browser, phone=True)
            for times in (cold, warm):
                page = context.new_page()
                slow_down(page, megabits=5, latency_ms=100, cpu=4)
                times.append(seconds_to(page, url, f"{_CONTAINER}.dataset.shown == {total}"))
                page.close()
            context.close()
    return statistics.median(cold), statistics.median(warm)


def _counts(rows: int) -> tuple[int, int]:
    """How many rows have a place, and how many of these the filter leaves."""
    catalogue = many_poles(rows).rows
    located = catalogue.geometry.notna().to_numpy()
    chosen = [SECTOR in codes for codes in catalogue["secteurs"]]
    return int(located.sum()), int((located & chosen).sum())


def _cold_visits(browser: Browser, url: str, painted: str) -> tuple[float, float]:
    seconds, sizes = [], []
    for _ in range(_VISITS):
        context = cold_context(browser)
        page = context.new_page()
        received = watch_bytes(page)
        seconds.append(seconds_to(page, url, painted))
        page.wait_for_timeout(1000)
        sizes.append(sum(received))
        context.close()
    return statistics.median(seconds), statistics.median(sizes)


def _cost(clicks: Clicks, answers: Clicks, start_s: float, cold_s: float, cold_bytes: float, memory: float) -> Cost:
    cpu, received, painted = clicks.medians
    return Cost(cpu, received, painted, answers.medians[2], start_s, cold_s, cold_bytes, memory)


def _line(title: str, cost: Cost) -> str:
    return (
        f"{title:<24}{cost.cpu_ms:>10.1f}{cost.received:>12,.0f}{cost.painted_ms:>12.0f}{cost.answered_ms:>13.0f}"
        f"{cost.start_s:>10.1f}{cost.cold_s:>10.2f}{cost.cold_bytes / 1000:>10.0f}{cost.memory_mb:>8.0f}"
    )


def main(arguments: list[str]) -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description="Bench of the map.")
    parser.add_argument("--rows", type=int, nargs="*", default=[116, 10_000, 200_000])
    parser.add_argument("--plain-up-to", type=int, default=10_000, help="the plain way takes minutes beyond")
    options = parser.parse_args(arguments)
    heads = ("CPU ms", "bytes", "painted ms", "answered ms", "start s", "cold s", "cold kB", "MB")
    print(
        f"{'':<24}"
        + "".join(f"{head:>{size}}" for head, size in zip(heads, (10, 12, 12, 13, 10, 10, 10, 8), strict=True))
    )
    with chromium() as browser:
        for rows in options.rows:
            ours = measure_ours(browser, rows)
            print(_line(f"{rows:,} rows, ours", ours), flush=True)
            if rows > options.plain_up_to:
                print(f"{'':<24}  the plain way was not run: it takes minutes a click")
                continue
            try:
                plain = measure_plain(browser, rows)
            except BrowserError as error:
                print(f"{rows:,} rows, plain: not painted in time ({str(error).splitlines()[0]})")
                continue
            print(_line(f"{rows:,} rows, plain", plain))
            ratios = (plain.cpu_ms / ours.cpu_ms, plain.received / ours.received, plain.painted_ms / ours.painted_ms)
            print("plain / ours: CPU × {:.0f}, bytes × {:.0f}, painted × {:.0f}".format(*ratios), flush=True)
        cold, warm = measure_phone(browser)
        print(f"at 5 Mb/s, 100 ms, processor 4 times slower: first painted map {cold:.1f} s cold, {warm:.1f} s warm")


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
