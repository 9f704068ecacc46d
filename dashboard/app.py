"""The ASGI application, for `streamlit run dashboard/app.py` or any ASGI server (`dashboard.app:app`)."""

import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

_PACKAGE = Path(__file__).resolve().parent
# `streamlit run` puts this folder, not its parent, on the path: `import dashboard` would fail, `import config` work.
sys.path[:] = [str(_PACKAGE.parent), *(entry for entry in sys.path if Path(entry).resolve() != _PACKAGE)]

import streamlit as st

from dashboard import site as composition
from dashboard.config import settings
from dashboard.errors import DashboardError
from dashboard.frontend.browser import page_style, read_source
from dashboard.pages import state
from dashboard.pages.addresses import PAGES
from dashboard.pages.options import settle_options
from dashboard.routes.crosstabs import crosstab_routes
from dashboard.routes.explore import explore_routes
from dashboard.routes.exports import export_routes
from dashboard.routes.front import front_routes
from dashboard.routes.meeting import paper_routes, programme_routes
from dashboard.routes.territories import territory_routes
from dashboard.web.assets import Assets, asset_route
from dashboard.web.body import Body
from dashboard.web.head import Head, Unknown
from dashboard.web.memory import collect_seldom, share_heaps
from dashboard.web.policy import Policy
from dashboard.web.readiness import readiness_route
from dashboard.web.shell import shell_middleware
from dashboard.web.streamlit_html import Wording
from dashboard.wording.findings import error_sentence
from dashboard.wording.shell import NotFound, Shell
from dashboard.wording.words import Site

LOGGER = logging.getLogger("dashboard")
TILE_HOST = "https://data.geopf.fr"
_MAP_PATHS = ("", "carte")

settle_options()
_base_path = state.base_path()
_own = Assets()
_SCRIPTS = ("connexion.js", "integre.js")
_shell = _own.publish({"page.css": page_style(), **{name: read_source(name).encode() for name in _SCRIPTS}})
_heads = {
    "" if page is PAGES[0] else page.address: Head(Site.page_title(page.title), page.description) for page in PAGES
}
_unknown = Unknown(
    NotFound.TITLE,
    NotFound.SENTENCE,
    [("" if page is PAGES[0] else page.address, page.title) for page in PAGES if page.is_listed],
)
share_heaps()
collect_seldom()
_first_composition = ThreadPoolExecutor(1, "compose").submit(state.site)


def made() -> composition.Site | None:
    """The site, at once; None as long as it is being made, or could not be."""
    is_made = _first_composition.done() and _first_composition.exception() is None
    return _first_composition.result() if is_made else None


def published(address: str) -> Body | None:
    """A file of our own by its address; None where it is none, or as long as the site is being made."""
    if "/app/static/" not in address:
        return None
    site = made()
    file = site.assets.at(address, base_path=_base_path) if site else None
    return file or _own.at(address, base_path=_base_path)


def ahead(path: str) -> tuple[str, ...]:
    """Our own files that the page at a path will ask for: those of the map's, none until the site is made."""
    site = made()
    is_map = path.removeprefix(_base_path).strip("/") in _MAP_PATHS
    return site.ahead if site and is_map else ()


def today() -> date:
    """The day in France."""
    return datetime.now(ZoneInfo("Europe/Paris")).date()


def missing() -> list[str]:
    """What keeps the site from being ready, as French sentences."""
    if not _first_composition.done():
        return [Shell.DRAFT]
    try:
        state.site()
    except DashboardError as error:
        return [error_sentence(error)]
    return []


def tell_failure(error: Exception) -> bool:
    """Say that something failed, in a sentence, and keep the rest for the log; True: nothing else is to be shown."""
    if isinstance(error, DashboardError):
        LOGGER.error("%s", error)
        st.error(Site.MISSING_DATA)
    else:
        LOGGER.error("a page failed", exc_info=error)
        st.error(Shell.FAILURE)
    return True


app = st.App(
    _PACKAGE / "pages" / "main.py",
    routes=[
        asset_route(lambda *file: _own.find(*file) or state.site().assets.find(*file), base_path=_base_path),
        readiness_route(missing, base_path=_base_path),
        *front_routes(_heads, name=Site.NAME, address=settings().adresse, base_path=_base_path),
        *explore_routes(state.site, base_path=_base_path),
        *crosstab_routes(state.site, base_path=_base_path),
        *territory_routes(state.site, today=today, address=settings().adresse, base_path=_base_path),
        *export_routes(state.site, base_path=_base_path),
        *programme_routes(state.site, address=settings().adresse, base_path=_base_path),
        *paper_routes(state.site, address=settings().adresse, base_path=_base_path),
    ],
    middleware=shell_middleware(
        page=Wording(Site.TITLE, Shell.NO_SCRIPT, Site.NAME, Shell.LOST),
        component=Wording(Site.MAP_FRAME, Shell.NO_SCRIPT),
        words=Shell.STREAMLIT_WORDS,
        published=published,
        ahead=ahead,
        style=f"{_base_path}/{_shell.folder}page.css",
        scripts=[f"{_base_path}/{_shell.folder}{name}" for name in _SCRIPTS],
        policy=Policy(settings().integration, (TILE_HOST,) if settings().ign else ()),
        heads={**_heads, PAGES[0].address: _heads[""]},
        unknown=_unknown,
        address=settings().adresse,
        base_path=_base_path,
    ),
    on_script_error=tell_failure,
)
