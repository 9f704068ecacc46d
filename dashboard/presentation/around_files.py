"""The files of « Autour de moi »: its sentences, and the communes that one may start from, fetched when one types."""

from dashboard.domain.territory import Gazetteer
from dashboard.presentation.around_strings import AROUND
from dashboard.presentation.browser_files import to_json


def around_files(gazetteer: Gazetteer) -> dict[str, bytes]:
    """Name → bytes of both files."""
    return {"phrases-autour.json": to_json(AROUND), "lieux.json": places_file(gazetteer)}


def places_file(gazetteer: Gazetteer) -> bytes:
    """Columns by commune that has a point, the most populous first; `lon`, `lat` in 1e-4 degree (EPSG:4326)."""
    communes = [place for place in gazetteer.communes() if place.kind == "commune" and place.lon == place.lon]
    communes.sort(key=lambda place: (-place.population, place.insee_code))
    departements = {found.code: rank for rank, found in enumerate(gazetteer.departements())}
    communes = [place for place in communes if place.departement_code in departements]
    return to_json(
        {
            "departements": [found.name for found in gazetteer.departements()],
            "noms": [place.name for place in communes],
            "departement": [departements[place.departement_code] for place in communes],
            "codes": [" ".join(place.postcodes) for place in communes],
            "lon": [round(place.lon * 1e4) for place in communes],
            "lat": [round(place.lat * 1e4) for place in communes],
        }
    )
