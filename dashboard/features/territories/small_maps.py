"""The small maps of a territory: the holes of France, where the territory is, and its poles on paper."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import shapely
from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.geography.frames import HEIGHT, SIDE, Plane, france_frames
from dashboard.core.geography.outlines import Outlines
from dashboard.core.geography.records import Bounds
from dashboard.features.territories.map import INK, MapPlace, Town, territory_map
from dashboard.features.territories.sheet import TerritorySheet

_HOLE = "#d98e2b"
_SCALE = 2


def gaps_map(outlines: Outlines, level: str, codes: Collection[str]) -> str:
    """The image as an SVG document; the territories of these codes are filled, those that touch are one shape."""
    shapes = outlines.layers[level].shapes
    holes = shapely.union_all([shapes[code] for code in codes if code in shapes])
    parts = []
    for frame in france_frames(outlines, _SCALE):
        inside = shapely.clip_by_rect(holes, *frame.plane.bounds)
        drawn = Markup('<path d="{}" fill="{}"/>').format(frame.plane.path(inside, detail=1), _HOLE)
        parts.append(frame.draw(drawn))
    head = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">').format(SIDE * _SCALE, HEIGHT * _SCALE)
    return str(head + Markup("").join(parts) + Markup("</svg>"))


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
        west, south, east, _ = outline.bounds
        width = plane.at(east, south)[0] - plane.at(west, south)[0]
        filled = Markup('<path d="{}" fill="{}"/>').format(plane.path(outline, detail=0.8), INK)
    if width >= 24:
        return filled
    return filled + Markup(
        '<circle cx="{0}" cy="{1}" r="5" fill="{2}"/><circle cx="{0}" cy="{1}" r="15" fill="none" stroke="{2}" '
        'stroke-width="4"/>'
    ).format(round(x), round(y), INK)


NUMBERED = 40
"""With more rows than this inside, the map says how many are in each spot instead of their numbers."""

SIZE = (1740, 880)
_NEAR_ENOUGH_KM = 80


def drawn_map(
    sheet: TerritorySheet,
    catalogue: Catalogue,
    outlines: Outlines,
    towns: Sequence[Town],
    labels: Mapping[int, str],
) -> str | None:
    """The map as an SVG document, `labels` being the marks of the listed rows; None for a territory without outline."""
    territory = sheet.territory
    if territory.bounds is None:
        return None
    width, height = SIZE
    is_crowd = len(sheet.inside) > NUMBERED
    around = [near.row for near in sheet.around if near.row not in labels]
    rows = [*around, *([] if is_crowd else labels)]
    points = _located(catalogue, rows)
    places = [
        MapPlace(lon, lat, "" if is_crowd else labels.get(row, ""), nature)
        for row, (lon, lat), nature in zip(
            rows, points.tolist(), catalogue.rows["nature"].iloc[rows].tolist(), strict=True
        )
        if lon == lon
    ]
    return territory_map(
        outlines,
        level=territory.level,
        code=territory.key.code,
        bounds=_frame(sheet, catalogue, territory.bounds),
        places=places,
        towns=towns,
        crowd=_located(catalogue, sheet.inside) if is_crowd else None,
        width=width,
        height=height,
    )


def _frame(sheet: TerritorySheet, catalogue: Catalogue, bounds: Bounds) -> Bounds:
    """What must be seen: the territory, and what is nearest to it when it has nothing inside."""
    near = [place.row for place in sheet.nearest if place.km <= _NEAR_ENOUGH_KM] if not len(sheet.inside) else []
    points = _located(catalogue, near[:3])
    corners = np.vstack([np.array(bounds).reshape(2, 2), points])
    west, south = corners.min(axis=0).tolist()
    east, north = corners.max(axis=0).tolist()
    return west, south, east, north


def _located(catalogue: Catalogue, rows: Sequence[int] | np.ndarray) -> np.ndarray:
    """Longitudes and latitudes of these rows (EPSG:4326), shape (n, 2), NaN without a place."""
    points = catalogue.rows.geometry.iloc[list(rows)]
    return np.column_stack([points.x.to_numpy(dtype=float), points.y.to_numpy(dtype=float)])
