"""Intercommunalities, départements and régions as rows: their population, a point inside and a frame (EPSG:4326)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import cos, radians
from typing import NamedTuple

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from dashboard.core.geography.records import Departement, Epci, Region
from dashboard.reference.cog import Cog, CommuneRow
from dashboard.reference.points import innermost

_DECIMALS = 5

Contours = Mapping[str, BaseGeometry]
"""The contour of each commune of today, by its INSEE code."""


class Frame(NamedTuple):
    """A point inside the territory and the smallest frame around it, EPSG:4326 degrees, five decimals."""

    lon: float
    lat: float
    west: float
    south: float
    east: float
    north: float


def epci_rows(cog: Cog, communes: Sequence[CommuneRow], contours: Contours) -> list[Epci]:
    """One row per EPCI, in the order of the codes; `contours` are those of the communes of today."""
    members = _grouped(communes, [commune.epci_code for commune in communes])
    rows = []
    for epci in cog.epcis:
        of_epci = members[epci["code"]]
        people: dict[str, int] = {}
        for commune in of_epci:
            people[commune.departement_code] = people.get(commune.departement_code, 0) + commune.population
        departements = tuple(sorted(people, key=lambda code: (-people[code], code)))
        rows.append(Epci(epci["code"], epci["nom"], *_measured(of_epci, contours), epci["type"], departements))
    return rows


def departement_rows(cog: Cog, communes: Sequence[CommuneRow], contours: Contours) -> list[Departement]:
    """The 101 départements, in the order of the codes."""
    members = _grouped(communes, [commune.departement_code for commune in communes])
    return [
        Departement(d["code"], d["nom"], *_measured(members[d["code"]], contours), d["region"])
        for d in cog.departements
    ]


def region_rows(cog: Cog, communes: Sequence[CommuneRow], contours: Contours) -> list[Region]:
    """The 18 régions, in the order of the codes."""
    members = _grouped(communes, [commune.region_code for commune in communes])
    return [Region(r["code"], r["nom"], *_measured(members[r["code"]], contours)) for r in cog.regions]


def _measured(
    members: Collection[CommuneRow], contours: Contours
) -> tuple[int, float, float, float, float, float, float]:
    frame = frame_of([contours[commune.insee_code] for commune in members])
    return sum(commune.population for commune in members), *frame


def _grouped(communes: Iterable[CommuneRow], codes: Iterable[str]) -> dict[str, list[CommuneRow]]:
    groups: dict[str, list[CommuneRow]] = {}
    for commune, code in zip(communes, codes, strict=True):
        if commune.kind == "commune":
            groups.setdefault(code, []).append(commune)
    return groups


def frame_of(contours: Sequence[BaseGeometry]) -> Frame:
    """The frame of these contours, and their centroid; where that falls outside, a point inside the nearest of them."""
    west, south, east, north = shapely.total_bounds(contours).tolist()
    centroids = shapely.centroid(contours)
    areas = [shape.area * cos(radians(centre.y)) for shape, centre in zip(contours, centroids, strict=True)]
    lon = sum(area * centre.x for area, centre in zip(areas, centroids, strict=True)) / sum(areas)
    lat = sum(area * centre.y for area, centre in zip(areas, centroids, strict=True)) / sum(areas)
    centre = Point(lon, lat)
    distances = shapely.distance(contours, centre)
    nearest = int(distances.argmin())
    if distances[nearest] > 0:
        centre = innermost(contours[nearest])
    return Frame(*(round(value, _DECIMALS) for value in (centre.x, centre.y, west, south, east, north)))
