"""The poles most alike a given one, and what they share: the rule is a sum of published weights, nothing is learnt.

Score, from 0 to 1 = 0.4 × sectors + 0.2 × networks + 0.2 × funding + 0.2 × nearness. The first three are Jaccard's
index of the two sets of codes (shared ÷ known of either); nearness is 1 in the same place and falls in a straight line
to 0 at 200 km on the ellipsoid. A blank shares nothing, and a place wider than an intercommunalité is near nothing.
Poles that share no sector, no network and no funding are not alike, however near.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dashboard.core.catalogue.bits import ValueIndex, Values
from dashboard.core.catalogue.dimensions import DIMENSIONS
from dashboard.core.fields.precision import FINE
from dashboard.core.geography.distance import Points, geodesic_km

WEIGHTS: Mapping[str, float] = {one.key: one.likeness.weight for one in DIMENSIONS if one.likeness}
NEARNESS_WEIGHT = 0.2
REACH_KM = 200.0
SHOWN = 5

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Alike:
    """A row alike another: its number in the catalogue, the score, and why.

    `shared` holds the codes that both have, by facet, blank facets left out. `km` is None beyond REACH_KM or where a
    place is unknown or vague; `is_rough` says that it is between centres, not addresses; `same_commune` that both are
    in one commune.
    """

    row: int
    score: float
    shared: Mapping[str, tuple[str, ...]]
    km: float | None
    is_rough: bool
    same_commune: bool


class LikenessIndex:
    """The codes and places of a catalogue's rows, ready to be compared."""

    def __init__(self, values: ValueIndex) -> None:
        """The values of the rows of a catalogue, which are EPSG:4326 points."""
        rows = values.rows
        self._size = len(rows)
        self._values = {key: values[key] for key in WEIGHTS}
        precision = rows["precision"].astype("str").to_numpy(dtype=object)
        fine = np.isin(precision, FINE)
        self._is_address = precision == "adresse"
        lon, lat = rows.geometry.x.to_numpy(dtype=np.float64), rows.geometry.y.to_numpy(dtype=np.float64)
        self._points = Points.of(np.where(fine, lon, np.nan), np.where(fine, lat, np.nan))
        self._communes = np.where(precision == "epci", "", rows["commune_insee"].astype("str").to_numpy(dtype=object))

    def most_alike(self, row: int, count: int = SHOWN) -> tuple[Alike, ...]:
        """The `count` rows most alike the one of this number, the first the most; equals in the catalogue's order.

        Fewer, or none, where fewer rows share something with it. The row itself is never among them. What cannot be
        among the first is left out before distances are taken: by its codes, then by the sphere, whose distances are
        within 0.6 % of the true ones.
        """
        common, shares = self._common(row)
        shares[row] = False
        found = np.flatnonzero(shares)
        if len(found) > count:
            found = found[common[found] >= _greatest(common[found], count) - NEARNESS_WEIGHT]
            km = self._points.roughly_km(*self._place(row), found)
            least, most = (common[found] + self._nearness(far) for far in (km * 1.01 + 0.01, km * 0.99 - 0.01))
            found = found[most >= _greatest(least, count)]
        km = self._km(row, found)
        scores = np.round(common[found] + self._nearness(km), 9)
        order = np.argsort(-scores, kind="stable")[:count]
        return tuple(self._alike(row, int(found[at]), float(scores[at]), float(km[at])) for at in order)

    def score(self, row: int, other: int) -> float:
        """The score of two rows by their numbers, 0 where they share nothing."""
        common, shares = self._common(row)
        if not shares[other]:
            return 0.0
        return float(np.round(common[other] + self._nearness(self._km(row, np.array([other])))[0], 9))

    def _common(self, row: int) -> tuple[Numbers, NDArray[np.bool_]]:
        """For each row: the part of the score that codes make, and whether any code is shared."""
        common = np.zeros(self._size)
        shares = np.zeros(self._size, dtype=np.bool_)
        for key, weight in WEIGHTS.items():
            numbers = self._values[key].numbers
            index = _jaccard(self._known[key], int(numbers[row]))
            common += weight * index[numbers]
            shares |= (index > 0)[numbers]
        return common, shares

    @cached_property
    def _known(self) -> dict[str, NDArray[np.bool_]]:
        """By facet, which cell has which code, « non renseigné » left out."""
        return {key: values.patterns[:-1] for key, values in self._values.items()}

    def _place(self, row: int) -> tuple[float, float]:
        return float(self._points.lon[row]), float(self._points.lat[row])

    def _km(self, row: int, others: NDArray[np.int64]) -> Numbers:
        """Kilometres on the ellipsoid to the others, to the metre so that both ways agree; NaN for no place."""
        lon, lat = self._place(row)
        lons, lats = self._points.lon[others], self._points.lat[others]
        km = np.full(len(others), np.nan)
        placed = ~np.isnan(lons) & (lon == lon)
        km[placed] = np.round(geodesic_km(lon=lon, lat=lat, lons=lons[placed], lats=lats[placed]), 3)
        return km

    @staticmethod
    def _nearness(km: Numbers) -> Numbers:
        nearness: Numbers = NEARNESS_WEIGHT * np.nan_to_num(np.clip(1 - km / REACH_KM, 0, 1), nan=0.0)
        return nearness

    def _alike(self, row: int, other: int, score: float, km: float) -> Alike:
        shared = {key: _both(values, row, other) for key, values in self._values.items()}
        return Alike(
            other,
            score,
            {key: codes for key, codes in shared.items() if codes},
            km if km <= REACH_KM else None,
            not (self._is_address[row] and self._is_address[other]),
            bool(self._communes[row]) and self._communes[row] == self._communes[other],
        )


def _greatest(scores: Numbers, count: int) -> float:
    """The `count`-th greatest."""
    return float(np.partition(scores, -count)[-count])


def _jaccard(known: NDArray[np.bool_], cell: int) -> Numbers:
    """Jaccard's index of one cell with each cell, 0 where neither has a code."""
    own = known[:, cell, np.newaxis]
    either = (known | own).sum(axis=0)
    index: Numbers = (known & own).sum(axis=0) / np.maximum(either, 1)
    return index


def _both(values: Values, row: int, other: int) -> tuple[str, ...]:
    has = values.patterns[:-1, values.numbers[row]] & values.patterns[:-1, values.numbers[other]]
    return tuple(values.codes[rank] for rank in np.flatnonzero(has))
