"""« Trous de la carte »: the EPCI and départements that have no pole nor project within some distance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.core.geography.distance import Points
from dashboard.core.geography.hierarchy import Territory
from dashboard.core.geography.territory_key import Key
from dashboard.features.territories.sheet import TerritoryIndex

_FIRST_BAND = 0.1
_KM_PER_DEGREE = 110.5
"""A degree of latitude is nowhere shorter on the ellipsoid."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A territory without pole nor project, and the nearest finely placed row (None, NaN: there is none at all)."""

    territory: Territory
    nearest: int | None
    km: float


class CoverageGaps:
    """For each territory of a level, how far from its centre the nearest row is; worked out once by level."""

    def __init__(self, index: TerritoryIndex) -> None:
        self._index = index
        self._nearest: dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]] = {}

    def gaps(self, level: str, *, km: float) -> tuple[Gap, ...]:
        """The territories of a level (one of GAP_LEVELS) with no row counted in them, nor one placed at its address,
        its commune or its EPCI within `km` kilometres of their centre; the farthest first.
        """
        rows, distances = self._distances(level)
        is_empty = self._index.members.count(level) == 0
        found = np.flatnonzero(is_empty & ~(distances <= km))
        order = found[np.argsort(-np.nan_to_num(distances[found], nan=np.inf), kind="stable")]
        codes = self._index.hierarchy.levels[level].codes
        return tuple(
            Gap(self._index.hierarchy.territory(Key(level, codes[rank])), int(row) if row >= 0 else None, float(far))
            for rank, row, far in zip(order.tolist(), rows[order].tolist(), distances[order].tolist(), strict=True)
        )

    def _distances(self, level: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        if level not in self._nearest:
            territories = self._index.hierarchy.levels[level]
            rows = np.flatnonzero(self._index.places.is_fine)
            self._nearest[level] = nearest_of_all(territories.lon, territories.lat, self._index.places.points, rows)
        return self._nearest[level]


def nearest_of_all(
    lons: NDArray[np.float64], lats: NDArray[np.float64], points: Points, rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """For each place (EPSG:4326 degrees), the nearest of these rows and kilometres to it; -1 and NaN without rows.

    Rows are looked for in a band of latitude around the place, widened until nothing outside of it can be nearer.
    """
    best = np.full(len(lons), -1, dtype=np.int64)
    best_km = np.full(len(lons), np.nan)
    northward = rows[np.argsort(points.lat[rows], kind="stable")]
    sorted_lats = points.lat[northward]
    for rank, (lon, lat) in enumerate(zip(lons.tolist(), lats.tolist(), strict=True)):
        half = _FIRST_BAND
        while len(northward):
            start, end = np.searchsorted(sorted_lats, (lat - half, lat + half))
            found, km = points.nearest_of(lon=lon, lat=lat, candidates=northward[start:end], count=1)
            is_certain = found.size and km[0] <= half * _KM_PER_DEGREE
            if is_certain or end - start == len(northward):
                best[rank], best_km[rank] = found[0], km[0]
                break
            half = max(2 * half, km[0] / _KM_PER_DEGREE if found.size else 0)
    return best, best_km
