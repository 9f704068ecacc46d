"""The point that stands for a commune: its town hall where that is believable, else a point well inside."""

from math import ceil, cos, floor, radians
from typing import NamedTuple

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from dashboard.core.geography.distance import KM_PER_DEGREE
from dashboard.reference.overseas_seats import SEATS

REACH_M = 300.0
"""A town hall farther than this from its commune is an error of the source; some are thousands of kilometres away."""

_METRES_PER_DEGREE = 1000 * KM_PER_DEGREE
_DECIMALS = 5


class ReferencePoint(NamedTuple):
    """EPSG:4326 degrees, five decimals (a metre), None where unknown; source: "mairie", "interieur", "siege", ""."""

    lon: float | None
    lat: float | None
    source: str


NO_POINT = ReferencePoint(None, None, "")


def seat_of(insee_code: str) -> ReferencePoint | None:
    """The seat of a commune of an overseas collectivity, roughly; None for the others."""
    return ReferencePoint(*SEATS[insee_code], "siege") if insee_code in SEATS else None


def reference_point(contour: BaseGeometry | None, town_hall: Point | None) -> ReferencePoint:
    """The town hall if it is in the contour or within REACH_M of it, else the point inside farthest from the edges."""
    if contour is None:
        return NO_POINT
    if town_hall is not None and distance_m(contour, town_hall) <= REACH_M:
        return ReferencePoint(round(town_hall.x, _DECIMALS), round(town_hall.y, _DECIMALS), "mairie")
    inside = innermost(contour)
    return ReferencePoint(round(inside.x, _DECIMALS), round(inside.y, _DECIMALS), "interieur")


def frame(contour: BaseGeometry | None) -> tuple[float | None, float | None, float | None, float | None]:
    """West, south, east, north of a contour, rounded outwards to a thousandth of a degree; None without a contour."""
    if contour is None:
        return None, None, None, None
    west, south, east, north = (1000 * value for value in contour.bounds)
    return floor(west) / 1000, floor(south) / 1000, ceil(east) / 1000, ceil(north) / 1000


def distance_m(contour: BaseGeometry, point: Point) -> float:
    """Metres from a point to a contour nearby, 0 inside: on a plane that touches the Earth at the contour's south."""
    if shapely.covers(contour, point):
        return 0.0
    narrow = cos(radians(contour.bounds[1]))
    flat = shapely.transform(contour, lambda xy: xy * (narrow, 1))
    return float(shapely.distance(flat, Point(point.x * narrow, point.y))) * _METRES_PER_DEGREE


def innermost(contour: BaseGeometry) -> Point:
    """The centre of the largest circle inside, degrees of longitude being counted as short as they are there."""
    narrow = cos(radians(contour.bounds[1]))
    flat = shapely.transform(contour, lambda xy: xy * (narrow, 1))
    circle = shapely.maximum_inscribed_circle(flat, tolerance=0.0005)
    centre = shapely.get_point(circle, 0)
    return Point(centre.x / narrow, centre.y)
