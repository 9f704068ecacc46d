"""« Trous de la carte »: the EPCI and départements that have no pole nor project within some distance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.core.geography.hierarchy import Territory
from dashboard.core.geography.territory_key import Key
from dashboard.features.territories.sheet import TerritoryIndex


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
            self._nearest[level] = self._index.places.points.nearest_to_each(territories.lon, territories.lat, rows)
        return self._nearest[level]
