"""Where the rows of a catalogue are, and which of them are near a territory."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.atlas import Territory
from dashboard.domain.catalogue import Catalogue
from dashboard.domain.nearness import Points, geodesic_km
from dashboard.domain.territory_rows import Rows, TerritoryRows

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
        self.is_fine: Mask = self.is_placed & _has(catalogue, "adresse", "commune", "epci")
        """The rows that have a place no wider than an EPCI."""
        self._is_rough = _has(catalogue, "epci", "departement", "region")
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


def _has(catalogue: Catalogue, *precisions: str) -> Mask:
    mask: Mask = catalogue.rows["precision"].isin(precisions).to_numpy(dtype=np.bool_)
    return mask


def _zones(members: TerritoryRows) -> NDArray[np.object_]:
    """For each row, the land it is on, as `Territory.zone` says it; "?" where unknown."""
    atlas = members.atlas
    of_region = [atlas.territory(key).zone for key in atlas.keys("region")]
    zones: NDArray[np.object_] = np.array([*of_region, "?"], dtype=object)[members.ranks["region"]]
    communes = members.ranks["commune"]
    in_collectivity = (members.ranks["region"] < 0) & (communes >= 0)
    codes = atlas.levels["commune"].codes
    zones[in_collectivity] = [codes[rank][:3] for rank in communes[in_collectivity].tolist()]
    return zones
