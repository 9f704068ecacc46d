"""Whether the point of a file is where its row says: near the stated commune, inside the stated territory."""

from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray

from dashboard.core.fields.findings import Severity
from dashboard.core.fields.precision import ROUGH
from dashboard.core.geography.distance import great_circle_km, reach_km
from dashboard.core.geography.gazetteer import Commune, Gazetteer
from dashboard.core.intake.position import Note, Position

ALWAYS_NEAR_KM = 10.0
"""A point so close to a commune's reference point is taken for it: that is the reach of an ordinary commune."""

SPACING_FACTOR = 2.5
"""Where communes are wide (Arles, Guyane), a point is near within so many times the distance to the sixth neighbour."""

NEIGHBOURS = 6
_MARGIN_DEGREES = 0.1


class CommunePoints:
    """The reference points of the communes of today, as arrays (EPSG:4326 degrees)."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._communes = [c for c in gazetteer.communes() if c.kind == "commune" and c.lon == c.lon]
        self._lon = np.array([commune.lon for commune in self._communes], dtype=float)
        self._lat = np.array([commune.lat for commune in self._communes], dtype=float)
        self._tree = shapely.STRtree(shapely.points(_stretched(self._lon, self._lat), self._lat))

    def nearest(
        self, *, lon: NDArray[np.float64], lat: NDArray[np.float64]
    ) -> tuple[list[Commune], NDArray[np.float64]]:
        """For each point, the commune whose reference point is nearest, and its distance in kilometres."""
        ranks = self._tree.nearest(shapely.points(_stretched(lon, lat), lat))
        distances = great_circle_km(lon=lon, lat=lat, lons=self._lon[ranks], lats=self._lat[ranks])
        return [self._communes[rank] for rank in ranks.tolist()], distances

    def disagreement(
        self, position: Position, *, lon: float, lat: float, nearest: Commune, away_km: float
    ) -> str | None:
        """The finding code of a point that is not where its row says, None if it may be there."""
        if away_km > reach_km(nearest.departement_code):
            return "point_far_from_france"
        if position.precision == "commune":
            km = float(great_circle_km(lon=lon, lat=lat, lons=position.lon, lats=position.lat))
            today = self._gazetteer.commune(position.insee_code)
            is_there = today is not None and nearest.insee_code in (today.insee_code, today.parent_code)
            if km <= ALWAYS_NEAR_KM or is_there or km <= SPACING_FACTOR * self._spacing_km(position):
                return None
            return "point_far_from_commune"
        if position.precision in ROUGH and not self._is_inside(position, lon, lat):
            return "point_outside_territory"
        return None

    def around(self, commune: Commune, position: Position) -> Position:
        """The position with the territories of the nearest commune, where the row did not say them."""
        notes = [note for note in position.notes if note.code != "no_place"]
        if not position.departement_code:
            notes.append(Note("latitude", "territory_from_point", Severity.INFO, commune.name))
        return replace(
            position,
            departement_code=position.departement_code or commune.departement_code,
            region_code=position.region_code or commune.region_code,
            notes=tuple(notes),
        )

    def _spacing_km(self, position: Position) -> float:
        distances = great_circle_km(lon=position.lon, lat=position.lat, lons=self._lon, lats=self._lat)
        return float(np.partition(distances, NEIGHBOURS)[NEIGHBOURS]) if distances.size > NEIGHBOURS else 0.0

    def _is_inside(self, position: Position, lon: float, lat: float) -> bool:
        """Whether the point is in the frame of the stated territory, a little enlarged."""
        territory = (
            (self._gazetteer.epci(position.epci_code) if position.epci_code else None)
            or (self._gazetteer.departement(position.departement_code) if position.departement_code else None)
            or (self._gazetteer.region(position.region_code) if position.region_code else None)
        )
        if territory is None:
            return True
        west, south, east, north = territory.bounds
        return (
            west - _MARGIN_DEGREES <= lon <= east + _MARGIN_DEGREES
            and south - _MARGIN_DEGREES <= lat <= north + _MARGIN_DEGREES
        )


def _stretched(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Longitudes shortened as degrees of longitude are at this latitude, so that a plane finds the nearest point."""
    shortened: NDArray[np.float64] = lon * np.cos(np.radians(lat))
    return shortened
