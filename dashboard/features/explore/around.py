"""« Autour de moi »: its sentences, and the communes that one may start from, fetched when one types."""

from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.frontend.browser import to_json
from dashboard.wording.numbers import UNDER_1_KM
from dashboard.wording.words import NBSP, NNBSP


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


AROUND = {
    "titre": "Autour de moi",
    "position": "Utiliser ma position",
    "lieu": "ou partir d’un lieu",
    "exemple": "Commune ou code postal",
    "discretion": (
        f"Votre position et le lieu saisi restent dans ce navigateur{NNBSP}: les distances y sont calculées, rien "
        "n’est envoyé ni conservé."
    ),
    "attente": "Recherche de votre position…",
    "refus": (
        "Le navigateur refuse de donner la position. Vous pouvez l’autoriser dans ses réglages, ou partir d’un lieu."
    ),
    "indisponible": "La position n’est pas disponible sur cet appareil. Vous pouvez partir d’un lieu.",
    "inconnu": "Aucune commune ne s’appelle ainsi. Essayez son code postal.",
    "vous": "votre position",
    "resultat": f"Du plus proche au plus lointain, à vol d’oiseau depuis {{lieu}}{NNBSP}: le premier est à {{km}}.",
    "loin": (
        f"Aucun pôle ni projet à moins de 100{NBSP}km à vol d’oiseau de {{lieu}}{NNBSP}: le plus proche est à {{km}}."
    ),
    "rien": "Aucun des pôles et projets affichés n’a de lieu connu.",
    "moins": UNDER_1_KM,
    "environ": "environ {km}",
    "arreter": "Revenir à l’ordre alphabétique",
}
