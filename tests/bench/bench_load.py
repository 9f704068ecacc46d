"""Many visitors at once on one process: what each waits for.

    python -m tests.bench.bench_load [--sessions 300 1000] [--seconds 30]

Sessions that click a filter every 10 s, then 300 cold arrivals within 10 s: every file that a browser asks for at its
first visit, and the page's first run.
"""

import argparse
import asyncio
import statistics
from urllib.parse import urlsplit

from dashboard.core.fields.vocabularies import SECTEURS
from tests.bench.browsing import chromium, cold_context, memory_mb, spent_ms
from tests.bench.load import arrive_cold, load
from tests.browser.server import running_script, wait_until_ready
from tests.browser.steps import wait_for_map

PERIOD_S = 10
ARRIVALS, WITHIN_S = 300, 10


def files_of_a_first_visit(url: str) -> list[str]:
    """The paths that a real browser asks for, the page first."""
    with chromium() as browser:
        page = cold_context(browser).new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(url)
        wait_for_map(page)
        page.wait_for_load_state("networkidle")
    paths = [urlsplit(address)._replace(scheme="", netloc="").geturl() for address in asked if address.startswith(url)]
    return list(dict.fromkeys(paths))


def main(arguments: list[str]) -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description="Bench of many visitors.")
    parser.add_argument("--sessions", type=int, nargs="*", default=[300, 1000])
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args(arguments)
    codes = SECTEURS.codes[:6]
    for sessions in options.sessions:
        with running_script("dashboard/app.py") as (url, process):
            wait_until_ready(f"{url}/pret", process)
            port = int(url.rsplit(":", 1)[1])
            before = spent_ms(process)
            report = asyncio.run(
                load(port=port, sessions=sessions, codes=codes, period_s=PERIOD_S, duration_s=options.seconds)
            )
            spent = (spent_ms(process) - before) / 1000
            print(
                f"{sessions} sessions: {report.line()} · {spent:.0f} s of CPU, {memory_mb(process):.0f} MB", flush=True
            )
            for error in sorted(set(report.errors))[:3]:
                print(f"  {error}")
    with running_script("dashboard/app.py") as (url, process):
        wait_until_ready(f"{url}/pret", process)
        paths = files_of_a_first_visit(url)
        port = int(url.rsplit(":", 1)[1])
        seconds = asyncio.run(arrive_cold(port=port, paths=paths, visitors=ARRIVALS, within_s=WITHIN_S))
        p95 = statistics.quantiles(seconds, n=100, method="inclusive")[94]
        print(
            f"{ARRIVALS} cold arrivals within {WITHIN_S} s, {len(paths)} files each: "
            f"p50 {statistics.median(seconds):.2f} s, p95 {p95:.2f} s"
        )


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
