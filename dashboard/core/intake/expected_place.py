"""Where a row says that it is, roughly: enough to choose between two readings of its coordinates."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.core.geography.distance import great_circle_km
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.records import Bounds

_NEAR_KM = 25.0
_MARGIN_DEGREES = 0.15


class ExpectedPlaces:
    """The places that rows state, looked up when asked only; without a gazetteer nothing is expected anywhere."""

    def __init__(self, rows: pd.DataFrame, gazetteer: Gazetteer | None) -> None:
        self._gazetteer = gazetteer
        self._rows = rows

    def is_near(self, rank: int, *, lat: float, lon: float) -> bool | None:
        """Whether a point is where the row says; None if the row, or nobody, tells."""
        points, frame = self._expected(rank)
        if points:
            lons, lats = np.array([p[0] for p in points]), np.array([p[1] for p in points])
            return bool(np.min(great_circle_km(lon=lon, lat=lat, lons=lons, lats=lats)) <= _NEAR_KM)
        if frame is None:
            return None
        west, south, east, north = frame
        is_lon = west - _MARGIN_DEGREES <= lon <= east + _MARGIN_DEGREES
        return is_lon and south - _MARGIN_DEGREES <= lat <= north + _MARGIN_DEGREES

    @cached_property
    def _columns(self) -> dict[str, Sequence[str | None]]:
        keys = ("commune", "code_insee", "code_postal", "code_departement", "departement")
        return {key: self._rows[key].tolist() for key in keys}

    def _expected(self, rank: int) -> tuple[list[tuple[float, float]], Bounds | None]:
        """The communes that the row may mean, else the frame of its département."""
        if self._gazetteer is None:
            return [], None
        name, insee, postcode, code, departement = (column[rank] or "" for column in self._columns.values())
        stated = self._gazetteer.commune_today(insee) if insee else None
        communes = [stated] if stated else list(self._gazetteer.communes_of_postcode(postcode)) if postcode else []
        communes = communes or list(self._gazetteer.communes_named(name, departement_code=code) if name else ())
        points = [(commune.lon, commune.lat) for commune in communes if commune.lon == commune.lon]
        found = self._gazetteer.departement(code) if code else self._gazetteer.departement_named(departement)
        return points, found.bounds if found is not None else None
