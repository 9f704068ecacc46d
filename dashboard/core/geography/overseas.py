"""Overseas: the five départements, and the collectivities, which the reference geography places at their seats.

It gives them neither point nor contour. Degrees, EPSG:4326, to a tenth or so of a degree: enough to say which pole is
nearest, ten thousand kilometres away or next door.
"""

from typing import NamedTuple

from dashboard.core.geography.records import Bounds


class OverseasDepartement(NamedTuple):
    """A département that is a région by itself; `epsg` is its official projection."""

    name: str
    region_code: str
    epsg: int


OVERSEAS = {
    "971": OverseasDepartement("Guadeloupe", "01", 5490),
    "972": OverseasDepartement("Martinique", "02", 5490),
    "973": OverseasDepartement("Guyane", "03", 2972),
    "974": OverseasDepartement("La Réunion", "04", 2975),
    "976": OverseasDepartement("Mayotte", "06", 4471),
}
"""By their codes."""

OVERSEAS_REGIONS = {departement.region_code: code for code, departement in OVERSEAS.items()}
"""Code of the région → of the département."""


class Collectivity(NamedTuple):
    """Name, and frame of its inhabited islands in EPSG:4326 degrees."""

    name: str
    bounds: Bounds


# Article 72-3 of the Constitution; frames from the extents of their official reference systems (EPSG registry: RGSPM06
# 4463, RGAF09 4558, RGWF96 8900, RGPF 4687, RGNC91-93 4749), drawn in to the land.
COLLECTIVITIES = {
    "975": Collectivity("Saint-Pierre-et-Miquelon", (-56.52, 46.74, -56.10, 47.15)),
    "977": Collectivity("Saint-Barthélemy", (-62.96, 17.86, -62.78, 17.98)),
    "978": Collectivity("Saint-Martin", (-63.16, 18.04, -62.97, 18.13)),
    "986": Collectivity("Wallis-et-Futuna", (-178.20, -14.40, -176.10, -13.15)),
    "987": Collectivity("Polynésie française", (-154.80, -27.70, -134.40, -7.80)),
    "988": Collectivity("Nouvelle-Calédonie", (163.50, -22.90, 168.20, -19.50)),
}
"""Code of the département part of the communes' codes → the collectivity."""


_SEATS = {
    "975": (-56.18, 46.78),  # Saint-Pierre
    "977": (-62.85, 17.90),  # Gustavia
    "978": (-63.08, 18.07),  # Marigot
    "98411": (77.55, -37.83),  # Saint-Paul et Nouvelle-Amsterdam: Martin-de-Viviès
    "98412": (70.22, -49.35),  # Kerguelen: Port-aux-Français
    "98413": (51.85, -46.43),  # Crozet: base Alfred-Faure
    "98414": (140.00, -66.66),  # Terre-Adélie: Dumont-d'Urville
    "98415": (54.52, -15.89),  # îles Éparses: Tromelin
    "986": (-176.18, -13.28),  # Mata-Utu
    "987": (-149.57, -17.54),  # Papeete
    "988": (166.44, -22.27),  # Nouméa
    "989": (-109.22, 10.30),  # La Passion-Clipperton
}


def seat_of(insee_code: str) -> tuple[float, float] | None:
    """Longitude and latitude of the seat of this commune's collectivity; None outside the collectivities."""
    return _SEATS.get(insee_code) or _SEATS.get(insee_code[:3])
