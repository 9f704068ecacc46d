"""The files that the browser loads: our modules and styles, Leaflet, the contours, what is made from the catalogue."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.domain.catalogue import Catalogue
from dashboard.domain.directory import Directory
from dashboard.domain.named_views import NamedView
from dashboard.domain.territory import Gazetteer
from dashboard.presentation.around_files import around_files
from dashboard.presentation.browser_files import build_files, points_file, to_json
from dashboard.presentation.crosstab_view import CROSSTAB_FILE, crosstab_file
from dashboard.presentation.day_file import DayFile
from dashboard.presentation.embed_strings import FRONT as EMBED_PHRASES
from dashboard.presentation.programme_strings import FRONT as PROGRAMME_PHRASES
from dashboard.presentation.programme_view import at_programme, programme_file
from dashboard.presentation.table_view import TABLE_FILE, table_file
from dashboard.web.ahead import with_imports
from dashboard.web.packaged import leaflet_files

_PACKAGE = Path(__file__).resolve().parent
_MAP_PAGE = (
    *("leaflet.js", "leaflet.css", "carte.css", "points.json", "phrases.json", "france.topo.json", "villes.json"),
    *("facettes.json", "programme.json", "phrases-export.json", "phrases-autour.json", "au-programme.json"),
)
_MAP_PAGE_MODULES = ("carte.js", "parties.js", "resume.js", "filtres.js", "liste.js", "panneau.js")


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
    own = [*_PACKAGE.glob("frontend/*.js"), *_PACKAGE.glob("frontend/*.css"), *reference.glob("*.topo.json")]
    return {
        **leaflet_files(),
        **{path.name: path.read_bytes() for path in own},
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
