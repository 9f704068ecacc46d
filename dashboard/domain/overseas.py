"""Overseas: the five départements, and the collectivities, of which the reference geography has the names alone."""

from typing import NamedTuple

from dashboard.domain.territory_records import Bounds

OVERSEAS = ("971", "972", "973", "974", "976")
"""Codes of the five overseas départements, each a région by itself."""


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
