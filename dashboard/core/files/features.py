"""Geographic features, whatever file they come from, as rows of text: their properties, and their point in degrees."""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from dashboard.core.fields.computed import COMPUTED_KEYS
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files.cell_text import text_of
from dashboard.core.files.grid import Grid
from dashboard.core.files.limits import Limits
from dashboard.errors import UnreadableFile

_POINT_COLUMNS = ("longitude", "latitude")
_AUTHORITY = re.compile(r"(EPSG|ESRI|IGNF)[:/](?:[0-9.]*[:/])?([A-Z0-9]+)/?$")
"""`EPSG:2154`, `urn:ogc:def:crs:EPSG::3857`, `http://www.opengis.net/def/crs/EPSG/0/2154`; nothing else is tried."""

_FIRST_ROW = 2  # the headings are row 1

Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Feature:
    """Properties of any kind, and a geometry as GeoJSON writes it, None for none."""

    properties: Mapping[str, Any]
    geometry: object = None


def grid_of(features: Iterable[Feature], limits: Limits, *, crs: CRS | None = None, sheet: str = "") -> Grid:
    """The features as rows, their first row being the headings; `crs`: what the file says its positions are in."""
    findings: list[Finding] = []
    rows: list[dict[str, str]] = []
    points: list[Position | None] = []
    for number, feature in enumerate(features, start=_FIRST_ROW):
        if number - _FIRST_ROW >= limits.max_rows:
            raise UnreadableFile("too_many_rows", str(limits.max_rows))
        row = flat(feature.properties)
        # The point of our own exports is the map's; what the source said of it is in the attributes.
        point, found = (None, None) if not COMPUTED_KEYS.isdisjoint(row) else _point(feature.geometry, number)
        if found:
            findings.append(found)
        rows.append(row)
        points.append(point)
    if crs and any(points):
        findings.insert(0, Finding(None, None, "declared_projection", Severity.INFO, crs.name[:100]))
        points = list(_in_degrees(points, crs))
    for rank, point in enumerate(points):
        if point:
            rows[rank] = dict(zip(_POINT_COLUMNS, map(_number, point), strict=True)) | {
                (f"{key} (attribut)" if key in _POINT_COLUMNS else key): cell for key, cell in rows[rank].items()
            }
    headers = tuple(dict.fromkeys(key for row in rows for key in row))
    if len(headers) > limits.max_columns:
        raise UnreadableFile("too_many_columns", str(limits.max_columns))
    return Grid.of([headers, *(tuple(row.get(key, "") for key in headers) for row in rows)], findings, sheet)


def projection(name: str) -> CRS | None:
    """The projection of this name (`EPSG:2154`, `urn:ogc:def:crs:EPSG::3857`…), None for WGS 84 in degrees.

    UnreadableFile for one that is unknown: its positions could be anywhere.
    """
    found = _AUTHORITY.search(name[:300].strip().upper())
    if "CRS84" in name or (found and found[2] == "4326"):
        return None
    try:
        crs = CRS.from_authority(found[1], found[2]) if found else None
    except CRSError:
        crs = None
    if crs is None:
        raise UnreadableFile("unknown_projection", name[:100])
    return crs


def flat(properties: Mapping[str, Any]) -> dict[str, str]:
    """Properties as text, those of an object under « object.property »; a position as longitude and latitude."""
    row: dict[str, str] = {}
    for key, value in properties.items():
        name = text_of(key)
        if isinstance(value, dict) and value:
            inner = {text_of(part): cell(one) for part, one in value.items()}
            if set(_POINT_COLUMNS) <= inner.keys() and not set(_POINT_COLUMNS) & properties.keys():
                row |= {part: inner.pop(part) for part in _POINT_COLUMNS}
            row |= {f"{name}.{part}": one for part, one in inner.items()}
        else:
            row[name] = cell(value)
    return row


def cell(value: object) -> str:
    """The text of a property; the parts of a list are separated by `|`, an object is left as JSON."""
    match value:
        case list() if all(isinstance(part, str | int | float) for part in value):
            return "|".join(map(text_of, value))
        case list() | dict():
            return text_of(json.dumps(value, ensure_ascii=False))
        case _:
            return text_of(value)


def _point(geometry: object, number: int) -> tuple[Position | None, Finding | None]:
    """The point of a geometry, or None; what is told of it, when it is no single point."""
    if geometry is None:
        return None, None
    kind = text_of(geometry.get("type")) if isinstance(geometry, dict) else type(geometry).__name__
    positions = list(dict.fromkeys(_positions(geometry)))
    if not positions:
        return None, Finding(number, None, "geometry_not_point", Severity.WARNING, kind[:100])
    if len(positions) == 1:
        return positions[0], None
    told = " ; ".join(f"{_number(lon)} {_number(lat)}" for lon, lat in positions[:10])
    return positions[0], Finding(number, None, "several_positions", Severity.INFO, told)


def _positions(geometry: object, depth: int = 0) -> Iterator[Position]:
    """The positions of the points that a geometry has; nothing of its lines and areas."""
    if not isinstance(geometry, dict) or depth > 5:
        return
    coordinates = geometry.get("coordinates")
    parts = geometry.get("geometries")
    match geometry.get("type"):
        case "Point":
            yield from _position(coordinates)
        case "MultiPoint" if isinstance(coordinates, list):
            for position in coordinates:
                yield from _position(position)
        case "GeometryCollection" if isinstance(parts, list):
            for part in parts:
                yield from _positions(part, depth + 1)


def _position(value: object) -> Iterator[Position]:
    """Longitude and latitude; the altitude is of no use to a map."""
    if isinstance(value, list | tuple) and len(value) >= 2 and all(map(_is_number, value[:2])):
        yield float(value[0]), float(value[1])


def _is_number(value: object) -> bool:
    try:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    except OverflowError:
        return False


def _in_degrees(points: list[Position | None], crs: CRS) -> Iterator[Position | None]:
    """The points in EPSG:4326 degrees; None for one that is out of the projection's world."""
    known = [point for point in points if point]
    try:
        to_degrees = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
        lons, lats = to_degrees.transform([x for x, _ in known], [y for _, y in known])
    except (CRSError, ProjError) as error:
        raise UnreadableFile("unknown_projection", crs.name[:100]) from error
    converted = iter(zip(lons, lats, strict=True))
    for point in points:
        lon, lat = next(converted) if point else (math.nan, math.nan)
        yield (lon, lat) if math.isfinite(lon) and math.isfinite(lat) else None


def _number(value: float) -> str:
    return f"{value:.10f}".rstrip("0").rstrip(".")
