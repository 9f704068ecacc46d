"""Where a territory is in France: the régions in one small image, overseas below, each at its own scale."""

from math import cos, radians

from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from dashboard.domain.outlines import Outlines
from dashboard.presentation.france_frames import HEIGHT, SIDE, france_frames
from dashboard.presentation.plane import Plane
from dashboard.presentation.territory_map import INK


def locator_map(outlines: Outlines, *, level: str, code: str, lon: float, lat: float) -> str:
    """The image as an SVG document; the territory is filled, a small one is ringed around its point (EPSG:4326)."""
    outline = outlines.outline(level, code)
    parts = []
    for frame in france_frames(outlines):
        x, y = frame.plane.at(lon, lat)
        mark = _mark(frame.plane, outline, x, y) if frame.plane.contains(x, y) else Markup("")
        parts.append(frame.draw(mark))
    head = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">').format(SIDE, HEIGHT)
    return str(head + Markup("").join(parts) + Markup("</svg>"))


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
