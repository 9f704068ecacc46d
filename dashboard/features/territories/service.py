"""All that the page, the images and the papers of the territories share, made when it is first asked for."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np

from dashboard.core.address.territory import TerritoryView
from dashboard.core.catalogue.bits import Mask, pack
from dashboard.core.geography.load import load_outlines
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

TEMPLATES = Path(__file__).resolve().parent / "paper" / "templates"

_LISTED_ON_SCREEN = 1000
_SMALLEST_TOWN = 1000


@dataclass(frozen=True, eq=False)
class TerritoryPapers:
    """The papers of all the territories of an index. Safe to share between threads."""

    index: TerritoryIndex
    reference: Path

    def key(self, text: str) -> Key | None:
        """The territory that a link names (`commune:26281`), None if there is none."""
        return parse_key(text, self.index.hierarchy.gazetteer)

    def warm(self) -> None:
        """Work out what all the papers share, so that the first one is made as fast as the next."""
        first = self.index.hierarchy.keys("region")[0]
        self._document(first, Paper("", date.min))

    def pdf(self, key: Key, paper: Paper) -> bytes:
        """Two A4 pages. The same catalogue, territory, address and day give the same bytes."""
        return compile_pdf(TEMPLATES / "territoire.typ", self._document(key, paper), on=paper.on)

    def html(self, key: Key, paper: Paper) -> bytes:
        """The twin in one file, with a longer list."""
        document = self._document(key, paper, longest=_LISTED_ON_SCREEN)
        return territory_html(document, style=self._style).encode()

    def csv(self, key: Key, paper: Paper) -> bytes:
        """The rows counted in the territory, as an export of the same columns, with where they come from."""
        catalogue, inside = self.index.catalogue, self.index.sheet(key).inside
        mask = np.zeros(len(catalogue.rows), dtype=np.bool_)
        mask[inside] = True
        words = PaperWords.rows_of(typed(self.index.hierarchy.territory(key).name))
        provenance, _ = account_of(catalogue, len(inside), words=words, link=paper.link, author="")
        return to_csv(to_export_table(catalogue, Mask(pack(mask), catalogue.rows.index)), provenance_text(provenance))

    def _document(self, key: Key, paper: Paper, **options: int) -> Document:
        return territory_document(self.index.sheet(key), self.index, self.outlines, self.towns, paper, **options)

    @cached_property
    def outlines(self) -> Outlines:
        """The outlines of the territories."""
        return load_outlines(self.reference)

    @cached_property
    def towns(self) -> list[Town]:
        """The names that help a reader find their way, the largest first."""
        towns = self.index.hierarchy.gazetteer.towns(min_population=_SMALLEST_TOWN)
        return [Town(typed(name), lon, lat) for name, lon, lat, _ in towns]

    @cached_property
    def _style(self) -> str:
        return (TEMPLATES / "territoire.css").read_text(encoding="utf-8")


@dataclass(frozen=True, eq=False)
class Territories:
    """The page of the territories, shared by all sessions; `spell` is asked where no name is the one written.

    `images`: where the images are; `address`: where the PDF and its twin are, without the key.
    """

    papers: TerritoryPapers
    spell: Speller
    images: str
    address: str

    def parts(self, view: TerritoryView) -> tuple[str, ...]:
        """What the page shows, as pieces of HTML."""
        return territory_parts(PageSources(self.papers.index, self.find, self._gaps, self.images, self.address), view)

    def image(self, kind: str, name: str) -> bytes | None:
        """An image as SVG; None where there is none."""
        drawing = Drawing(self.papers.index, self._gaps, self.papers.outlines, self.papers.towns)
        svg = image_of(drawing, kind, name)
        return svg.encode() if svg else None

    def key_text(self, text: str, *, beside: str) -> str:
        """The key of the territory that a text names, to be set beside what was asked; else the text."""
        shown = parse_key(beside, self.papers.index.hierarchy.gazetteer)
        level = shown.level if shown else ""
        meant = self.find(text).beside(level)
        return str(meant.key) if meant else text

    def find(self, text: str) -> Answers:
        """The territories that a text may mean."""
        return self._finder.find(text, spell=self.spell)

    @cached_property
    def _gaps(self) -> CoverageGaps:
        return CoverageGaps(self.papers.index)

    @cached_property
    def _finder(self) -> TerritoryFinder:
        return TerritoryFinder(self.papers.index.hierarchy)
