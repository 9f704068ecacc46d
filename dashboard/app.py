"""The ASGI application, for `streamlit run dashboard/app.py` or any ASGI server (`dashboard.app:app`)."""

import logging
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
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
from dashboard.routes.crosstabs import crosstab_routes
from dashboard.routes.exports import export_route
from dashboard.routes.meeting import document_routes, programme_routes
from dashboard.routes.territories import territory_routes
from dashboard.web.assets import Assets, asset_route, sheet_route
from dashboard.web.body import Body
from dashboard.web.memory import collect_seldom, share_heaps
from dashboard.web.readiness import readiness_route
from dashboard.web.shell import shell_middleware
from dashboard.web.streamlit_html import Policy, Wording
from dashboard.web.versioned import PLACES, TEXTS, WORDS, drawing_route, question_route
from dashboard.wording.findings import error_sentence
from dashboard.wording.shell import Shell
from dashboard.wording.words import Site

LOGGER = logging.getLogger("dashboard")
TILE_HOST = "https://data.geopf.fr"
_MAP_PATHS = ("", "carte")

Found = TypeVar("Found")

_base_path = state.base_path()
_own = Assets()
_shell = _own.publish({"page.css": page_style(), "integre.js": read_source("integre.js").encode()})
share_heaps()
collect_seldom()
_first_composition = ThreadPoolExecutor(1, "compose").submit(state.site)


def unless_missing(find: Callable[..., Found]) -> Callable[..., Found | None]:
    """What `find` returns; None while there is nothing to show, for want of data."""

    def found(*asked: str) -> Found | None:
        try:
            return find(*asked)
        except DashboardError:
            return None

    return found


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
        asset_route(
            unless_missing(lambda *file: _own.find(*file) or state.site().assets.find(*file)), base_path=_base_path
        ),
        sheet_route(unless_missing(lambda *pole: state.site().sheet(*pole)), base_path=_base_path),
        drawing_route(unless_missing(lambda *image: state.site().drawing(*image)), base_path=_base_path),
        question_route(PLACES, unless_missing(lambda *place: state.site().places(*place)), base_path=_base_path),
        question_route(WORDS, unless_missing(lambda *words: state.site().words(*words)), base_path=_base_path),
        question_route(TEXTS, unless_missing(lambda *rank: state.site().row_texts(*rank)), base_path=_base_path),
        readiness_route(missing, base_path=_base_path),
        *crosstab_routes(state.site, base_path=_base_path),
        *territory_routes(lambda: state.site().papers, today=today, address=settings().adresse, base_path=_base_path),
        export_route(state.site, settings(), base_path=_base_path),
        *programme_routes(state.site, address=settings().adresse, base_path=_base_path),
        *document_routes(state.site, reference=settings().reference, address=settings().adresse, base_path=_base_path),
    ],
    middleware=shell_middleware(
        page=Wording(Site.TITLE, Shell.NO_SCRIPT, Site.NAME),
        component=Wording(Site.MAP_FRAME, Shell.NO_SCRIPT),
        words=Shell.STREAMLIT_WORDS,
        published=published,
        ahead=ahead,
        style=f"{_base_path}/{_shell.folder}page.css",
        script=f"{_base_path}/{_shell.folder}integre.js",
        policy=Policy(settings().integration, (TILE_HOST,) if settings().ign else ()),
        base_path=_base_path,
    ),
    on_script_error=tell_failure,
)
