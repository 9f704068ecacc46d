"""The vector images of the page « Territoires », each at its address: the map, the place in France, the holes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.core.address.territory import GAP_LEVELS, to_km
from dashboard.core.geography.outlines import Outlines
from dashboard.core.geography.territory_key import parse_key
from dashboard.features.territories.gaps import CoverageGaps
from dashboard.features.territories.map import Town
from dashboard.features.territories.paper.pole_list import LETTERS
from dashboard.features.territories.sheet import TerritoryIndex, TerritorySheet
from dashboard.features.territories.small_maps import NUMBERED, drawn_map, gaps_map, locator_map

_PAPER_FONT, _SCREEN_FONT = "Libertinus Serif, serif", "system-ui, sans-serif"


@dataclass(frozen=True, eq=False)
class Drawing:
    """What the images are drawn with; the towns go from the largest."""

    index: TerritoryIndex
    gaps: CoverageGaps
    outlines: Outlines
    towns: Sequence[Town]


def row_labels(sheet: TerritorySheet) -> dict[int, str]:
    """The mark of each row that the map and the lists both show: a number inside, a letter for the five nearest."""
    labels = {row: str(rank + 1) for rank, row in enumerate(sheet.inside[:NUMBERED].tolist())}
    return labels | {near.row: letter for near, letter in zip(sheet.nearest, LETTERS, strict=False)}


def image_of(drawing: Drawing, kind: str, name: str) -> str | None:
    """The SVG document of `carte` or `place` and a territory's key, or of `trous` and `epci-50`; None for no other."""
    draw = _KINDS.get(kind)
    return draw(drawing, name) if draw else None


def _map(drawing: Drawing, name: str) -> str | None:
    sheet = _sheet(drawing, name)
    if sheet is None:
        return None
    svg = drawn_map(sheet, drawing.index.catalogue, drawing.outlines, drawing.towns, row_labels(sheet))
    return svg and svg.replace(_PAPER_FONT, _SCREEN_FONT, 1)


def _place(drawing: Drawing, name: str) -> str | None:
    key = parse_key(name, drawing.index.hierarchy.gazetteer)
    if key is None or str(key) != name:
        return None
    territory = drawing.index.hierarchy.territory(key)
    return locator_map(drawing.outlines, level=key.level, code=key.code, lon=territory.lon, lat=territory.lat)


def _holes(drawing: Drawing, name: str) -> str | None:
    level, _, text = name.partition("-")
    km = to_km(text)
    if level not in GAP_LEVELS or str(km) != text:
        return None
    holes = drawing.gaps.gaps(level, km=km)
    return gaps_map(drawing.outlines, level, [gap.territory.key.code for gap in holes])


def _sheet(drawing: Drawing, name: str) -> TerritorySheet | None:
    key = parse_key(name, drawing.index.hierarchy.gazetteer)
    return drawing.index.sheet(key) if key is not None and str(key) == name else None


_KINDS: Mapping[str, Callable[[Drawing, str], str | None]] = {"carte": _map, "place": _place, "trous": _holes}
