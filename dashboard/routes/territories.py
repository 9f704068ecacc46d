"""The addresses of what one takes away of a territory: `/app/territoire/commune:26281.pdf`, `.html`, `.csv`."""

from collections.abc import Callable
from datetime import date

from starlette.routing import Route

from dashboard.core.address.territory import PAPERS_FOLDER, territory_link
from dashboard.errors import DashboardError
from dashboard.features.territories.paper.document import Paper
from dashboard.features.territories.service import TerritoryPapers
from dashboard.web.feeds import Answer, FileRequest, Queue, feed_route

HTML_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The HTML twin has a style of its own, and asks nothing of anyone."""

PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
"""What browsers' own readers need to show the file."""

_AT_ONCE, _WAITING = 2, 20


def territory_routes(
    papers: Callable[[], TerritoryPapers], *, today: Callable[[], date], address: str = "", base_path: str = ""
) -> list[Route]:
    """The PDF, its twin and the rows; 404 for no territory. `address`: the site's public one, else each request's."""
    queue = Queue(at_once=_AT_ONCE, waiting=_WAITING)

    def route(kind: str, make: Callable[[TerritoryPapers], Callable[..., bytes]], policy: str) -> Route:
        def answer(asked: FileRequest) -> Answer | None:
            try:
                found = papers()
            except DashboardError:
                return None
            key = found.key(asked.path["key"])
            if key is None:
                return None
            paper = Paper(territory_link(address or asked.site, str(key)), today())
            content = make(found)(key, paper)
            return Answer(content, policy, f"{str(key).replace(':', '-')}.{kind}")

        path = f"{PAPERS_FOLDER}/{{key}}.{kind}"
        return feed_route(path, answer, filename=f"territoire.{kind}", base_path=base_path, queue=queue)

    return [
        route("pdf", lambda found: found.pdf, PDF_POLICY),
        route("html", lambda found: found.html, HTML_POLICY),
        route("csv", lambda found: found.csv, ""),
    ]
