"""A place that « Aller à… » leads to, made from what the reference geography says of it."""

from enum import StrEnum
from typing import NamedTuple

from dashboard.core.fields.regions import FORMER_REGIONS
from dashboard.core.geocoding import Candidate, Precision
from dashboard.core.geocoding.places import Place
from dashboard.core.geography.gazetteer import Commune, Gazetteer
from dashboard.core.geography.overseas import COLLECTIVITIES
from dashboard.core.geography.records import Bounds

NAMED_TOWNS = 3
"""Communes that are named beside a postcode which serves more."""


Point = tuple[float, float]
"""Longitude, latitude in EPSG:4326 degrees."""


class Kind(StrEnum):
    """What a destination is."""

    COMMUNE = "commune"
    ARRONDISSEMENT = "arrondissement"
    FORMER_COMMUNE = "ancienne-commune"
    POSTCODE = "code-postal"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"
    FORMER_REGION = "ancienne-region"
    POLE = "pole"


class Destination(NamedTuple):
    """A place to go to.

    `around` tells homonyms apart: the département with its code, the région of a département, the place of a pole.
    `today`: the commune or région of today of one of the past, the communes that a postcode serves, else "".
    `population` is 0 where there is none to tell. `bounds`: EPSG:4326 degrees, a single point for a pole whose commune
    is known; `point` is where its name is written. `is_widened`: the frame is that of the whole overseas collectivity,
    the place's own being unknown.
    """

    kind: Kind
    code: str
    name: str
    around: str
    today: str
    population: int
    point: Point
    bounds: Bounds
    is_widened: bool = False


class PolePlace(NamedTuple):
    """A pole that is on the map: id, name, its place in words, its point, the frame of what is known of its place."""

    pole_id: str
    name: str
    place: str
    point: Point
    bounds: Bounds

    def destination(self) -> Destination:
        """The pole as a destination."""
        return Destination(Kind.POLE, self.pole_id, self.name, self.place, "", 0, self.point, self.bounds)


def to_area(kind: Kind, code: str, gazetteer: Gazetteer) -> Destination:
    """An EPCI, a département or a région by its code, a région of before 2016 by its name; KeyError if unknown."""
    region = gazetteer.region(FORMER_REGIONS.get(code, code))
    if kind is Kind.EPCI and (epci := gazetteer.epci(code)):
        around = around_of(epci.departement_codes[0], gazetteer)
        return Destination(kind, code, epci.name, around, "", epci.population, (epci.lon, epci.lat), epci.bounds)
    if kind is Kind.DEPARTEMENT and (departement := gazetteer.departement(code)):
        whole = gazetteer.region(departement.region_code)
        around = whole.name if whole and whole.name != departement.name else ""
        name = f"{departement.name} ({code})"
        point = (departement.lon, departement.lat)
        return Destination(kind, code, name, around, "", departement.population, point, departement.bounds)
    if region is None:
        raise KeyError(code)
    point = (region.lon, region.lat)
    if kind is Kind.FORMER_REGION:
        return Destination(kind, region.code, code, "", region.name, 0, point, region.bounds)
    return Destination(kind, code, region.name, "", "", region.population, point, region.bounds)


def to_commune(place: Candidate, gazetteer: Gazetteer) -> Destination | None:
    """A commune, an arrondissement or a commune of the past; None where nothing says where it is."""
    today = gazetteer.commune(place.commune_code)
    is_arrondissement = place.precision is Precision.ARRONDISSEMENT
    own = gazetteer.commune(place.code) if is_arrondissement else today
    bounds, is_widened = frame_of(own) or frame_of(today), False
    if bounds is None and place.departement_code in COLLECTIVITIES:
        bounds, is_widened = COLLECTIVITIES[place.departement_code].bounds, True
    if today is None or bounds is None:
        return None
    kind, said_today, population = Kind.COMMUNE, "", place.population
    if is_arrondissement:
        kind = Kind.ARRONDISSEMENT
    elif place.name != today.name:
        kind, said_today, population = Kind.FORMER_COMMUNE, today.name, 0
    around = around_of(place.departement_code, gazetteer)
    code = place.code if is_arrondissement else today.insee_code
    point = (place.lon, place.lat) if place.lon is not None and place.lat is not None else centre_of(bounds)
    return Destination(kind, code, place.name, around, said_today, population, point, bounds, is_widened)


def to_postcode(postcode: str, towns: list[Place], gazetteer: Gazetteer) -> Destination | None:
    """A postcode with what it serves, the most populous first; None where nothing says where that is.

    Paris, Lyon and Marseille are left out of those of their arrondissements.
    """
    split = {place.commune_code for place in towns if place.is_arrondissement}
    parts = [place for place in towns if place.is_arrondissement or place.code not in split]
    found = [one for place in parts if (one := to_commune(place.candidate(), gazetteer))]
    if not found:
        return None
    wests, souths, easts, norths = zip(*(one.bounds for one in found), strict=True)
    names = [one.name for one in found[:NAMED_TOWNS]] + ["…"] * (len(found) > NAMED_TOWNS)
    return Destination(
        Kind.POSTCODE,
        postcode,
        postcode,
        found[0].around,
        ", ".join(names),
        sum(one.population for one in found),
        found[0].point,
        (min(wests), min(souths), max(easts), max(norths)),
        any(one.is_widened for one in found),
    )


def centre_of(bounds: Bounds) -> Point:
    """The middle of a frame."""
    west, south, east, north = bounds
    return (west + east) / 2, (south + north) / 2


def frame_of(commune: Commune | None) -> Bounds | None:
    """The frame of a commune, None when it is unknown."""
    return commune.bounds if commune is not None and commune.west == commune.west else None


def around_of(departement_code: str, gazetteer: Gazetteer) -> str:
    """« Drôme (26) », the name of an overseas collectivity, else the code alone."""
    departement = gazetteer.departement(departement_code)
    if departement is not None:
        return f"{departement.name} ({departement_code})"
    collectivity = COLLECTIVITIES.get(departement_code)
    return collectivity.name if collectivity else departement_code
