"""The files that the browser loads: our modules and styles, Leaflet, the contours, what is made from the catalogue."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.core.address.named_views import NamedView
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.features.crosstabs.view import CROSSTAB_FILE, crosstab_file
from dashboard.features.explore.around import around_files
from dashboard.features.explore.embed import FRONT as EMBED_PHRASES
from dashboard.features.explore.point_files import build_files, points_file
from dashboard.features.explore.table_view import TABLE_FILE, table_file
from dashboard.features.meeting.day_page import DayFile
from dashboard.features.meeting.directory import Directory
from dashboard.features.meeting.view import at_programme, programme_file
from dashboard.features.meeting.words import FRONT as PROGRAMME_PHRASES
from dashboard.frontend.browser import read_sources, to_json
from dashboard.web.ahead import with_imports
from dashboard.web.packaged import leaflet_files

_MAP_PAGE = (
    *("leaflet.js", "leaflet.css", "carte.css", "points.json", "phrases.json", "france.topo.json", "villes.json"),
    *("facettes.json", "programme.json", "phrases-export.json", "phrases-autour.json", "au-programme.json"),
)
_MAP_PAGE_MODULES = ("carte.js", "demandes.js", "parties.js", "resume.js", "filtres.js", "liste.js", "panneau.js")


def bundle_files(
    catalogue: Catalogue,
    gazetteer: Gazetteer,
    directory: Directory | None,
    views: Sequence[NamedView],
    *,
    reference: Path,
    texts: str,
    words: str,
) -> Mapping[str, bytes]:
    """Name → content of every file of the bundle, which all lie in one folder.

    `reference`: where the contours are. `texts`, `words`: see `points_file`.
    """
    placed = set(catalogue.rows.index[catalogue.rows["precision"] != "aucune"])
    day = None if directory is None else programme_file(directory.programme, placed.__contains__)
    made = {**build_files(catalogue, gazetteer, day, views), **around_files(gazetteer)}
    if directory is not None:
        made["au-programme.json"] = to_json(at_programme(directory.programme))
        made["journee.json"] = to_json(DayFile(directory, catalogue, gazetteer).to_data())
    return {
        **leaflet_files(),
        **read_sources(),
        **{path.name: path.read_bytes() for path in reference.glob("*.topo.json")},
        **made,
        "phrases-integrer.json": to_json(EMBED_PHRASES),
        "phrases-programme.json": to_json(PROGRAMME_PHRASES),
        CROSSTAB_FILE: to_json(crosstab_file(catalogue)),
        TABLE_FILE: to_json(table_file(catalogue)),
        "points.json": points_file(catalogue, texts=texts, words=words),
    }


def map_page_files(files: Mapping[str, bytes]) -> list[str]:
    """The names of the files, of the bundle `files`, that the map's page asks for at a first visit."""
    return [*with_imports(_MAP_PAGE_MODULES, files.__getitem__), *(name for name in _MAP_PAGE if name in files)]
