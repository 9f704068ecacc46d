"""All that the page and the images about territories share, made when it is first asked for."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.coverage_gaps import CoverageGaps
from dashboard.domain.territory_finder import Found, Speller, TerritoryFinder
from dashboard.domain.territory_key import parse_key
from dashboard.domain.territory_view import TerritoryView
from dashboard.presentation.territory_images import Drawing, image_of
from dashboard.presentation.territory_parts import Answered, territory_parts
from dashboard.territory_papers import TerritoryPapers


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
        return territory_parts(Answered(self.papers.index, self.find, self._gaps, self.images, self.address), view)

    def image(self, kind: str, name: str) -> bytes | None:
        """An image as SVG; None where there is none."""
        drawing = Drawing(self.papers.index, self._gaps, self.papers.outlines, self.papers.towns)
        svg = image_of(drawing, kind, name)
        return svg.encode() if svg else None

    def key_text(self, text: str, *, beside: str) -> str:
        """The key of the territory that a text names, to be set beside what was asked; else the text."""
        shown = parse_key(beside, self.papers.index.atlas.gazetteer)
        level = shown.level if shown else ""
        meant = self.find(text).beside(level)
        return str(meant.key) if meant else text

    def find(self, text: str) -> Found:
        """The territories that a text may mean."""
        return self._finder.find(text, spell=self.spell)

    @cached_property
    def _gaps(self) -> CoverageGaps:
        return CoverageGaps(self.papers.index)

    @cached_property
    def _finder(self) -> TerritoryFinder:
        return TerritoryFinder(self.papers.index.atlas)
