"""The addresses of the territories: images, and papers (`/app/territoire/commune:26281.pdf`, `.html`, `.csv`)."""

from collections.abc import Callable
from datetime import date

from starlette.routing import Route

from dashboard.core.address.territory import PAPERS_FOLDER, territory_link
from dashboard.features.territories.paper.document import Paper
from dashboard.features.territories.service import IMAGES, TerritoryService
from dashboard.site import Site
from dashboard.web.feeds import Answer, FileRequest, Queue, feed_route
from dashboard.web.versioned import versioned_route

HTML_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The HTML paper has a style of its own, and asks nothing of anyone."""

PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
"""What browsers' own readers need to show the file."""

_AT_ONCE, _WAITING = 2, 20


def territory_routes(
    site: Callable[[], Site], *, today: Callable[[], date], address: str = "", base_path: str = ""
) -> list[Route]:
    """The images, then the papers as PDF, HTML and rows; 404 for no territory.

    `address`: the site's public address where the settings say it, else that of each request.
    """
    queue = Queue(at_once=_AT_ONCE, waiting=_WAITING)

    def route(kind: str, make: Callable[[TerritoryService], Callable[..., bytes]], policy: str) -> Route:
        def answer(asked: FileRequest) -> Answer | None:
            territories = site().territories
            key = territories.key(asked.path["key"])
            if key is None:
                return None
            paper = Paper(territory_link(address or asked.site, str(key)), today())
            return Answer(make(territories)(key, paper), policy, f"{str(key).replace(':', '-')}.{kind}")

        path = f"{PAPERS_FOLDER}/{{key}}.{kind}"
        return feed_route(path, answer, filename=f"territoire.{kind}", base_path=base_path, queue=queue)

    return [
        versioned_route(
            f"{IMAGES}/{{version}}/{{kind}}/{{name}}.svg",
            lambda: site().territories.version,
            lambda asked: site().territories.image(asked["kind"], asked["name"]),
            base_path=base_path,
        ),
        route("pdf", lambda territories: territories.pdf, PDF_POLICY),
        route("html", lambda territories: territories.html, HTML_POLICY),
        route("csv", lambda territories: territories.csv, ""),
    ]
