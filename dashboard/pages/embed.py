"""« Intégrer »: the lines that show this site in another one, with a preview."""

from dashboard import components, state
from dashboard.config import settings
from dashboard.presentation import embed_view
from dashboard.presentation.programme_strings import Day
from dashboard.presentation.strings import Site

PAGES = (("", Site.MAP_PAGE), ("territoires", Site.TERRITORIES_PAGE), ("programme", Day.PAGE))


def page() -> None:
    """Draw the page."""
    state.enter("integrer")
    site, host = state.site(), settings()
    data = embed_view.builder(
        site.catalogue, state.current_view(), pages=PAGES, address=host.adresse, ancestors=host.integration
    )
    components.embed_builder(site.files.base, data)
