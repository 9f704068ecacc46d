"""What a click in the programme costs the server: opening someone, a star, a star with a plan to make.

    python -m tests.bench.bench_programme

Medians over 20 clicks of each kind: CPU, bytes received over the websocket, click → shown.
"""

from collections.abc import Sequence

from tests.bench.browsing import chromium, cold_context, measure_clicks, seconds_to
from tests.browser.server import running_script, wait_until_ready

POLES = (
    *("pole-sud-archer", "smac-07", "domb-innov", "scic-eclis", "culture-cooperation"),
    "initiatives-et-cite-lille-metropole-solidaire",
)
_DAY = "document.querySelector('.page-jour .fil .carte-seance') !== null"
_PEOPLE = ("henri-arevalo", "xavier-roy")
_SESSIONS = ("leviers", "enjeux")


def _opened(key: str) -> tuple[str, str]:
    return f".fil a[href*='personne={key}']", f"location.search.includes('personne={key}')"


def _starred(session: str) -> list[tuple[str, str]]:
    star, told = f".fil [data-etoile='s.{session}']", f"location.search.includes('s.{session}')"
    return [(star, told), (star, f"!{told}")]


def main() -> None:
    """Run the bench."""
    stars = [click for session in _SESSIONS for click in _starred(session)]
    parts: Sequence[tuple[str, str, Sequence[tuple[str, str]]]] = (
        ("someone is opened", "/programme", [_opened(key) for key in _PEOPLE]),
        ("a star", "/programme", stars),
        (f"a star beside {len(POLES)} poles", "/programme?parcours=" + "~".join(f"p.{pole}" for pole in POLES), stars),
    )
    print(f"{'':<28}{'CPU ms':>10}{'bytes':>10}{'shown ms':>10}")
    with chromium() as browser, running_script("dashboard/app.py") as (url, process):
        wait_until_ready(f"{url}/pret", process)
        for title, path, clicks in parts:
            page = cold_context(browser).new_page()
            seconds_to(page, url + path, _DAY)
            page.wait_for_timeout(1000)
            cpu, received, shown = measure_clicks(page, process, clicks, batch=20 // len(clicks)).medians
            print(f"{title:<28}{cpu:>10.1f}{received:>10,.0f}{shown:>10.0f}", flush=True)
            page.context.close()


if __name__ == "__main__":
    main()
