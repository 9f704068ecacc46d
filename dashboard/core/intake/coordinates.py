"""Latitudes and longitudes as files write them: with a comma, swapped, in metres, at zero, in another country."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pyproj import Transformer

from dashboard.core.fields.cells import is_blank
from dashboard.core.fields.findings import Severity
from dashboard.core.geography.frames import METROPOLITAN
from dashboard.core.geography.overseas import OVERSEAS
from dashboard.core.geography.records import Bounds

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

_BOXES: tuple[Bounds, ...] = (
    METROPOLITAN,
    (-63.3, 15.8, -60.9, 18.2),  # Guadeloupe, Saint-Martin, Saint-Barthélemy
    (-61.3, 14.3, -60.7, 15.0),  # Martinique
    (-54.7, 2.0, -51.5, 6.0),  # Guyane
    (55.1, -21.5, 55.9, -20.8),  # La Réunion
    (44.9, -13.1, 45.4, -12.5),  # Mayotte
    (-56.5, 46.7, -56.1, 47.2),  # Saint-Pierre-et-Miquelon
    (163.0, -23.0, 168.3, -19.5),  # Nouvelle-Calédonie
    (-155.0, -28.0, -134.0, -7.5),  # Polynésie française
    (-178.3, -14.5, -176.0, -13.0),  # Wallis-et-Futuna
)
"""West, south, east, north, EPSG:4326 degrees."""

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
    return any(south <= lat <= north and west <= lon <= east for west, south, east, north in _BOXES)


def _number(text: str) -> float | None:
    compact = re.sub(r"[\s°]", "", text).replace("−", "-").replace(",", ".")
    return float(compact) if _NUMBER.fullmatch(compact) else None


def _to_degrees(x: float, y: float, departement_code: str) -> tuple[float, float]:
    """Latitude and longitude of a point in metres; infinite where the projection has no answer."""
    overseas = OVERSEAS.get(departement_code)
    lon, lat = _transformer(overseas.epsg if overseas else _LAMBERT_93).transform(x, y)
    return round(lat, 6), round(lon, 6)


@lru_cache(maxsize=8)
def _transformer(epsg: int) -> Transformer:
    return Transformer.from_crs(epsg, 4326, always_xy=True)
