"""« Intégrer »: the lines that show this site in another one, with a preview."""

from dashboard.config import settings
from dashboard.features.explore import embed
from dashboard.features.meeting.words import Day
from dashboard.pages import components, state
from dashboard.wording.words import Site

PAGES = (("", Site.MAP_PAGE), ("territoires", Site.TERRITORIES_PAGE), ("programme", Day.PAGE))


def page() -> None:
    """Draw the page."""
    state.enter("integrer")
    site, host = state.site(), settings()
    data = embed.builder(
        site.catalogue, state.current_view(), pages=PAGES, address=host.adresse, ancestors=host.integration
    )
    components.draw_embed_builder(site.files.base, data)
