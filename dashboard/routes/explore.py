"""The addresses of what the map's page asks for: sheets of poles, « Aller à… », texts of rows, rows that hold words."""

from collections.abc import Callable

from starlette.routing import Route

from dashboard.features.explore.service import PLACES, SHEETS, TEXTS, WORDS
from dashboard.site import Site
from dashboard.web.versioned import versioned_route


def explore_routes(site: Callable[[], Site], *, base_path: str = "") -> list[Route]:
    """`GET /app/fiches/<version>/<id>.json`, and `/app/lieux`, `/app/mots`, `/app/textes` `/<version>.json?q=…`."""
    answers = {
        f"{SHEETS}/{{version}}/{{id}}.json": lambda asked: site().explore.sheet(asked["id"]),
        f"{PLACES}/{{version}}.json": lambda asked: site().go_to.suggest(asked["q"]),
        f"{WORDS}/{{version}}.json": lambda asked: site().explore.rows_with(asked["q"]),
        f"{TEXTS}/{{version}}.json": lambda asked: site().explore.row_texts(asked["q"]),
    }
    return [
        versioned_route(address, lambda: site().explore.version, make, base_path=base_path)
        for address, make in answers.items()
    ]
