"""The projections in which French files give metres, and the points that these may be."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

from dashboard.core.geography.frames import METROPOLITAN
from dashboard.core.geography.records import Bounds

Numbers = NDArray[np.float64]

BOXES: dict[str, Bounds] = {
    "": METROPOLITAN,
    "971": (-63.3, 15.8, -60.9, 18.2),  # with Saint-Martin and Saint-Barthélemy
    "972": (-61.3, 14.3, -60.7, 15.0),
    "973": (-54.7, 2.0, -51.5, 6.0),
    "974": (55.1, -21.5, 55.9, -20.8),
    "976": (44.9, -13.1, 45.4, -12.5),
    "975": (-56.5, 46.7, -56.1, 47.2),
    "988": (163.0, -23.0, 168.3, -19.5),
    "987": (-155.0, -28.0, -134.0, -7.5),
    "986": (-178.3, -14.5, -176.0, -13.0),
}
"""Around metropolitan France ("") and each territory overseas: west, south, east, north, EPSG:4326 degrees."""

_CONIC = {3900 + zone: zone for zone in range(42, 51)}
_METRES: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (2154, "Lambert-93", ("",)),
    (27572, "Lambert II étendu", ("",)),
    *((epsg, f"Lambert-93 CC{zone}", ("",)) for epsg, zone in _CONIC.items()),
    (3857, "Web Mercator", tuple(BOXES)),
    (5490, "UTM 20 Nord", ("971", "972")),
    (2972, "UTM 22 Nord", ("973",)),
    (2975, "UTM 40 Sud", ("974",)),
    (4471, "UTM 38 Sud", ("976",)),
    (4467, "UTM 21 Nord", ("975",)),
    (3163, "Lambert Nouvelle-Calédonie", ("988",)),
    *((epsg, f"UTM {zone} Sud", ("987",)) for epsg, zone in ((3296, 5), (3297, 6), (3298, 7))),
    (8903, "UTM 1 Sud", ("986",)),
)
NAMES = {epsg: name for epsg, name, _ in _METRES}
WAYS = tuple((epsg, is_swapped) for epsg in NAMES for is_swapped in (False, True))
"""The readings of two numbers in metres: a projection, and whether the first is the northing; the likeliest first."""

_PLACES = {epsg: places for epsg, _, places in _METRES}
_NARROW_DEGREES = 1.3
"""A conic zone serves one degree of latitude on each side, a little more in practice."""


class Points(NamedTuple):
    """Points in EPSG:4326 degrees, as arrays; NaN where the reading gives none in France."""

    lat: Numbers
    lon: Numbers


def points_of(way: tuple[int, bool], xs: Numbers, ys: Numbers) -> Points:
    """What the numbers are if they are read in that way."""
    epsg, is_swapped = way
    lon, lat = _transformer(epsg).transform(*((ys, xs) if is_swapped else (xs, ys)))
    lon, lat = np.round(np.asarray(lon, dtype=float), 6), np.round(np.asarray(lat, dtype=float), 6)
    is_there = np.zeros(len(lat), dtype=np.bool_)
    for place in _PLACES[epsg]:
        is_there |= is_inside(BOXES[place], lat=lat, lon=lon)
    if epsg in _CONIC:
        is_there &= np.abs(lat - _CONIC[epsg]) <= _NARROW_DEGREES
    return Points(np.where(is_there, lat, np.nan), np.where(is_there, lon, np.nan))


def is_inside(box: Bounds, *, lat: Numbers, lon: Numbers) -> NDArray[np.bool_]:
    """Which points are in a frame."""
    west, south, east, north = box
    return np.asarray((south <= lat) & (lat <= north) & (west <= lon) & (lon <= east))


def is_in_france(*, lat: float, lon: float) -> bool:
    """Whether a point in EPSG:4326 degrees is in a rectangle around metropolitan or overseas France."""
    return any(south <= lat <= north and west <= lon <= east for west, south, east, north in BOXES.values())


@lru_cache(maxsize=32)
def _transformer(epsg: int) -> Transformer:
    return Transformer.from_crs(epsg, 4326, always_xy=True)
