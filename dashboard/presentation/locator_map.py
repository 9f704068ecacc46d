"""Where a territory is in France: the régions in one small image, overseas below, each at its own scale."""

from functools import lru_cache
from math import cos, radians

from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from dashboard.domain.outlines import Outlines
from dashboard.domain.territory_records import Bounds
from dashboard.presentation.plane import Plane
from dashboard.presentation.territory_map import INK

SIDE = 330
_METROPOLE: Bounds = (-5.2, 41.3, 9.6, 51.15)
_OVERSEAS = ("01", "02", "03", "04", "06")
_BOX, _GAP = 58, 10
HEIGHT = SIDE + _GAP + _BOX


def locator_map(outlines: Outlines, *, level: str, code: str, lon: float, lat: float) -> str:
    """The image as an SVG document; the territory is filled, a small one is ringed around its point (EPSG:4326)."""
    outline = outlines.outline(level, code)
    parts = []
    for plane, left, top, land in _land(outlines):
        x, y = plane.at(lon, lat)
        mark = _mark(plane, outline, x, y) if plane.contains(x, y) else Markup("")
        parts.append(Markup('<g transform="translate({} {})">{}{}</g>').format(left, top, land, mark))
    head = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">').format(SIDE, HEIGHT)
    return str(head + Markup("").join(parts) + Markup("</svg>"))


@lru_cache(maxsize=2)
def _land(outlines: Outlines) -> list[tuple[Plane, int, int, Markup]]:
    """The plane of each frame, where it is on the image (left, top), and its régions drawn."""
    regions = outlines.layers["region"].shapes
    metropole = Plane.around(_METROPOLE, width=SIDE, height=SIDE, margin=0)
    frames = [(metropole, 0, 0, [shape for region, shape in regions.items() if region not in _OVERSEAS])]
    for rank, region in enumerate(_OVERSEAS):
        plane = Plane.around(regions[region].bounds, width=_BOX, height=_BOX, margin=0.12)
        left = round(rank * (SIDE - _BOX) / (len(_OVERSEAS) - 1))
        frames.append((plane, left, SIDE + _GAP, [regions[region]]))
    return [
        (plane, left, top, Markup("").join(_region(plane, shape) for shape in shapes))
        for plane, left, top, shapes in frames
    ]


def _region(plane: Plane, shape: BaseGeometry) -> Markup:
    return Markup('<path d="{}" fill="#dcdfd9" stroke="#fff" stroke-width="2"/>').format(plane.path(shape, detail=1.2))


def _mark(plane: Plane, outline: BaseGeometry | None, x: float, y: float) -> Markup:
    filled = Markup("")
    width = 0.0
    if outline is not None:
        west, _, east, _ = outline.bounds
        width = (east - west) * 111 * cos(radians(plane.lat)) / plane.km_per_unit
        filled = Markup('<path d="{}" fill="{}"/>').format(plane.path(outline, detail=0.8), INK)
    if width >= 24:
        return filled
    return filled + Markup(
        '<circle cx="{0}" cy="{1}" r="5" fill="{2}"/><circle cx="{0}" cy="{1}" r="15" fill="none" stroke="{2}" '
        'stroke-width="4"/>'
    ).format(round(x), round(y), INK)
