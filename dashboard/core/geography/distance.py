"""Distances over the Earth in kilometres, on the ellipsoid or roughly on a sphere, and which points are nearest."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

_ELLIPSOID = Geod(ellps="WGS84")
EARTH_RADIUS_KM = 6371.0088
KM_PER_DEGREE = 111.32
"""On the equator; a degree of longitude is shorter elsewhere, by the cosine of the latitude."""

_LEAST_KM_PER_DEGREE = 110.5
"""A degree of latitude is nowhere shorter on the ellipsoid."""

_FIRST_BAND = 0.1
_SLACK = 1.012
"""A distance on the sphere is within 0.6 % of that on the ellipsoid: what may be nearest is looked for this wide."""

Numbers = NDArray[np.int64]
Kilometres = NDArray[np.float64]
Degrees = NDArray[np.float64]


def geodesic_km(*, lon: float | Degrees, lat: float | Degrees, lons: Degrees, lats: Degrees) -> Kilometres:
    """Kilometres from one point to each of the others, or from each to its own; EPSG:4326, WGS 84 ellipsoid."""
    metres = _ELLIPSOID.inv(np.broadcast_to(lon, lons.shape), np.broadcast_to(lat, lats.shape), lons, lats)[2]
    return np.asarray(metres, dtype=np.float64) / 1000


def great_circle_km(
    *, lon: float | Degrees, lat: float | Degrees, lons: float | Degrees, lats: float | Degrees
) -> Kilometres:
    """The same on a sphere: within 0.6 % of the ellipsoid, enough for a vicinity, and much faster."""
    x1, y1, x2, y2 = (np.radians(value) for value in (lon, lat, lons, lats))
    half = np.sin((y2 - y1) / 2) ** 2 + np.cos(y1) * np.cos(y2) * np.sin((x2 - x1) / 2) ** 2
    km: Kilometres = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))
    return km


def reach_km(departement_code: str) -> float:
    """How far from the reference point of a commune of this département a place in it may be.

    No commune reaches farther than 60 km, Guyane left aside: Maripasoula alone is 130 km across.
    """
    return 250.0 if departement_code == "973" else 60.0


@dataclass(frozen=True, eq=False)
class Points:
    """Points of EPSG:4326 degrees, NaN for no place; `on_sphere` has shape (n, 3)."""

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    on_sphere: NDArray[np.float32]

    @classmethod
    def of(cls, lon: NDArray[np.float64], lat: NDArray[np.float64]) -> "Points":
        """The points of these coordinates."""
        return cls(lon, lat, unit_vectors(lon, lat).astype(np.float32))

    def nearest(self, *, lon: float, lat: float, among: NDArray[np.bool_], count: int) -> tuple[Numbers, Kilometres]:
        """The `count` nearest among those of the mask, nearest first, equals in order; fewer if there are fewer."""
        return self.nearest_of(lon=lon, lat=lat, candidates=np.flatnonzero(among), count=count)

    def nearest_of(self, *, lon: float, lat: float, candidates: Numbers, count: int) -> tuple[Numbers, Kilometres]:
        """The `count` nearest of the candidates, nearest first, equals in their order; fewer if there are fewer."""
        if not candidates.size or lon != lon:
            return np.empty(0, dtype=np.int64), np.empty(0)
        if candidates.size > count:
            roughly = self.roughly_km(lon, lat, candidates)
            limit = np.partition(roughly, count - 1)[count - 1] * _SLACK + 0.01
            candidates = candidates[roughly <= limit]
        km = geodesic_km(lon=lon, lat=lat, lons=self.lon[candidates], lats=self.lat[candidates])
        order = np.argsort(km, kind="stable")[:count]
        return candidates[order], km[order]

    def within(self, *, lon: float, lat: float, among: NDArray[np.bool_], km: float) -> Numbers:
        """Those of the mask that are at `km` kilometres at most, in order."""
        candidates = np.flatnonzero(among)
        if not candidates.size or lon != lon:
            return np.empty(0, dtype=np.int64)
        roughly = self.roughly_km(lon, lat, candidates)
        is_near = roughly <= km / _SLACK
        doubtful = np.flatnonzero(~is_near & (roughly <= km * _SLACK + 0.01))
        at = candidates[doubtful]
        is_near[doubtful] = geodesic_km(lon=lon, lat=lat, lons=self.lon[at], lats=self.lat[at]) <= km
        return candidates[is_near]

    def roughly_km(self, lon: float, lat: float, candidates: Numbers) -> Kilometres:
        """Kilometres to these on a sphere, within 0.6 % of those on the ellipsoid; NaN for no place."""
        origin = unit_vectors(np.array([lon]), np.array([lat]))[0].astype(np.float32)
        chord = np.linalg.norm(self.on_sphere[candidates] - origin, axis=1).astype(np.float64)
        km: Kilometres = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(chord / 2, 1))
        return km

    def nearest_to_each(self, lons: Degrees, lats: Degrees, candidates: Numbers) -> tuple[Numbers, Kilometres]:
        """For each place, the nearest of the candidates and kilometres to it; -1 and NaN without candidates.

        They are looked for in a band of latitude around the place, widened until nothing outside of it can be nearer.
        """
        best = np.full(len(lons), -1, dtype=np.int64)
        best_km = np.full(len(lons), np.nan)
        northward = candidates[np.argsort(self.lat[candidates], kind="stable")]
        sorted_lats = self.lat[northward]
        for rank, (lon, lat) in enumerate(zip(lons.tolist(), lats.tolist(), strict=True)):
            half = _FIRST_BAND
            while len(northward):
                start, end = np.searchsorted(sorted_lats, (lat - half, lat + half))
                found, km = self.nearest_of(lon=lon, lat=lat, candidates=northward[start:end], count=1)
                is_certain = found.size and km[0] <= half * _LEAST_KM_PER_DEGREE
                if is_certain or end - start == len(northward):
                    best[rank], best_km[rank] = found[0], km[0]
                    break
                half = max(2 * half, km[0] / _LEAST_KM_PER_DEGREE if found.size else 0)
        return best, best_km


def unit_vectors(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.float64]:
    """The points as vectors of length 1, shape (n, 3); NaN for no place."""
    x, y = np.radians(lon), np.radians(lat)
    return np.stack([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)], axis=1)
