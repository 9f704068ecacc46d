"""Which rows belong to which territory: each counted where it says it is and in all that holds it; those nearby."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.text_columns import factorize
from dashboard.core.fields.precision import FINE, PRECISIONS, ROUGH
from dashboard.core.geography.distance import Points, geodesic_km
from dashboard.core.geography.hierarchy import Hierarchy, Territory
from dashboard.core.geography.territory_key import FRANCE, LEVELS, Key

Rows = NDArray[np.int64]
"""Positions of rows in the catalogue, from 0, in its alphabetical order."""

NO_LEVEL = len(LEVELS)
"""The rank of level of a row that names no territory of today: it counts for France only."""

_FINEST = {code: LEVELS.index(code) if code in LEVELS else 0 for code in PRECISIONS}
"""The rank in LEVELS of the smallest territory that a row of each precision names."""

_STATED = ("epci_code", "code_departement", "code_region")


@dataclass(frozen=True, eq=False)
class _Group:
    """The rows of one level: `order` has them by territory, those of rank r from `starts[r]` to `starts[r + 1]`."""

    order: Rows
    starts: NDArray[np.int64]


class TerritoryRows:
    """The rows of each territory, and for each row the smallest territory that it names."""

    def __init__(self, catalogue: Catalogue, hierarchy: Hierarchy) -> None:
        self.hierarchy = hierarchy
        self.size = len(catalogue.rows)
        self.ranks = _ranks(catalogue.rows, hierarchy)
        """For each level, the rank of each row's territory, -1 for none."""
        named = np.stack([self.ranks[level] >= 0 for level in LEVELS])
        self.finest: NDArray[np.int64] = np.where(named.any(axis=0), named.argmax(axis=0), NO_LEVEL)
        """For each row, the rank in LEVELS of the smallest territory it names, NO_LEVEL for none."""
        self._groups = {level: _group(self.ranks[level], len(hierarchy.levels[level].codes)) for level in LEVELS}

    def inside(self, key: Key) -> Rows:
        """The rows counted in this territory, in order."""
        if key == FRANCE:
            return np.arange(self.size)
        group, rank = self._groups[key.level], self.hierarchy.levels[key.level].rank_of_code[key.code]
        return group.order[group.starts[rank] : group.starts[rank + 1]]

    def count(self, level: str) -> NDArray[np.int64]:
        """How many rows are counted in each territory of a level, in the order of their codes."""
        return np.diff(self._groups[level].starts)

    def only(self, key: Key) -> Rows:
        """The rows counted in this territory that name nothing smaller: they may be anywhere in it."""
        rows = self.inside(key)
        only: Rows = rows[self.finest[rows] == LEVELS.index(key.level)]
        return only


def _ranks(rows: pd.DataFrame, hierarchy: Hierarchy) -> dict[str, NDArray[np.int64]]:
    """By level: a row that has a commune is in what holds it, another in the territories that it says."""
    finest = _mapped(rows["precision"], _FINEST.get)
    commune = np.where(finest == 0, _mapped(rows["commune_insee"], lambda code: _commune_rank(code, hierarchy)), -1)
    ranks = {"commune": commune}
    for limit, (level, column) in enumerate(zip(LEVELS[1:], _STATED, strict=True), start=1):
        said = np.where(finest <= limit, _mapped(rows[column], hierarchy.levels[level].rank_of_code.get), -1)
        ranks[level] = np.where(commune >= 0, hierarchy.levels["commune"].above[level][commune], said)
    return ranks


def _commune_rank(code: str, hierarchy: Hierarchy) -> int | None:
    commune = hierarchy.gazetteer.commune_today(code) if code else None
    return None if commune is None else hierarchy.levels["commune"].rank_of_code[commune.insee_code]


def _mapped(column: pd.Series, rank_of: Callable[[str], int | None]) -> NDArray[np.int64]:
    """What `rank_of` says of each cell, -1 where it says nothing; each distinct cell is asked for once."""
    numbers, cells = factorize(column)
    ranks = [rank_of(cell) for cell in cells]
    found = np.array([-1 if rank is None else rank for rank in ranks] or [-1], dtype=np.int64)
    return found[numbers]


def _group(ranks: NDArray[np.int64], size: int) -> _Group:
    order = np.argsort(ranks, kind="stable")
    return _Group(order, np.searchsorted(ranks[order], np.arange(size + 1)))


