"""The pages of the site: their address, and what their title and description say; `main` draws them."""

from dataclasses import dataclass

from dashboard.features.crosstabs.words import Crosstabs
from dashboard.features.explore.embed import Embed
from dashboard.features.exports.dictionary_page import Dictionary
from dashboard.features.meeting.words import Day
from dashboard.wording.shell import Described
from dashboard.wording.words import Site


@dataclass(frozen=True)
class SitePage:
    """A page: `address` is its path without a slash; `description` is for search engines and messengers."""

    address: str
    title: str
    description: str
    is_listed: bool = True


PAGES = (
    SitePage("carte", Site.MAP_PAGE, Described.MAP),
    SitePage("donnees", Site.DATA_PAGE, Described.DATA),
    SitePage("croisements", Crosstabs.PAGE, Described.CROSSTABS),
    SitePage("territoires", Site.TERRITORIES_PAGE, Described.TERRITORIES),
    SitePage("programme", Day.PAGE, Described.PROGRAMME),
    SitePage("integrer", Embed.PAGE, Described.EMBED, is_listed=False),
    SitePage("a-propos", Site.ABOUT_PAGE, Described.ABOUT),
    SitePage("qualite", Site.QUALITY_PAGE, Described.QUALITY, is_listed=False),
    SitePage("accessibilite", Site.ACCESSIBILITY_PAGE, Described.ACCESSIBILITY),
    SitePage("dictionnaire", Dictionary.TITLE, Described.DICTIONARY, is_listed=False),
    SitePage("mentions-legales", Site.LEGAL_PAGE, Described.LEGAL),
)
"""In the order of the menu, which shows those that are listed; the first is the site's front page too."""
