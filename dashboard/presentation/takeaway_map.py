"""The map of a territory's two pages, drawn from its sheet."""

from collections.abc import Mapping, Sequence

import numpy as np

from dashboard.domain.catalogue import Catalogue
from dashboard.domain.outlines import Outlines
from dashboard.domain.territory_records import Bounds
from dashboard.domain.territory_sheet import TerritorySheet
from dashboard.presentation.territory_map import MapPlace, Town, territory_map

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
