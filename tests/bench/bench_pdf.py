"""What a territory’s PDF costs, beside the plain way: a browser that prints the HTML paper.

    python -m tests.bench.bench_pdf [--rows 116 200000] [--sheets 40]

For each number of rows, over territories drawn by a seed from the four levels, and the largest régions: the sheet in
the domain, the two maps and the words, Typst, all together (CPU and wall), bytes, memory. Beside it, Chromium printing
the HTML paper to PDF, where there is a browser.
"""

import argparse
import random
import resource
import statistics
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from dashboard.core.geography.load import load_gazetteer
from dashboard.core.geography.territory_key import LEVELS, Key
from dashboard.features.territories.paper.document import Paper
from dashboard.features.territories.service import TerritoryService
from dashboard.features.territories.sheet import TerritoryIndex
from tests.bench.many_rows import many_poles
from tests.browser.server import find_browser
from tests.helpers.paths import REFERENCE

PAPER = Paper("https://carte.example/territoires?territoire=x", date(2026, 11, 25))
LIMITS_MS = {116: 500, 200_000: 1000}
SEED = 12


def drawn(index: TerritoryIndex, sheets: int) -> list[Key]:
    """Territories of every level, and the two régions with the most rows."""
    draw = random.Random(SEED)
    keys = [key for level in LEVELS for key in draw.sample(index.hierarchy.keys(level), min(sheets // 4, 18))]
    return [*keys, Key("region", "11"), Key("region", "84")]


def measure(rows: int, sheets: int) -> None:
    """Print one line per part."""
    begun = time.perf_counter()
    papers = TerritoryService(many_poles(rows), load_gazetteer(REFERENCE), REFERENCE)
    index = papers.index
    papers.html(Key("region", "11"), PAPER)
    print(f"\n{rows} rows: shared parts in {time.perf_counter() - begun:.1f} s (catalogue read, index, outlines)")
    keys = drawn(index, sheets)
    sheet, whole, cpu, size = [], [], [], []
    for key in keys:
        start, start_cpu = time.perf_counter(), time.process_time()
        index.sheet(key)
        middle = time.perf_counter()
        size.append(len(papers.pdf(key, PAPER)))
        whole.append((time.perf_counter() - middle) * 1000)
        sheet.append((middle - start) * 1000)
        cpu.append((time.process_time() - start_cpu) * 1000)
    for name, values in (("sheet in the domain", sheet), ("PDF, wall", whole), ("sheet and PDF, CPU", cpu)):
        print(f"  {name:22} median {statistics.median(values):6.0f} ms   largest {max(values):6.0f} ms")
    print(f"  {'bytes':22} median {statistics.median(size) / 1000:6.0f} kB   largest {max(size) / 1000:6.0f} kB")
    print(f"  memory at its highest  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    limit = LIMITS_MS.get(rows)
    if limit:
        over = [str(key) for key, ms in zip(keys, whole, strict=True) if ms > limit]
        print(f"  over {limit} ms: {', '.join(over) or 'none'} of {len(keys)}")
    _print_from_browser(papers, keys)


def _print_from_browser(papers: TerritoryService, keys: list[Key]) -> None:
    """The plain way: a browser that is already started prints the HTML paper."""
    taken = []
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        path = Path(folder) / "fiche.html"
        for key in keys[::4]:
            start = time.perf_counter()
            path.write_bytes(papers.html(key, PAPER))
            page.goto(path.as_uri())
            page.pdf(format="A4")
            taken.append((time.perf_counter() - start) * 1000)
        browser.close()
    print(f"  {'Chromium, wall':22} median {statistics.median(taken):6.0f} ms   largest {max(taken):6.0f} ms")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, nargs="+", default=[116, 200_000])
    parser.add_argument("--sheets", type=int, default=40)
    options = parser.parse_args()
    for rows in options.rows:
        measure(rows, options.sheets)


if __name__ == "__main__":
    main()
