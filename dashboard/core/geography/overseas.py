"""Overseas: the five départements, and the collectivities, of which the reference geography has no contours."""

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
    """Name, frame of its inhabited islands in EPSG:4326 degrees, INSEE code of the commune of its seat."""

    name: str
    bounds: Bounds
    seat: str


# Article 72-3 of the Constitution; frames from the extents of their official reference systems (EPSG registry: RGSPM06
# 4463, RGAF09 4558, RGWF96 8900, RGPF 4687, RGNC91-93 4749), drawn in to the land.
COLLECTIVITIES = {
    "975": Collectivity("Saint-Pierre-et-Miquelon", (-56.52, 46.74, -56.10, 47.15), "97502"),
    "977": Collectivity("Saint-Barthélemy", (-62.96, 17.86, -62.78, 17.98), "97701"),
    "978": Collectivity("Saint-Martin", (-63.16, 18.04, -62.97, 18.13), "97801"),
    "986": Collectivity("Wallis-et-Futuna", (-178.20, -14.40, -176.10, -13.15), "98613"),
    "987": Collectivity("Polynésie française", (-154.80, -27.70, -134.40, -7.80), "98735"),
    "988": Collectivity("Nouvelle-Calédonie", (163.50, -22.90, 168.20, -19.50), "98818"),
}
"""Code of the département part of the communes' codes → the collectivity."""

_OFF_SHORE_DEGREES = 0.04
_OF_ONE_COMMUNE = frozenset({"977", "978"})


def collectivity_at(*, lon: float, lat: float) -> str:
    """The code of the collectivity of which the frame holds the point, or of its commune if it has but one; "" if none.

    Their communes have no limits here: which one holds a point is not known.
    """
    off = _OFF_SHORE_DEGREES
    for code, (_, (west, south, east, north), seat) in COLLECTIVITIES.items():
        if west - off <= lon <= east + off and south - off <= lat <= north + off:
            return seat if code in _OF_ONE_COMMUNE else code
    return ""
