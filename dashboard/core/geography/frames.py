"""Degrees to paper: the small plane around a place, and France in one image, overseas at their own scales."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from typing import NamedTuple

import numpy as np
import shapely
from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from dashboard.core.geography.distance import KM_PER_DEGREE
from dashboard.core.geography.outlines import Outlines, Shapes
from dashboard.core.geography.overseas import OVERSEAS_REGIONS
from dashboard.core.geography.records import Bounds

METROPOLITAN: Bounds = (-5.3, 41.2, 9.7, 51.2)
"""A little wider than metropolitan France."""

_MAINLAND: Bounds = (-5.2, 41.3, 9.6, 51.15)
"""As close to it as an image may be."""


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


SIDE = 330
_BOX, _GAP = 58, 10
HEIGHT = SIDE + _GAP + _BOX


class Part(NamedTuple):
    """A plane of an image of France, where it is (left, top), the territories that it shows."""

    plane: Plane
    left: int
    top: int
    codes: tuple[str, ...]


def france_parts(
    shapes: Shapes, overseas: Collection[str], *, side: int, box: int, gap: int, margin: float
) -> list[Part]:
    """The mainland, of `side` units, above a row of boxes of `box` units, one for each territory overseas."""
    mainland = Plane.around(_MAINLAND, width=side, height=side, margin=0)
    parts = [Part(mainland, 0, 0, tuple(code for code in shapes if code not in overseas))]
    for rank, code in enumerate(code for code in overseas if code in shapes):
        plane = Plane.around(shapes[code].bounds, width=box, height=box, margin=margin)
        parts.append(Part(plane, round(rank * (side - box) / (len(overseas) - 1)), side + gap, (code,)))
    return parts


@dataclass(frozen=True, eq=False)
class Frame:
    """One part of the image: its plane, where it is (left, top), its régions drawn."""

    plane: Plane
    left: int
    top: int
    land: Markup

    def draw(self, over: Markup) -> Markup:
        """The part with something drawn over the land."""
        return Markup('<g transform="translate({} {})">{}{}</g>').format(self.left, self.top, self.land, over)


@lru_cache(maxsize=4)
def france_frames(outlines: Outlines, scale: int = 1) -> tuple[Frame, ...]:
    """The frames of an image of SIDE × HEIGHT units, enlarged `scale` times."""
    regions = outlines.layers["region"].shapes
    parts = france_parts(regions, OVERSEAS_REGIONS, side=SIDE * scale, box=_BOX * scale, gap=_GAP * scale, margin=0.12)
    return tuple(Frame(part.plane, part.left, part.top, _land(part, regions)) for part in parts)


def _land(part: Part, regions: Shapes) -> Markup:
    return Markup("").join(
        Markup('<path d="{}" fill="#dcdfd9" stroke="#fff" stroke-width="2"/>').format(
            part.plane.path(regions[code], detail=1.2)
        )
        for code in part.codes
    )
