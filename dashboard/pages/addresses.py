"""The pages of the site: their address, what their title and description say, what draws them."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.features.crosstabs.words import Crosstabs
from dashboard.features.explore.embed import Embed
from dashboard.features.exports.dictionary_page import Dictionary
from dashboard.features.meeting.words import Day
from dashboard.pages import crosstabs, data, embed, explore, programme, territories, texts
from dashboard.wording.shell import Described
from dashboard.wording.words import Site


@dataclass(frozen=True)
class SitePage:
    """A page: `address` is its path without a slash; `description` is for search engines and messengers."""

    address: str
    title: str
    description: str
    draw: Callable[[], None]
    is_listed: bool = True


PAGES = (
    SitePage("carte", Site.MAP_PAGE, Described.MAP, explore.page),
    SitePage("donnees", Site.DATA_PAGE, Described.DATA, data.page),
    SitePage("croisements", Crosstabs.PAGE, Described.CROSSTABS, crosstabs.page),
    SitePage("territoires", Site.TERRITORIES_PAGE, Described.TERRITORIES, territories.page),
    SitePage("programme", Day.PAGE, Described.PROGRAMME, programme.page),
    SitePage("integrer", Embed.PAGE, Described.EMBED, embed.page, is_listed=False),
    SitePage("a-propos", Site.ABOUT_PAGE, Described.ABOUT, texts.about),
    SitePage("accessibilite", Site.ACCESSIBILITY_PAGE, Described.ACCESSIBILITY, texts.accessibility),
    SitePage("dictionnaire", Dictionary.TITLE, Described.DICTIONARY, texts.dictionary, is_listed=False),
    SitePage("mentions-legales", Site.LEGAL_PAGE, Described.LEGAL, texts.legal),
)
"""In the order of the menu, which shows those that are listed; the first is the site's front page too."""
