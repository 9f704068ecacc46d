"""The coordinates of a file as people write them: with a comma, swapped, in metres, in one cell, at zero, elsewhere."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.core.fields.cells import is_blank
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.geography.overseas import OVERSEAS
from dashboard.core.intake.expected_place import ExpectedPlaces
from dashboard.core.intake.point_cells import Pair, read_axis, read_pair
from dashboard.core.intake.projections import NAMES, WAYS, Points, is_in_france, points_of

COORDINATE_CODES = frozenset(
    {
        "malformed_coordinate",
        "coordinates_incomplete",
        "coordinates_zero",
        "coordinates_swapped",
        "coordinates_projected",
        "coordinates_unknown_projection",
        "decimal_point_restored",
        "decimal_point_lost",
        "coordinates_outside_france",
    }
)

_METRES_FROM = 1000
_SAMPLE = 400
_TOLD_ONE_BY_ONE = 10
"""Above so many rows of the same repair, one message tells them all."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point in EPSG:4326 degrees, or none (both None); `code` says what was repaired or why the value is refused."""

    lat: float | None = None
    lon: float | None = None
    code: str | None = None
    severity: Severity = Severity.WARNING
    detail: str = ""


def read_points(
    cells: Sequence[tuple[str, str]], numbers: Sequence[int], expected: ExpectedPlaces, departements: Sequence[str]
) -> tuple[list[Point], list[Finding]]:
    """The point of each row, from its cells of latitude and longitude (a pair in the first if the second is blank).

    Metres are those of the projection that most rows of the column agree on with what they say of their place.
    """
    points: list[Point | None] = []
    metres: dict[int, Pair] = {}
    for rank, (lat_text, lon_text) in enumerate(cells):
        pair = _numbers_of(lat_text, lon_text)
        point = pair if isinstance(pair, Point) else _in_degrees(pair)
        if point is None and isinstance(pair, Pair):
            metres[rank] = pair
        points.append(point)
    for rank, point in _in_metres(metres, expected, departements):
        points[rank] = point
    told = [point or Point() for point in points]
    return told, list(_told(told, cells, numbers))


def _numbers_of(lat_text: str, lon_text: str) -> Pair | Point:
    """The two numbers, latitude first unless they say otherwise; a point without place where they are not there."""
    blank = [is_blank(lat_text), is_blank(lon_text)]
    if all(blank):
        return Point()
    if any(blank):
        pair = read_pair(lat_text if blank[1] else lon_text)
        return pair or Point(code="coordinates_incomplete")
    lat, lon = read_axis(lat_text), read_axis(lon_text)
    if lat is None or lon is None or (lat.axis and lat.axis == lon.axis):
        pair = read_pair(lat_text)
        return pair if pair is not None and pair == read_pair(lon_text) else Point(code="malformed_coordinate")
    if lat.axis == "lon" or lon.axis == "lat":
        return Pair(lat.value, lon.value, "lon_lat")
    return Pair(lat.value, lon.value)


def _in_degrees(pair: Pair) -> Point | None:
    """The point of two numbers in degrees; None for metres."""
    lat, lon = (pair.second, pair.first) if pair.order == "lon_lat" else (pair.first, pair.second)
    if lat == 0 and lon == 0:
        return Point(code="coordinates_zero")
    if is_in_france(lat=lat, lon=lon):
        return Point(lat, lon)
    if is_in_france(lat=lon, lon=lat):
        return Point(lon, lat, "coordinates_swapped")
    return None if max(abs(lat), abs(lon)) > _METRES_FROM else Point(code="coordinates_outside_france")


def _in_metres(
    metres: dict[int, Pair], expected: ExpectedPlaces, departements: Sequence[str]
) -> Iterator[tuple[int, Point]]:
    """The points of the rows in metres, by the projection that suits the row, then the whole column."""
    if not metres:
        return
    ranks = list(metres)
    xs = np.array([p.first if p.order == "lon_lat" else p.second for p in metres.values()], dtype=float)
    ys = np.array([p.second if p.order == "lon_lat" else p.first for p in metres.values()], dtype=float)
    ways = [w for w in WAYS if not np.isnan(points_of(w, xs[:_SAMPLE], ys[:_SAMPLE]).lat).all()]
    read = {way: points_of(way, xs, ys) for way in ways}
    order = _by_agreement(read, ranks, expected)
    for position, rank in enumerate(ranks):
        yield (
            rank,
            _chosen(position, rank, order, read, expected, departements[rank])
            or _without_decimal_point(metres[rank], rank, expected),
        )


