"""`python -m tests.drill [RUNS] [SEED]`: seeded faults of network and servers; what was lost, how soon it heals."""

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from tests.browser.drills import ASKS, FAULTS, expect_done
from tests.browser.link import link_to
from tests.browser.server import find_browser, running_dashboard

LONGEST_CUT_S = 3.0


def main(runs: int = 200, seed: int = 1) -> int:
    """Run and print; the exit code is 1 if anything was lost."""
    chance = random.Random(seed)
    lost, healed = 0, []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        cache = {"PTCE_CACHE": str(Path(scratch) / "cache")}
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        with running_dashboard(cache) as one, running_dashboard(cache) as other:
            ports = [urlsplit(url).port or 0 for url in (one, other)]
            for run in range(runs):
                fault, ask = chance.choice(sorted(FAULTS)), chance.choice(sorted(ASKS))
                is_phone, cut_s = chance.random() < 0.5, chance.uniform(0, LONGEST_CUT_S)
                screen = {"width": 390, "height": 844} if is_phone else {"width": 1440, "height": 900}
                context = browser.new_context(viewport=screen, locale="fr-FR")
                page = context.new_page()
                with link_to(ports[run % 2]) as link:
                    try:
                        page.goto(link.url + ASKS[ask].path)
                        if is_phone and ASKS[ask].path == "/":
                            page.locator(
                                ".barre-vues button", has_text="Filtres" if ask == "filter" else "Liste"
                            ).click()
                        ASKS[ask].loaded(page)
                        FAULTS[fault](link, page, ports[1 - run % 2])
                        ASKS[ask].ask(page)
                        page.wait_for_timeout(1000 * cut_s)
                        link.mend()
                        start = time.perf_counter()
                        expect_done(page, ASKS[ask])
                        healed.append(time.perf_counter() - start)
                    except Exception as error:
                        lost += 1
                        print(f"run {run} ({fault}, {ask}, phone {is_phone}): {str(error).splitlines()[0]}")
                context.close()
        browser.close()
    print(
        f"{runs} runs, {lost} lost; done after the network is back: median {statistics.median(healed):.2f} s, ", end=""
    )
    print(f"p95 {sorted(healed)[int(0.95 * len(healed))]:.2f} s, longest {max(healed):.2f} s")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
