"""The address of what is filtered, in each format."""

from collections.abc import Callable, Mapping, Sequence

from starlette.routing import Route

from dashboard.core.address import selection_link
from dashboard.core.catalogue.selection import Selection
from dashboard.features.exports.formats import DATA_FORMATS, FORMATS
from dashboard.features.exports.service import ExportService
from dashboard.features.exports.words import MAX_WORKBOOK_ROWS, Menu
from dashboard.site import Site
from dashboard.web.body import Body
from dashboard.web.downloads import Download, LastDownloads, Moved, Refused, download_route

_SAVED = frozenset({*DATA_FORMATS, "bib", "csl", "dictionnaire-csv", "dictionnaire-json"})


def export_routes(site: Callable[[], Site], *, base_path: str = "") -> list[Route]:
    """`GET /app/export/<version>/<format>?secteur=…`: the rows that the same parameters show on the map."""
    kept = LastDownloads()

    def find(version: str, format_key: str, query: Mapping[str, Sequence[str]]) -> Download | Moved | Refused | None:
        exports = site().exports
        if format_key not in FORMATS:
            return None
        if version != exports.version:
            return Moved(exports.version)
        selection, _ = selection_link.parse(query)
        if format_key == "xlsx" and exports.catalogue.facets.select(selection).count > MAX_WORKBOOK_ROWS:
            return Refused(Menu.TOO_MANY_FOR_A_WORKBOOK)
        return kept.get((version, format_key, selection), lambda: _made(exports, selection, format_key))

    return [download_route(find, base_path=base_path)]


def _made(exports: ExportService, selection: Selection, format_key: str) -> Download:
    exporting = exports.of(selection)
    name = exporting.file_name(format_key)
    media_type = FORMATS[format_key].media_type
    return Download(name, media_type, Body(name, exporting.content(format_key)), format_key in _SAVED)
