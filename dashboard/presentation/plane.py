"""A small plane around a place: degrees to tenths of a millimetre of paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain.territory_records import Bounds

KM_PER_DEGREE = 111.32


@dataclass(frozen=True)
class Plane:
    """An equirectangular plane around a centre (EPSG:4326 degrees), drawn in a frame of `width` × `height` units.

    The error of scale from the middle to an edge stays under 4 % for the tallest région.
    """

    lon: float
    lat: float
    km_per_unit: float
    width: int
    height: int

    @classmethod
    def around(cls, bounds: Bounds, *, width: int, height: int, least_km: float = 0, margin: float = 0.08) -> "Plane":
        """The plane that shows the bounds whole with a margin, and at least `least_km` across its shorter side."""
        west, south, east, north = bounds
        lat = (south + north) / 2
        across = (east - west) * KM_PER_DEGREE * cos(radians(lat)) * (1 + 2 * margin)
        up = (north - south) * KM_PER_DEGREE * (1 + 2 * margin)
        scale = max(across / width, up / height, least_km / min(width, height), 1e-6)
        return cls((west + east) / 2, lat, scale, width, height)

    @property
    def bounds(self) -> Bounds:
        """West, south, east, north of the frame in degrees."""
        half_lon = self.width / 2 * self.km_per_unit / (KM_PER_DEGREE * cos(radians(self.lat)))
        half_lat = self.height / 2 * self.km_per_unit / KM_PER_DEGREE
        return self.lon - half_lon, self.lat - half_lat, self.lon + half_lon, self.lat + half_lat

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point is on paper, from the upper left corner."""
        x, y = self.project(np.array([[lon, lat]]))[0]
        return float(x), float(y)

    def contains(self, x: float, y: float) -> bool:
        """Whether a point of paper is in the frame."""
        return 0 <= x <= self.width and 0 <= y <= self.height

    def path(self, shape: BaseGeometry, *, detail: float = 2) -> str:
        """The outline as the `d` of an SVG path, without details smaller than `detail` units; "" for none."""
        drawn = shapely.transform(shape, self.project)
        return "".join(_ring(ring) for ring in _rings(shapely.simplify(drawn, detail)))

    def project(self, degrees: np.ndarray) -> np.ndarray:
        """Points on paper, shape (n, 2), of longitudes and latitudes, shape (n, 2)."""
        per_degree = KM_PER_DEGREE / self.km_per_unit
        x = self.width / 2 + (degrees[:, 0] - self.lon) * per_degree * cos(radians(self.lat))
        return np.column_stack([x, self.height / 2 - (degrees[:, 1] - self.lat) * per_degree])


def _rings(shape: BaseGeometry) -> Iterable[np.ndarray]:
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield from (shapely.get_coordinates(ring) for ring in (part.exterior, *part.interiors))


def _ring(points: np.ndarray) -> str:
    whole = np.rint(points).astype(int)
    moves = np.diff(whole, axis=0)
    moves = moves[np.abs(moves).sum(axis=1) > 0]
    if len(moves) < 3:
        return ""
    start = f"M{whole[0][0]} {whole[0][1]}l"
    return start + " ".join(f"{x} {y}" for x, y in moves[:-1].tolist()) + "z"
