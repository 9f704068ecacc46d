"""Whether the point of a file is where its row says: in or near the stated commune, inside the stated territory."""

from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray

from dashboard.core.fields.findings import Severity
from dashboard.core.fields.precision import ROUGH
from dashboard.core.geography.distance import great_circle_km, reach_km
from dashboard.core.geography.gazetteer import Commune, Gazetteer
from dashboard.core.geography.overseas import COLLECTIVITIES, collectivity_at
from dashboard.core.geography.records import Bounds
from dashboard.core.intake.position import Note, Position, with_candidates

NEXT_DOOR_KM = 1.0
"""So far outside a commune, a point is still taken for it: the point of a street, of a building across the limit."""

OF_ITS_TOWN_KM = 5.0
"""And so near its town hall, too: the commune may be small, the town is not."""

STILL_BELIEVED_KM = 10.0
"""Farther outside the commune, the point is not of this place: it is ignored."""

_MARGIN_DEGREES = 0.1


class PointCheck:
    """What the gazetteer says of the points of a file (EPSG:4326 degrees)."""

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

    def doubt(
        self, position: Position, *, lon: float, lat: float, holder: Commune | None, nearest: Commune, away_km: float
    ) -> Note | None:
        """What is in doubt of a point, None if it may be where its row says; `holder` is the commune that holds it."""
        said = f"{lat:.5f} ; {lon:.5f}"
        if holder is None and not collectivity_at(lon=lon, lat=lat) and away_km > reach_km(nearest.departement_code):
            return Note("latitude", "point_far_from_france", Severity.WARNING, said)
        if position.precision == "commune" and (holder is None or holder.insee_code != position.insee_code):
            km, to_town = self._km_from(position, lon, lat)
            if km <= NEXT_DOOR_KM or to_town <= OF_ITS_TOWN_KM:
                return None
            code = "point_in_another_commune" if km <= STILL_BELIEVED_KM else "point_far_from_commune"
            where = [f"{holder.name} ({holder.departement_code})"] if holder else []
            value = with_candidates(f"{said} (à {km:.0f}\u202fkm)", where)
            return Note("latitude", code, Severity.WARNING, value)
        if position.precision in ROUGH and not self._is_inside(position, lon, lat):
            return Note("latitude", "point_outside_territory", Severity.WARNING, said)
        return None

    def around(self, position: Position, holder: Commune | None, nearest: Commune, *, is_fine: bool) -> Position:
        """The position in the commune that holds the point, or the territories of the nearest, where the row has none.

        `is_fine`: the point is that of an address or a commune, and not the middle of something wider.
        """
        notes = [note for note in position.notes if note.code != "no_place"]
        if not position.departement_code:
            told = holder.name if holder else self._name_of(nearest.departement_code)
            notes.append(Note("latitude", "territory_from_point", Severity.INFO, told))
        position = replace(position, notes=tuple(notes))
        within = holder or nearest
        if position.departement_code not in ("", within.departement_code):
            return position
        region = within.region_code if self._gazetteer.region(within.region_code) else ""
        position = replace(
            position,
            departement_code=within.departement_code,
            region_code=position.region_code or region,
        )
        if holder is None or not is_fine:
            return position
        return replace(
            position,
            insee_code=holder.insee_code,
            commune=holder.name,
            epci_code=position.epci_code or holder.epci_code,
        )

    def _name_of(self, departement_code: str) -> str:
        found = self._gazetteer.departement(departement_code) or COLLECTIVITIES.get(departement_code)
        return found.name if found else departement_code

    def _km_from(self, position: Position, lon: float, lat: float) -> tuple[float, float]:
        """Kilometres from a point to the stated commune and to its reference point.

        Of a commune without known limits, the whole collectivity is the ground.
        """
        to_town = float(great_circle_km(lon=lon, lat=lat, lons=position.lon, lats=position.lat))
        today = self._gazetteer.commune_today(position.insee_code)
        km = self._gazetteer.limits.km_from(today.insee_code, lon=lon, lat=lat) if today else None
        if km is None and (collectivity := COLLECTIVITIES.get(position.departement_code)):
            km = 0.0 if _is_in(collectivity.bounds, lon, lat) else None
        return (to_town if km is None else km), to_town

    def _is_inside(self, position: Position, lon: float, lat: float) -> bool:
        """Whether the point is in the frame of the stated territory, a little enlarged."""
        territory = (
            (self._gazetteer.epci(position.epci_code) if position.epci_code else None)
            or (self._gazetteer.departement(position.departement_code) if position.departement_code else None)
            or COLLECTIVITIES.get(position.departement_code)
            or (self._gazetteer.region(position.region_code) if position.region_code else None)
        )
        return territory is None or _is_in(territory.bounds, lon, lat)


def _is_in(bounds: Bounds, lon: float, lat: float) -> bool:
    west, south, east, north = bounds
    return (
        west - _MARGIN_DEGREES <= lon <= east + _MARGIN_DEGREES
        and south - _MARGIN_DEGREES <= lat <= north + _MARGIN_DEGREES
    )


def _stretched(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Longitudes shortened as degrees of longitude are at this latitude, so that a plane finds the nearest point."""
    shortened: NDArray[np.float64] = lon * np.cos(np.radians(lat))
    return shortened
