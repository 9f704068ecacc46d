"""Where a name is looked for: inside what the row says of the place."""

from collections.abc import Callable

from dashboard.domain.geocoding.ground import Ground
from dashboard.domain.geocoding.index import in_departements, in_postcode
from dashboard.domain.geocoding.parsing import Query
from dashboard.domain.geocoding.places import Place

Scope = Callable[[Query, Ground, list[Place]], list[Place]]


def served(query: Query, ground: Ground, places: list[Place]) -> list[Place]:
    """Inside the postcode."""
    return in_postcode(places, query.postcode) if query.postcode else []


def inside(query: Query, ground: Ground, places: list[Place]) -> list[Place]:
    """Inside the département, when no known postcode says more."""
    if query.departements and query.postcode not in ground.index.by_postcode:
        return in_departements(places, query.departements)
    return []


def of_sorting_office(query: Query, ground: Ground, places: list[Place]) -> list[Place]:
    """Inside the département of a CEDEX: its number is that of a sorting office, and of no commune."""
    return in_departements(places, query.departements) if query.is_cedex and query.departements else []


def anywhere(query: Query, ground: Ground, places: list[Place]) -> list[Place]:
    """In all France, when nothing says where."""
    return [] if query.departements else places
