"""Everything that the pages and the routes show, made once from the files that the settings name."""

from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock

from dashboard.bundle import bundle_files, map_page_files
from dashboard.config import Settings
from dashboard.core.address.named_views import NAMED_VIEW_FIELDS, NamedView, to_named_views
from dashboard.core.address.territory import PAPERS_FOLDER
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.findings import Finding
from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.core.files.code_digest import code_digest
from dashboard.core.files.table import read_file
from dashboard.core.geography.load import load_borders
from dashboard.core.intake.checking import check_table
from dashboard.core.intake.store import build_apart, open_site_catalogue
from dashboard.features.explore.go_to.service import GoToService
from dashboard.features.explore.map_frame import PoleMap
from dashboard.features.explore.point_files import RowTexts
from dashboard.features.explore.sheet import pole_sheet
from dashboard.features.exports.menu import export_menu_file
from dashboard.features.meeting.build import build_programme
from dashboard.features.meeting.directory import Directory
from dashboard.features.meeting.load import read_meeting
from dashboard.features.meeting.programme import Programme
from dashboard.features.territories.service import Territories, TerritoryPapers
from dashboard.features.territories.sheet import TerritoryIndex
from dashboard.frontend.browser import BrowserFiles, to_json
from dashboard.frontend.masks import decode_words, encode_rows
from dashboard.web.assets import SHEETS, Assets, Bundle
from dashboard.web.downloads import EXPORTS
from dashboard.web.memory import give_back
from dashboard.web.versioned import DRAWINGS, PLACES, TEXTS, WORDS

_FROM_FRAME = "../../"
"""From the map component's frame to the site's root."""
_FROM_BUNDLE = "../../../"
"""From the bundle's folder to the site's root."""

_LONGEST_RANK = 9

_lock = Lock()


@dataclass(frozen=True, eq=False)
class Site:
    """What all sessions share; nothing in it changes.

    `ahead`: the addresses of our own files that the map's page asks for at a first visit.
    """

    catalogue: Catalogue
    directory: Directory | None
    programme_findings: tuple[Finding, ...]
    view_findings: tuple[Finding, ...]
    assets: Assets
    files: BrowserFiles
    frame: PoleMap
    ahead: tuple[str, ...]
    texts: RowTexts
    texts_version: str
    sheets_version: str
    exports_version: str
    downloads: str
    reference: Path
    go_to: GoToService
    base_path: str

    @property
    def programme(self) -> Programme | None:
        """The meeting, None where there is none."""
        return self.directory.programme if self.directory else None

    def sheet(self, version: str, pole_id: str) -> bytes | None:
        """A pole's sheet as JSON; None for an unknown pole, or a version that is not this one."""
        if version != self.sheets_version:
            return None
        sheet = pole_sheet(self.catalogue, pole_id, self.programme)
        return None if sheet is None else to_json(sheet)

    @cached_property
    def papers(self) -> TerritoryPapers:
        """Every territory's sheet to take away; what they share, about 50 MB, is worked out by the first one."""
        index = TerritoryIndex(self.catalogue, self.go_to.gazetteer, load_borders(self.reference))
        return TerritoryPapers(index, self.reference)

    @property
    def territories(self) -> TerritoryIndex:
        """The sheets of all the territories."""
        return self.papers.index

    @cached_property
    def territory_page(self) -> Territories:
        """The page of all the territories, which shares with the papers what they are made from."""
        images = f"{self.base_path}/{DRAWINGS}/{self.sheets_version}/"
        return Territories(self.papers, self.go_to.spell, images=images, address=f"{self.base_path}{PAPERS_FOLDER}/")

    def drawing(self, version: str, kind: str, name: str) -> bytes | None:
        """An image of the territories as SVG; None for an unknown one, or a version that is not this one."""
        return self.territory_page.image(kind, name) if version == self.sheets_version else None

    def places(self, version: str, question: str) -> bytes | None:
        """Suggestions for « Aller à… » as JSON; None for a version that is not this one."""
        return self.go_to.suggest(question) if version == self.sheets_version else None

    def words(self, version: str, coded: str) -> bytes | None:
        """The rows that hold the words coded in a command, as JSON; None for another catalogue, or what is no code."""
        try:
            query = decode_words(coded)
        except ValueError:
            return None
        if version != self.texts_version:
            return None
        return to_json(encode_rows(self.catalogue.facets.find(query).to_bool()))

    def row_texts(self, version: str, rank: str) -> bytes | None:
        """A chunk of the rows' texts as JSON; None beyond the last, or for a version that is not this one."""
        is_rank = rank.isdecimal() and len(rank) <= _LONGEST_RANK
        return self.texts.chunk(int(rank)) if is_rank and version == self.texts_version else None


