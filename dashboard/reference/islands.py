"""Which parts of a territory are drawn: the large ones, and the small ones where there is a commune."""

import json
from collections.abc import Sequence
from math import cos, radians
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from dashboard.core.geography.distance import KM_PER_DEGREE

LEAST_AREA_KM2 = 2.0
_KM2_PER_SQUARE_DEGREE = KM_PER_DEGREE**2
_HARBOUR_DEGREES = 0.003
"""A commune's point may be in its harbour."""


def keep_islands(path: Path, points: Sequence[Point]) -> None:
    """Rewrite a GeoJSON file so that a feature is one part of a territory; small islands without a point are left out.

    Simplification keeps a little of each feature: so no inhabited island is lost, and no rock is kept.
    """
    tree = shapely.STRtree(points)
    features = json.loads(path.read_bytes())["features"]
    kept: list[dict[str, Any]] = []
    for feature in features:
        parts = shapely.get_parts(shapely.from_geojson(json.dumps(feature["geometry"])))
        for part in parts:
            if area_km2(part) >= LEAST_AREA_KM2 or tree.query(part, "dwithin", _HARBOUR_DEGREES).size:
                kept.append({**feature, "geometry": json.loads(shapely.to_geojson(part))})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": kept}), encoding="utf-8")


def area_km2(shape: BaseGeometry) -> float:
    """Area of a shape in EPSG:4326 degrees, in square kilometres, within a few percent."""
    return float(shape.area) * _KM2_PER_SQUARE_DEGREE * cos(radians(shape.bounds[1]))
