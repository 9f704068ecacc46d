"""The address of what is filtered, in each format."""

from collections.abc import Callable, Mapping, Sequence

from starlette.routing import Route

from dashboard.config import Settings
from dashboard.core.address import selection_link
from dashboard.core.catalogue.selection import Selection
from dashboard.errors import DashboardError
from dashboard.features.exports.formats import DATA_FORMATS, FORMATS, Exporting
from dashboard.features.exports.words import MAX_WORKBOOK_ROWS, Menu
from dashboard.site import Site
from dashboard.web.body import Body
from dashboard.web.downloads import Download, LastDownloads, Moved, Refused, download_route

_SAVED = frozenset({*DATA_FORMATS, "bib", "csl", "dictionnaire-csv", "dictionnaire-json"})


def export_route(site: Callable[[], Site], settings: Settings, *, base_path: str = "") -> Route:
    """`GET /app/export/<version>/<format>?secteur=…`: the rows that the same parameters show on the map."""
    kept = LastDownloads()

    def find(version: str, format_key: str, query: Mapping[str, Sequence[str]]) -> Download | Moved | Refused | None:
        try:
            here = site()
        except DashboardError:
            return None
        if format_key not in FORMATS:
            return None
        if version != here.exports_version:
            return Moved(here.exports_version)
        selection, _ = selection_link.parse(query)
        if format_key == "xlsx" and here.catalogue.facets.select(selection).count > MAX_WORKBOOK_ROWS:
            return Refused(Menu.TOO_MANY_FOR_A_WORKBOOK)
        return kept.get((version, format_key, selection), lambda: _made(here, settings, selection, format_key))

    return download_route(find, base_path=base_path)


def _made(site: Site, settings: Settings, selection: Selection, format_key: str) -> Download:
    exporting = Exporting(site.catalogue, selection, site=settings.adresse, author=settings.editeur)
    name = exporting.file_name(format_key)
    media_type = FORMATS[format_key].media_type
    return Download(name, media_type, Body(name, exporting.content(format_key)), format_key in _SAVED)
