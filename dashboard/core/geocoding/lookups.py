"""What the stages of the geocoder look into, and where a name is looked for: its postcode, its département, France."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.core.geocoding.hints import Areas
from dashboard.core.geocoding.parsing import Query
from dashboard.core.geocoding.place_index import NameIndex, in_departements, in_postcode
from dashboard.core.geocoding.places import CURRENT, Place
from dashboard.core.geocoding.to_verdict import Outcome

BIG_TOWN = 30_000
"""Inhabitants from which a foreign town is known by its name alone."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """What the stages look into."""

    index: NameIndex
    areas: Areas
    foreign_towns: Mapping[str, int]
    """Key of the name of a foreign town → its population."""
    neighbours: Mapping[str, tuple[tuple[str, int], ...]]
    """Key of a text → (key of a name, slips), nearest first; empty until the last stages."""


Stage = Callable[[Query, Lookups], Outcome | None]


def current(places: list[Place]) -> list[Place]:
    """Those that are communes of today or arrondissements."""
    return [place for place in places if place.rank == CURRENT]


def of_key(index: NameIndex, key: str) -> list[Place]:
    """Places whose name has this key, with its article or without; none for ""."""
    return [*index.exact.get(key, ()), *index.bare.get(key, ())] if key else []


Scope = Callable[[Query, Lookups, list[Place]], list[Place]]


def served(query: Query, lookups: Lookups, places: list[Place]) -> list[Place]:
    """Inside the postcode."""
    return in_postcode(places, query.postcode) if query.postcode else []


def inside(query: Query, lookups: Lookups, places: list[Place]) -> list[Place]:
    """Inside the département, when no known postcode says more."""
    if query.departements and query.postcode not in lookups.index.by_postcode:
        return in_departements(places, query.departements)
    return []


def of_sorting_office(query: Query, lookups: Lookups, places: list[Place]) -> list[Place]:
    """Inside the département of a CEDEX: its number is that of a sorting office, and of no commune."""
    return in_departements(places, query.departements) if query.is_cedex and query.departements else []


def anywhere(query: Query, lookups: Lookups, places: list[Place]) -> list[Place]:
    """In all France, when nothing says where."""
    return [] if query.departements else places