NEAREST = 5

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Nearby:
    """A row and its distance in kilometres; `is_rough`: a wide territory only is known, its centre stands for it."""

    row: int
    km: float
    is_rough: bool


class RowPlaces:
    """The points of the rows, what each is worth, and the land that it is on."""

    def __init__(self, catalogue: Catalogue, members: TerritoryRows) -> None:
        rows = catalogue.rows
        geometry = rows.geometry
        self.points = Points.of(geometry.x.to_numpy(dtype=np.float64), geometry.y.to_numpy(dtype=np.float64))
        self.is_placed: Mask = ~np.isnan(self.points.lon)
        self.is_fine: Mask = self.is_placed & _has(catalogue, FINE)
        """The rows that have a place no wider than an EPCI."""
        self._is_rough = _has(catalogue, ROUGH)
        self._zones = _zones(members)
        self._eligible: dict[str, Mask] = {}

    def nearest(self, territory: Territory, *, outside: Rows) -> tuple[Nearby, ...]:
        """The five rows nearest to the territory's point, those of `outside` left aside.

        A row that only names a département or a région is at its centre, which says nothing of its vicinity: such a
        row only comes in from across a sea, or where there are fewer than five others.
        """
        among = self._may_be_near(territory.zone).copy()
        among[outside] = False
        found = self._nearest(territory, among, NEAREST)
        if len(found) < NEAREST:
            others = self.is_placed & ~among
            others[outside] = False
            found = sorted(found + self._nearest(territory, others, NEAREST - len(found)), key=lambda one: one.km)
        return tuple(found)

    def within(self, territory: Territory, *, km: float, outside: Rows) -> Rows:
        """The finely placed rows at `km` kilometres at most of the territory's point, in order, but `outside`."""
        among = self.is_fine.copy()
        among[outside] = False
        return self.points.within(lon=territory.lon, lat=territory.lat, among=among, km=km)

    def by_distance(self, territory: Territory, rows: Rows, *, count: int) -> tuple[Nearby, ...]:
        """The `count` nearest of these rows, nearest first."""
        among = np.zeros(len(self.is_placed), dtype=np.bool_)
        among[rows] = True
        return tuple(self._nearest(territory, among & self.is_placed, count))

    def in_order(self, territory: Territory, rows: Rows) -> tuple[Nearby, ...]:
        """These rows as they come, with their distance from the territory's point, NaN for one without a place."""
        lons, lats = self.points.lon[rows], self.points.lat[rows]
        km = geodesic_km(lon=territory.lon, lat=territory.lat, lons=lons, lats=lats)
        return tuple(map(Nearby, rows.tolist(), km.tolist(), self._is_rough[rows].tolist()))

    def on_same_land(self, territory: Territory, found: tuple[Nearby, ...]) -> Rows:
        """Those of these rows that no sea parts from the territory."""
        return np.array([one.row for one in found if self._zones[one.row] == territory.zone], dtype=np.int64)

    def _nearest(self, territory: Territory, among: Mask, count: int) -> list[Nearby]:
        rows, km = self.points.nearest(lon=territory.lon, lat=territory.lat, among=among, count=count)
        return list(map(Nearby, rows.tolist(), km.tolist(), self._is_rough[rows].tolist()))

    def _may_be_near(self, zone: str) -> Mask:
        if zone not in self._eligible:
            self._eligible[zone] = self.is_fine | (self.is_placed & (self._zones != zone))
        return self._eligible[zone]


def _has(catalogue: Catalogue, precisions: tuple[str, ...]) -> Mask:
    mask: Mask = catalogue.rows["precision"].isin(precisions).to_numpy(dtype=np.bool_)
    return mask


def _zones(members: TerritoryRows) -> NDArray[np.object_]:
    """For each row, the land it is on, as `Territory.zone` says it; "?" where unknown."""
    hierarchy = members.hierarchy
    of_region = [hierarchy.territory(key).zone for key in hierarchy.keys("region")]
    zones: NDArray[np.object_] = np.array([*of_region, "?"], dtype=object)[members.ranks["region"]]
    communes = members.ranks["commune"]
    in_collectivity = (members.ranks["region"] < 0) & (communes >= 0)
    codes = hierarchy.levels["commune"].codes
    zones[in_collectivity] = [codes[rank][:3] for rank in communes[in_collectivity].tolist()]
    return zones
