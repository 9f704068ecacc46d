"""What the stages look into, and the look-ups that several of them share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.domain.geocoding.hints import Areas
from dashboard.domain.geocoding.index import NameIndex
from dashboard.domain.geocoding.parsing import Query
from dashboard.domain.geocoding.places import CURRENT, Place
from dashboard.domain.geocoding.settling import Outcome


@dataclass(frozen=True, slots=True)
class Ground:
    """What the stages look into."""

    index: NameIndex
    areas: Areas
    foreign_towns: Mapping[str, int]
    """Key of the name of a foreign town → its population."""
    neighbours: Mapping[str, tuple[tuple[str, int], ...]]
    """Key of a text → (key of a name, slips), nearest first; empty until the last stages."""


Stage = Callable[[Query, Ground], Outcome | None]


def current(places: list[Place]) -> list[Place]:
    """Those that are communes of today or arrondissements."""
    return [place for place in places if place.rank == CURRENT]


def of_key(index: NameIndex, key: str) -> list[Place]:
    """Places whose name has this key, with its article or without; none for ""."""
    return [*index.exact.get(key, ()), *index.bare.get(key, ())] if key else []
