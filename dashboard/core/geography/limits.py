"""The communes of today by their ground: which one holds a point, and how far a point is from one of them.

A commune is its corners, ring after ring: 9 MB of whole numbers for France, where polygons would take 120 MB.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray

from dashboard.core.geography.distance import KM_PER_DEGREE, Degrees

STEPS_PER_DEGREE = 100_000
"""The limits are kept to a metre."""

SHORE_KM = 3.0
"""A point that no commune holds is in the nearest one within so far: in its harbour, on the bridge to the next land."""

_SHORE_DEGREES = 0.07
"""At the latitude of Dunkerque, a degree of longitude has 70 km: so wide reaches far enough."""

_NOWHERE = -1
_AT_ONCE = 10_000
"""Couples of a point and a commune whose sides are gone through together."""

Ranks = NDArray[np.int64]


def _no_places() -> NDArray[np.int32]:
    return np.empty(0, dtype=np.int32)


@dataclass(frozen=True, eq=False)
class Limits:
    """The limits of the communes of today, in the order of their codes.

    `x`, `y`: the corners of all their rings, in steps of EPSG:4326 degrees; those of commune n are `starts[n]` to
    `starts[n + 1]`. `is_side`: whether a corner and the next one are of one ring, whose last corner is its first.
    """

    codes: tuple[str, ...] = ()
    starts: Ranks = field(default_factory=lambda: np.zeros(1, dtype=np.int64))
    x: NDArray[np.int32] = field(default_factory=_no_places)
    y: NDArray[np.int32] = field(default_factory=_no_places)
    is_side: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, dtype=np.bool_))

    def holding(self, *, lon: Degrees, lat: Degrees) -> list[str]:
        """The code of the commune that holds each point, or whose shore it is off; "" for a point of no commune."""
        found = np.full(len(lon), _NOWHERE)
        points, communes = self._tree.query(shapely.points(lon, lat))
        for some in _slices(len(points)):
            is_inside = self._is_inside(communes[some], lon[points[some]], lat[points[some]])
            found[points[some][is_inside]] = communes[some][is_inside]
        outside = np.flatnonzero(found == _NOWHERE)
        reach = _SHORE_DEGREES
        around = shapely.box(lon[outside] - reach, lat[outside] - reach, lon[outside] + reach, lat[outside] + reach)
        points, communes = self._tree.query(around)
        nearest_km = np.full(len(outside), SHORE_KM)
        for some in _slices(len(points)):
            km = self._km(communes[some], lon[outside[points[some]]], lat[outside[points[some]]])
            for point, commune, away in zip(points[some].tolist(), communes[some].tolist(), km.tolist(), strict=True):
                if away < nearest_km[point]:
                    nearest_km[point], found[outside[point]] = away, commune
        return ["" if rank == _NOWHERE else self.codes[rank] for rank in found.tolist()]

    def km_from(self, code: str, *, lon: float, lat: float) -> float | None:
        """Kilometres from a point to the ground of a commune, 0 inside; None if its limits are not known."""
        if code not in self._ranks:
            return None
        asked = np.array([self._ranks[code]]), np.array([lon]), np.array([lat])
        return 0.0 if self._is_inside(*asked)[0] else float(self._km(*asked)[0])

    def _is_inside(self, communes: Ranks, lon: Degrees, lat: Degrees) -> NDArray[np.bool_]:
        """Whether each point is in its commune: a line to the east of it crosses its limits an odd number of times."""
        corners, couple, _ = self._sides(communes)
        x, y = lon[couple] * STEPS_PER_DEGREE, lat[couple] * STEPS_PER_DEGREE
        y1, y2 = self.y[corners], self.y[corners + 1]
        crossed = np.flatnonzero((y1 > y) != (y2 > y))
        corners, x, y, y1, y2 = corners[crossed], x[crossed], y[crossed], y1[crossed], y2[crossed]
        x1, x2 = self.x[corners], self.x[corners + 1]
        is_east = x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        crossings = np.bincount(couple[crossed][is_east], minlength=len(communes))
        is_odd: NDArray[np.bool_] = crossings % 2 == 1
        return is_odd

    def _km(self, communes: Ranks, lon: Degrees, lat: Degrees) -> NDArray[np.float64]:
        """Kilometres from each point to the limits of its commune, on a plane around the point."""
        corners, couple, first = self._sides(communes)
        up = KM_PER_DEGREE / STEPS_PER_DEGREE
        across = up * np.cos(np.radians(lat))[couple]
        x1, x2 = ((self.x[at] - lon[couple] * STEPS_PER_DEGREE) * across for at in (corners, corners + 1))
        y1, y2 = ((self.y[at] - lat[couple] * STEPS_PER_DEGREE) * up for at in (corners, corners + 1))
        dx, dy = x2 - x1, y2 - y1
        along = np.clip(-(x1 * dx + y1 * dy) / np.maximum(dx * dx + dy * dy, 1e-12), 0, 1)
        km: NDArray[np.float64] = np.minimum.reduceat(np.hypot(x1 + along * dx, y1 + along * dy), first)
        return km

    def _sides(self, communes: Ranks) -> tuple[Ranks, Ranks, Ranks]:
        """The first corner of each side of these communes, the rank of the commune among them, where each begins."""
        counts = self.starts[communes + 1] - self.starts[communes]
        couple = np.repeat(np.arange(len(communes)), counts)
        begins = np.cumsum(counts) - counts
        corners = np.arange(len(couple)) + np.repeat(self.starts[communes] - begins, counts)
        kept = self.is_side[corners]
        corners, couple = corners[kept], couple[kept]
        return corners, couple, np.searchsorted(couple, np.arange(len(communes)))

    @cached_property
    def _tree(self) -> shapely.STRtree:
        """The communes by the lines that cross their frames: an index of frames only needs these."""
        if not self.codes:
            return shapely.STRtree([])
        ends = [f.reduceat(values, self.starts[:-1]) for f in (np.minimum, np.maximum) for values in (self.x, self.y)]
        diagonals = np.stack(ends, axis=1).reshape(-1, 2, 2) / STEPS_PER_DEGREE
        return shapely.STRtree(shapely.linestrings(diagonals))

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {code: rank for rank, code in enumerate(self.codes)}


def _slices(size: int) -> Iterator[slice]:
    return (slice(start, start + _AT_ONCE) for start in range(0, size, _AT_ONCE))
