"""Everything that the pages and the routes show, made once from the files that the settings name."""

from dataclasses import dataclass
from functools import cache
from threading import Lock

from dashboard.bundle import bundle_files, map_page_files
from dashboard.config import Settings
from dashboard.core.address.named_views import NAMED_VIEW_FIELDS, NamedView, to_named_views
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.files.table import read_file
from dashboard.core.geography.load import load_gazetteer
from dashboard.core.intake.checking import check_table
from dashboard.core.intake.store import build_apart, open_site_catalogue
from dashboard.features.explore.go_to.service import GoToService
from dashboard.features.explore.map_frame import PoleMap
from dashboard.features.explore.service import PLACES, SHEETS, TEXTS, WORDS, ExploreService
from dashboard.features.exports.service import ExportService
from dashboard.features.meeting.service import MeetingService, open_meeting
from dashboard.features.territories.service import TerritoryService
from dashboard.frontend.browser import BrowserFiles
from dashboard.web.assets import Assets
from dashboard.web.memory import give_back

_FROM_FRAME = "../../"
"""From the map component's frame to the site's root."""
_FROM_BUNDLE = "../../../"
"""From the bundle's folder to the site's root."""

_lock = Lock()


@dataclass(frozen=True, eq=False, kw_only=True)
class Site:
    """What all sessions share; nothing in it changes.

    The catalogue, what each feature makes of it, then the files of the browser: `ahead` are the addresses of those
    that the map's page asks for at a first visit.
    """

    catalogue: Catalogue
    meeting: MeetingService
    explore: ExploreService
    go_to: GoToService
    territories: TerritoryService
    exports: ExportService
    assets: Assets
    files: BrowserFiles
    frame: PoleMap
    ahead: tuple[str, ...]


def compose(settings: Settings, *, base_path: str = "") -> Site:
    """The site of these settings, made at the first call; `base_path`: "" or "/folder", where the server lives.

    CatalogueMissing or UnreadableFile if a file that the settings name is not there or is no table.
    """
    with _lock:
        return _composed(settings, base_path)


@cache
def _composed(settings: Settings, base_path: str) -> Site:
    reference = settings.reference
    build_apart(settings.poles, reference=reference, store=settings.cache, columns=settings.colonnes)
    catalogue = open_site_catalogue(settings)
    gazetteer = load_gazetteer(reference)
    meeting = open_meeting(settings, catalogue)
    explore = ExploreService(catalogue, meeting)
    go_to = GoToService(catalogue, gazetteer, reference)
    exports = ExportService(catalogue, settings.adresse, settings.editeur, base_path)
    files = {
        **bundle_files(
            catalogue,
            gazetteer,
            meeting.directory,
            _read_views(settings),
            reference=reference,
            texts=f"{_FROM_BUNDLE}{TEXTS}/{explore.version}.json?q=",
            words=f"{_FROM_BUNDLE}{WORDS}/{explore.version}.json?q=",
        ),
        "phrases-export.json": exports.menu(),
    }
    assets = Assets()
    bundle = assets.publish(files)
    give_back()
    base = f"{base_path}/{bundle.folder}"
    options = {"ignTiles": settings.ign, "places": f"{_FROM_FRAME}{PLACES}/{explore.version}.json"}
    return Site(
        catalogue=catalogue,
        meeting=meeting,
        explore=explore,
        go_to=go_to,
        territories=TerritoryService(catalogue, gazetteer, reference, go_to.spell, base_path),
        exports=exports,
        assets=assets,
        files=BrowserFiles(base, f"{base_path}/{SHEETS}/{explore.version}/"),
        frame=PoleMap(bundle=_FROM_FRAME + bundle.folder, layer_options=options),
        ahead=(
            *(f"{base}{name}" for name in map_page_files(files)),
            f"{base_path}/{TEXTS}/{explore.version}.json?q=0",
        ),
    )


def _read_views(settings: Settings) -> tuple[NamedView, ...]:
    """The views that the staff propose; none where the settings name no file."""
    if settings.vues is None:
        return ()
    checked = check_table(read_file(settings.vues, fields=NAMED_VIEW_FIELDS), NAMED_VIEW_FIELDS)
    return to_named_views(row for _, row in checked.to_typed_rows())