def compose(settings: Settings, *, base_path: str = "") -> Site:
    """The site of these settings, made at the first call; `base_path`: "" or "/folder", where the server lives.

    CatalogueMissing or UnreadableFile if a file that the settings name is not there or is no table.
    """
    with _lock:
        return _composed(settings, base_path)


@cache
def _composed(settings: Settings, base_path: str) -> Site:
    build_apart(settings.poles, reference=settings.reference, store=settings.cache)
    catalogue = open_site_catalogue(settings)
    programme, findings = _read_programme(settings, catalogue)
    views, view_findings = _read_views(settings)
    assets = Assets()
    directory = Directory(programme) if programme else None
    exports_version = _exports_version(catalogue, settings)
    downloads = f"{base_path}/{EXPORTS}/{exports_version}/"
    menu = export_menu_file(downloads, dictionary=f"{base_path}/dictionnaire")
    go_to = GoToService(settings.reference, catalogue)
    texts_version = _version(catalogue.content_hash)
    files = bundle_files(
        catalogue,
        go_to.gazetteer,
        directory,
        views,
        reference=settings.reference,
        texts=f"{_FROM_BUNDLE}{TEXTS}/{texts_version}.json?q=",
        words=f"{_FROM_BUNDLE}{WORDS}/{texts_version}.json?q=",
    )
    files = {**files, "phrases-export.json": menu}
    bundle = assets.publish(files)
    give_back()
    sheets_version = _sheets_version(catalogue, bundle)
    options = {"ignTiles": settings.ign, "places": f"{_FROM_FRAME}{PLACES}/{sheets_version}.json"}
    return Site(
        catalogue,
        directory,
        findings,
        view_findings,
        assets,
        BrowserFiles(f"{base_path}/{bundle.folder}", f"{base_path}/{SHEETS}/{sheets_version}/"),
        PoleMap(bundle=_FROM_FRAME + bundle.folder, layer_options=options),
        (
            *(f"{base_path}/{bundle.folder}{name}" for name in map_page_files(files)),
            f"{base_path}/{TEXTS}/{texts_version}.json?q=0",
        ),
        RowTexts(catalogue),
        texts_version,
        sheets_version,
        exports_version,
        downloads,
        settings.reference,
        go_to,
        base_path,
    )


def _sheets_version(catalogue: Catalogue, bundle: Bundle) -> str:
    """Names all that a sheet is made from: the catalogue, the programme, the code that writes it."""
    return _version(catalogue.content_hash, bundle.version)


def _exports_version(catalogue: Catalogue, settings: Settings) -> str:
    """Names all that an export is made from: the catalogue, what the host says of itself, the code that writes it."""
    return _version(catalogue.content_hash, settings.adresse, settings.editeur)


def _version(*parts: str) -> str:
    """Sixteen characters that name these parts and the code that turns them into an answer."""
    return sha256("\0".join((*parts, code_digest("core", "features", "wording"))).encode()).hexdigest()[:16]


def _read_programme(settings: Settings, catalogue: Catalogue) -> tuple[Programme | None, tuple[Finding, ...]]:
    """The meeting and what is wrong with its files; None where the settings name no meeting."""
    if settings.programme is None:
        return None, ()
    sessions, people = read_meeting(settings.programme, settings.intervenants)
    checked = check_table(sessions, PROGRAMME_FIELDS)
    present = check_table(people, INTERVENANT_FIELDS) if people else None
    programme, findings = build_programme(
        checked.to_typed_rows(), present.to_typed_rows() if present else (), pole_ids=catalogue.rows.index
    )
    return programme, (*checked.findings, *(present.findings if present else ()), *findings)


def _read_views(settings: Settings) -> tuple[tuple[NamedView, ...], tuple[Finding, ...]]:
    """The views that the staff propose and what is wrong with their file; none where the settings name no file."""
    if settings.vues is None:
        return (), ()
    checked = check_table(read_file(settings.vues, fields=NAMED_VIEW_FIELDS), NAMED_VIEW_FIELDS)
    return to_named_views(row for _, row in checked.to_typed_rows()), checked.findings