def _by_agreement(
    read: dict[tuple[int, bool], Points], ranks: Sequence[int], expected: ExpectedPlaces
) -> list[tuple[int, bool]]:
    """The readings, that of most rows near their place first, then of most rows in France, then the usual one."""
    near: Counter[tuple[int, bool]] = Counter()
    for way, points in read.items():
        for position, rank in enumerate(ranks[:_SAMPLE]):
            lat, lon = float(points.lat[position]), float(points.lon[position])
            near[way] += int(lat == lat and expected.is_near(rank, lat=lat, lon=lon) is True)
    return sorted(read, key=lambda way: (-near[way], -int(np.isfinite(read[way].lat).sum()), WAYS.index(way)))


def _chosen(
    position: int,
    rank: int,
    order: Sequence[tuple[int, bool]],
    read: dict[tuple[int, bool], Points],
    expected: ExpectedPlaces,
    departement: str,
) -> Point | None:
    """The point of a row: the first reading near its place, else that of the column; None if none is in France."""
    official = OVERSEAS[departement].epsg if departement in OVERSEAS else 0
    first = None
    for way in sorted(order, key=lambda way: way[0] != official) if official else order:
        lat, lon = float(read[way].lat[position]), float(read[way].lon[position])
        if lat == lat:
            if expected.is_near(rank, lat=lat, lon=lon):
                return Point(lat, lon, "coordinates_projected", Severity.INFO, NAMES[way[0]])
            first = first or Point(lat, lon, "coordinates_projected", Severity.WARNING, NAMES[way[0]])
    return first


def _without_decimal_point(pair: Pair, rank: int, expected: ExpectedPlaces) -> Point:
    """The degrees that lost their point, where the row says its place; else no point, and why."""
    if max(abs(pair.first), abs(pair.second)) < 1 or any(value != int(value) for value in pair[:2]):
        return Point(code="coordinates_unknown_projection")
    lats, lons = _shifted(pair.first), _shifted(pair.second)
    found = [(lat, lon) for lat in lats for lon in lons if is_in_france(lat=lat, lon=lon)]
    near = [point for point in found if expected.is_near(rank, lat=point[0], lon=point[1])]
    if len(near) == 1:
        return Point(*near[0], "decimal_point_restored", Severity.WARNING)
    return Point(code="decimal_point_lost" if found else "coordinates_unknown_projection")


def _shifted(value: float) -> list[float]:
    """The number with its point at each place where degrees may have it."""
    digits = len(str(abs(int(value))))
    return [value / 10**places for places in range(max(0, digits - 3), digits + 1)]


def _told(points: Sequence[Point], cells: Sequence[tuple[str, str]], numbers: Sequence[int]) -> Iterator[Finding]:
    """A finding for each row; one for the column where a repair is that of many rows."""
    kinds = Counter((point.code, point.severity, point.detail) for point in points if point.code)
    for kind, count in kinds.items():
        code, severity, detail = kind
        if point_count := count if count > _TOLD_ONE_BY_ONE and _is_repair(str(code)) else 0:
            said = f"{point_count} lignes" + (f", {detail}" if detail else "")
            yield Finding(None, "latitude", str(code), severity, said)
    for number, (lat_text, lon_text), point in zip(numbers, cells, points, strict=True):
        count = kinds[(point.code, point.severity, point.detail)] if point.code else 0
        if point.code and not (count > _TOLD_ONE_BY_ONE and _is_repair(point.code)):
            value = " ; ".join(" ".join(text.split())[:60] for text in (lat_text, lon_text) if text.strip())
            detail = f" ({point.detail})" if point.detail else ""
            yield Finding(number, "latitude", point.code, point.severity, value + detail)


def _is_repair(code: str) -> bool:
    return code in ("coordinates_swapped", "coordinates_projected", "decimal_point_restored")
