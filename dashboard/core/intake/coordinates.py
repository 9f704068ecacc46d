"""Latitudes and longitudes as files write them: with a comma, swapped, in metres, at zero, in another country."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pyproj import Transformer

from dashboard.core.fields.cells import is_blank
from dashboard.core.fields.findings import Severity

COORDINATE_CODES = frozenset(
    {
        "decimal_comma",
        "malformed_coordinate",
        "coordinates_incomplete",
        "coordinates_zero",
        "coordinates_swapped",
        "coordinates_projected",
        "coordinates_outside_france",
    }
)

_BOXES = (
    (41.2, 51.2, -5.3, 9.7),  # metropolitan France
    (15.8, 18.2, -63.3, -60.9),  # Guadeloupe, Saint-Martin, Saint-Barthélemy
    (14.3, 15.0, -61.3, -60.7),  # Martinique
    (2.0, 6.0, -54.7, -51.5),  # Guyane
    (-21.5, -20.8, 55.1, 55.9),  # La Réunion
    (-13.1, -12.5, 44.9, 45.4),  # Mayotte
    (46.7, 47.2, -56.5, -56.1),  # Saint-Pierre-et-Miquelon
    (-23.0, -19.5, 163.0, 168.3),  # Nouvelle-Calédonie
    (-28.0, -7.5, -155.0, -134.0),  # Polynésie française
    (-14.5, -13.0, -178.3, -176.0),  # Wallis-et-Futuna
)
"""South, north, west, east, EPSG:4326 degrees."""

_PROJECTED = {"971": 5490, "972": 5490, "973": 2972, "974": 2975, "976": 4471}
_LAMBERT_93 = 2154
_NUMBER = re.compile(r"[+-]?\d{1,8}(?:\.\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """A point in EPSG:4326 degrees, or none (both None); `code` says what was repaired or why the value is refused."""

    lat: float | None
    lon: float | None
    code: str | None = None
    severity: Severity = Severity.WARNING


def read_point(lat_text: str, lon_text: str, departement_code: str = "") -> Point:
    """The point of two cells; metres are those of the official projection of the département."""
    if is_blank(lat_text) and is_blank(lon_text):
        return Point(None, None)
    if is_blank(lat_text) or is_blank(lon_text):
        return Point(None, None, "coordinates_incomplete")
    first, second = _number(lat_text), _number(lon_text)
    if first is None or second is None:
        return Point(None, None, "malformed_coordinate")
    if first == 0 and second == 0:
        return Point(None, None, "coordinates_zero")
    if is_in_france(lat=first, lon=second):
        has_comma = "," in lat_text or "," in lon_text
        return Point(first, second, "decimal_comma" if has_comma else None, Severity.INFO)
    if is_in_france(lat=second, lon=first):
        return Point(second, first, "coordinates_swapped")
    if max(abs(first), abs(second)) > 1000:
        for x, y in ((second, first), (first, second)):
            lat, lon = _to_degrees(x, y, departement_code)
            if is_in_france(lat=lat, lon=lon):
                return Point(lat, lon, "coordinates_projected")
    return Point(None, None, "coordinates_outside_france")


def is_in_france(*, lat: float, lon: float) -> bool:
    """Whether a point in EPSG:4326 degrees is in a rectangle around metropolitan or overseas France."""
    return any(south <= lat <= north and west <= lon <= east for south, north, west, east in _BOXES)


def _number(text: str) -> float | None:
    compact = re.sub(r"[\s°]", "", text).replace("−", "-").replace(",", ".")
    return float(compact) if _NUMBER.fullmatch(compact) else None


def _to_degrees(x: float, y: float, departement_code: str) -> tuple[float, float]:
    """Latitude and longitude of a point in metres; infinite where the projection has no answer."""
    lon, lat = _transformer(_PROJECTED.get(departement_code, _LAMBERT_93)).transform(x, y)
    return round(lat, 6), round(lon, 6)


@lru_cache(maxsize=8)
def _transformer(epsg: int) -> Transformer:
    return Transformer.from_crs(epsg, 4326, always_xy=True)
