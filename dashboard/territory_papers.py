"""A territory to take away, as a PDF of two pages or as one HTML file."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np

from dashboard.adapters.outlines import load_outlines
from dashboard.adapters.typst_pdf import compile_pdf
from dashboard.adapters.writing_csv import to_csv
from dashboard.domain.bits import Mask, pack
from dashboard.domain.export_table import to_export_table
from dashboard.domain.outlines import Outlines
from dashboard.domain.territory_key import Key, parse_key
from dashboard.domain.territory_sheet import TerritoryIndex
from dashboard.presentation.provenance import account_of, provenance_text
from dashboard.presentation.takeaway_list import typed
from dashboard.presentation.takeaway_strings import Takeaway
from dashboard.presentation.territory_document import Document, Paper, territory_document
from dashboard.presentation.territory_html import territory_html
from dashboard.presentation.territory_map import Town

TEMPLATES = Path(__file__).resolve().parent / "presentation" / "templates"

_LISTED_ON_SCREEN = 1000
_SMALLEST_TOWN = 1000


@dataclass(frozen=True, eq=False)
class TerritoryPapers:
    """The papers of all the territories of an index. Safe to share between threads."""

    index: TerritoryIndex
    reference: Path

    def key(self, text: str) -> Key | None:
        """The territory that a link names (`commune:26281`), None if there is none."""
        return parse_key(text, self.index.atlas.gazetteer)

    def warm(self) -> None:
        """Work out what all the papers share, so that the first one is made as fast as the next."""
        first = self.index.atlas.keys("region")[0]
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
        words = Takeaway.rows_of(typed(self.index.atlas.territory(key).name))
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
        towns = self.index.atlas.gazetteer.towns(min_population=_SMALLEST_TOWN)
        return [Town(typed(name), lon, lat) for name, lon, lat, _ in towns]

    @cached_property
    def _style(self) -> str:
        return (TEMPLATES / "territoire.css").read_text(encoding="utf-8")
