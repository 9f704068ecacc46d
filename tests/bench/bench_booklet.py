"""The carnet: its bytes, the time to make it, the time before it can be used from a file, without a network.

    python -m tests.bench.bench_booklet

Beside it, the plain way: the same file whose list, people and programme are built by its script from JSON.
"""

import json
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dashboard.config import settings
from dashboard.core.address.parcours import Parcours, parse
from dashboard.site import compose
from tests.browser.server import find_browser

_REPEATS = 15
_ONE_MARK = "<script>document.body.dataset.pret = Math.round(performance.now());</script>"
_PLAIN = (
    '<!doctype html><html lang="fr"><meta charset="utf-8"><body><script>const rows = {rows};'
    "for (const row of rows) document.body.insertAdjacentHTML('beforeend', `<li><details><summary>${{row[0]}}</summary>"
    f"${{{{row.slice(1).join('<br>')}}}}</details></li>`);</script>{_ONE_MARK}</body></html>"
)


def main() -> None:
    """Print the measures."""
    site = compose(settings())
    seconds = []
    for rank in range(_REPEATS):
        start = time.process_time()
        content = site.meeting.booklet(parse(f"s.{rank}"), address="https://carte.example")
        seconds.append(time.process_time() - start)
    content = site.meeting.booklet(Parcours((), ()), address="https://carte.example")
    print(f"bytes: {len(content):,} (at most 500,000)")
    print(f"making it: first {seconds[0] * 1000:.0f} ms of CPU, then {statistics.median(seconds[1:]) * 1000:.0f} ms")
    columns = ["nom", "commune", "departement", "region", "description"]
    plain = _PLAIN.format(rows=json.dumps(site.catalogue.rows[columns].astype(str).to_numpy().tolist()))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        for name, written in (("carnet", content), ("plain list from JSON, no map, no search", plain.encode())):
            path = Path(folder) / "file.html"
            path.write_bytes(written)
            times = sorted(_time_to_usable(browser, path) for _ in range(_REPEATS))
            print(
                f"{name}: usable after {statistics.median(times):.0f} ms (from {times[0]} to {times[-1]}; target 300)"
            )
        browser.close()


def _time_to_usable(browser: Browser, path: Path) -> int:
    """Milliseconds from the navigation to the end of the file's script, in a cold context without a network."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    took = int(page.locator("body").get_attribute("data-pret") or 0)
    context.close()
    return took


if __name__ == "__main__":
    main()
