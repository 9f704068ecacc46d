"""Stages of the geocoder that look for the commune that was meant by a name with a few slips."""

from dashboard.core.geocoding.lookups import BIG_TOWN, Lookups, current
from dashboard.core.geocoding.parsing import Query
from dashboard.core.geocoding.slips import (
    allowed_anywhere,
    allowed_in_departement,
    near_in_postcode,
    near_keys,
    nearest,
)
from dashboard.core.geocoding.to_verdict import Outcome
from dashboard.core.geocoding.verdict import Status


def _is_a_name(query: Query, lookups: Lookups) -> bool:
    """Whether the text is the name of a commune of today, letter for letter: then it is no slip of another one."""
    return any(current(lookups.index.exact.get(key, [])) for key, _ in query.names[:1])


def _has_number(query: Query) -> bool:
    return any(letter.isdigit() for key, _ in query.names[:1] for letter in key)


def slip_in_postcode(query: Query, lookups: Lookups) -> Outcome | None:
    """« Lqasse » with 64220: the nearest name of the postcode, when it is near and the next is farther."""
    if _is_a_name(query, lookups):
        return None
    return nearest(near_in_postcode(query.names, lookups.index.by_postcode.get(query.postcode, ())))


def slip_in_departement(query: Query, lookups: Lookups) -> Outcome | None:
    """« Clermnt » with (63): the nearest name of the département."""
    if not query.departements or query.postcode in lookups.index.by_postcode or _is_a_name(query, lookups):
        return None
    found = near_keys(query.names, lookups.neighbours, lookups.index, allowed_in_departement)
    return nearest((slips, place) for slips, place in found if place.departement_code in query.departements)


def slip_anywhere(query: Query, lookups: Lookups) -> Outcome | None:
    """« Rivesalttes » without any hint: the nearest name of France, in doubt with a foreign town of that name.

    A text with a number is an address or a code, and no name of a commune has any: no slip is looked for in it.
    """
    if query.departements or query.is_street or _has_number(query):
        return None
    found = nearest(near_keys(query.names, lookups.neighbours, lookups.index, allowed_anywhere))
    abroad = [lookups.foreign_towns[key] for key, _ in query.names if key in lookups.foreign_towns]
    if not abroad or found is None:
        return found
    return Outcome(Status.AMBIGUOUS, found.places) if 0 < max(abroad) < BIG_TOWN else None
