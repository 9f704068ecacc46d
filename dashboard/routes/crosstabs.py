"""The address of the lines of pandas that rebuild what « Croisements » shows."""

from collections.abc import Callable

from starlette.routing import Route

from dashboard.features.crosstabs.view import reproduction
from dashboard.site import Site
from dashboard.web.feeds import Answer, FileRequest, feed_route


def crosstab_routes(site: Callable[[], Site], *, base_path: str = "") -> list[Route]:
    """`GET /reproduire/<part>.py?…`: Python source for a part of the page, of the selection and the table asked for."""

    def answer(asked: FileRequest) -> Answer | None:
        lines = reproduction(site().catalogue, asked.path["part"], asked.query)
        return None if lines is None else Answer(lines.encode())

    return [feed_route("/reproduire/{part}.py", answer, filename="croisement.py", base_path=base_path)]
