"""Where a row says that it is, roughly: enough to choose between two readings of its coordinates."""

from math import cos, hypot, radians

import pandas as pd

from dashboard.core.geography.distance import KM_PER_DEGREE
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.records import Bounds

_NEAR_KM = 25.0
_MARGIN_DEGREES = 0.15


class ExpectedPlaces:
    """The places that rows state, looked up when asked only; without a gazetteer nothing is expected anywhere."""

    def __init__(self, rows: pd.DataFrame, gazetteer: Gazetteer | None) -> None:
        self._gazetteer = gazetteer
        keys = ("commune", "code_insee", "code_postal", "code_departement", "departement")
        self._columns = [rows[key].tolist() for key in keys]
        self._known: dict[tuple[str, ...], tuple[list[tuple[float, float]], Bounds | None]] = {}

    def is_near(self, rank: int, *, lat: float, lon: float) -> bool | None:
        """Whether a point is where the row says; None if the row, or nobody, tells."""
        stated = tuple(column[rank] or "" for column in self._columns)
        if stated not in self._known:
            self._known[stated] = self._expected(*stated)
        points, frame = self._known[stated]
        if points:
            return any(_km(lon, lat, *point) <= _NEAR_KM for point in points)
        if frame is None:
            return None
        west, south, east, north = frame
        is_lon = west - _MARGIN_DEGREES <= lon <= east + _MARGIN_DEGREES
        return is_lon and south - _MARGIN_DEGREES <= lat <= north + _MARGIN_DEGREES

    def _expected(
        self, name: str, insee: str, postcode: str, code: str, departement: str
    ) -> tuple[list[tuple[float, float]], Bounds | None]:
        """The communes that a row may mean, else the frame of its département."""
        if self._gazetteer is None:
            return [], None
        stated = self._gazetteer.commune_today(insee) if insee else None
        communes = [stated] if stated else list(self._gazetteer.communes_of_postcode(postcode)) if postcode else []
        communes = communes or list(self._gazetteer.communes_named(name, departement_code=code) if name else ())
        points = [(commune.lon, commune.lat) for commune in communes if commune.lon == commune.lon]
        found = self._gazetteer.departement(code) if code else self._gazetteer.departement_named(departement)
        return points, found.bounds if found is not None else None


def _km(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """About how far apart two near points are."""
    return KM_PER_DEGREE * hypot((lon - other_lon) * cos(radians(lat)), lat - other_lat)
