"""The territories while the site runs: their page, their images, their papers, and what these share."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np

from dashboard.core.address.territory import PAPERS_FOLDER, TerritoryView
from dashboard.core.catalogue.bits import Mask, pack
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.files.code_digest import files_digest, version_of
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.load import load_borders, load_outlines
from dashboard.core.geography.outlines import Outlines
from dashboard.core.geography.territory_key import Key, parse_key
from dashboard.features.exports.provenance import account_of, provenance_text
from dashboard.features.exports.rows import to_export_table
from dashboard.features.exports.write_csv import to_csv
from dashboard.features.territories.finder import Answers, Speller, TerritoryFinder
from dashboard.features.territories.gaps import CoverageGaps
from dashboard.features.territories.images import Drawing, image_of
from dashboard.features.territories.map import Town
from dashboard.features.territories.paper.document import Document, Paper, territory_document
from dashboard.features.territories.paper.html import territory_html
from dashboard.features.territories.paper.pdf import compile_pdf
from dashboard.features.territories.paper.pole_list import typed
from dashboard.features.territories.paper.words import PaperWords
from dashboard.features.territories.parts import PageSources, territory_parts
from dashboard.features.territories.sheet import TerritoryIndex

IMAGES = "app/dessins"
"""Where the images are, from the site's root."""

MADE_BY = ("core/address", "features/exports", "features/territories", "frontend", "wording")
"""The rooms whose code an image depends on, beside those of the catalogue, which its hash names."""

TEMPLATES = Path(__file__).resolve().parent / "paper" / "templates"

_LISTED_ON_SCREEN = 1000
_SMALLEST_TOWN = 1000


@dataclass(frozen=True, eq=False)
class TerritoryService:
    """The page, the images and the papers of all the territories, safe to share between threads.

    What they share, about 50 MB, is worked out when it is first asked for. `spell` is asked where no name is the one
    written; `base_path`: "" or "/folder", where the server lives.
    """

    catalogue: Catalogue
    gazetteer: Gazetteer
    reference: Path
    spell: Speller | None = None
    base_path: str = ""

    @cached_property
    def version(self) -> str:
        """Names all that an image is made from: the catalogue, the outlines, the code that draws it."""
        outlines = files_digest(*sorted(self.reference.glob("*.topo.json")))
        return version_of(self.catalogue.content_hash, outlines, rooms=MADE_BY)

    def parts(self, view: TerritoryView) -> tuple[str, ...]:
        """What the page shows, as pieces of HTML."""
        images = f"{self.base_path}/{IMAGES}/{self.version}/"
        papers = f"{self.base_path}{PAPERS_FOLDER}/"
        return territory_parts(PageSources(self.index, self.find, self._gaps, images, papers), view)

    def key(self, text: str) -> Key | None:
        """The territory that a link names (`commune:26281`), None if there is none."""
        return parse_key(text, self.gazetteer)

    def key_text(self, text: str, *, beside: str) -> str:
        """The key of the territory that a text names, to be set beside what was asked; else the text."""
        shown = self.key(beside)
        meant = self.find(text).beside(shown.level if shown else "")
        return str(meant.key) if meant else text

    def find(self, text: str) -> Answers:
        """The territories that a text may mean."""
        return self._finder.find(text, spell=self.spell)

    def image(self, kind: str, name: str) -> bytes | None:
        """An image as SVG; None where there is none."""
        svg = image_of(Drawing(self.index, self._gaps, self._outlines, self._towns), kind, name)
        return svg.encode() if svg else None

    def warm(self) -> None:
        """Work out what all the papers share, so that the first one is made as fast as the next."""
        self._document(self.index.hierarchy.keys("region")[0], Paper("", date.min))

    def pdf(self, key: Key, paper: Paper) -> bytes:
        """The paper of two A4 pages. The same catalogue, territory, address and day give the same bytes."""
        return compile_pdf(TEMPLATES / "territoire.typ", self._document(key, paper), on=paper.on)

    def html(self, key: Key, paper: Paper) -> bytes:
        """The paper as one HTML file, with a longer list."""
        return territory_html(self._document(key, paper, longest=_LISTED_ON_SCREEN), style=self._style).encode()

    def csv(self, key: Key, paper: Paper) -> bytes:
        """The rows counted in the territory, as an export of the same columns, with where they come from."""
        inside = self.index.sheet(key).inside
        mask = np.zeros(len(self.catalogue.rows), dtype=np.bool_)
        mask[inside] = True
        words = PaperWords.rows_of(typed(self.index.hierarchy.territory(key).name))
        provenance, _ = account_of(self.catalogue, len(inside), words=words, link=paper.link, author="")
        table = to_export_table(self.catalogue, Mask(pack(mask), self.catalogue.rows.index))
        return to_csv(table, provenance_text(provenance))

    def _document(self, key: Key, paper: Paper, **options: int) -> Document:
        return territory_document(self.index.sheet(key), self.index, self._outlines, self._towns, paper, **options)

    @cached_property
    def index(self) -> TerritoryIndex:
        """The sheets of all the territories."""
        return TerritoryIndex(self.catalogue, self.gazetteer, load_borders(self.reference))

    @cached_property
    def _outlines(self) -> Outlines:
        return load_outlines(self.reference)

    @cached_property
    def _towns(self) -> list[Town]:
        """The names that help a reader find their way, the largest first."""
        towns = self.gazetteer.towns(min_population=_SMALLEST_TOWN)
        return [Town(typed(name), lon, lat) for name, lon, lat, _ in towns]

    @cached_property
    def _style(self) -> str:
        return (TEMPLATES / "territoire.css").read_text(encoding="utf-8")

    @cached_property
    def _gaps(self) -> CoverageGaps:
        return CoverageGaps(self.index)

    @cached_property
    def _finder(self) -> TerritoryFinder:
        return TerritoryFinder(self.index.hierarchy)
