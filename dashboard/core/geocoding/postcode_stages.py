"""Stages of the geocoder where the postcode says what the name does not, or is itself a slip beside a sure name."""

from dashboard.core.geocoding.lookups import Lookups, current, of_key
from dashboard.core.geocoding.parsing import Query
from dashboard.core.geocoding.to_verdict import Outcome, settled
from dashboard.core.geocoding.verdict import Status

KNOWN_TOWN = 5_000
"""Inhabitants from which the town that ends an address is believed to be meant, against the postcode beside it."""


def postcode_alone(query: Query, lookups: Lookups) -> Outcome | None:
    """An empty name beside a postcode: its commune when it serves one, else those that it serves."""
    return None if query.names else commune_of_postcode(query, lookups)


def slip_of_postcode(query: Query, lookups: Lookups) -> Outcome | None:
    """« Vannes » with 65000: the only commune of that name has a postcode at one digit, or at two digits swapped."""
    if not query.postcode or query.is_cedex or not query.names:
        return None
    named = current(lookups.index.exact.get(query.names[0][0], []))
    near = [place for place in named if any(_is_slip(query.postcode, code) for code in place.postcodes)]
    if len(near) != 1 or (len(named) > 1 and near[0].departement_code not in query.departements):
        return None
    return Outcome(Status.OK, (near[0],))


def _is_slip(written: str, meant: str) -> bool:
    return _is_one_slip(written, meant) or _has_lost_a_digit(written, meant)


def _is_one_slip(written: str, meant: str) -> bool:
    differing = [rank for rank, (a, b) in enumerate(zip(written, meant, strict=False)) if a != b]
    if len(written) != len(meant) or not 0 < len(differing) < 3:
        return False
    first, last = differing[0], differing[-1]
    return first == last or (last == first + 1 and written[first] == meant[last] and written[last] == meant[first])


def _has_lost_a_digit(written: str, meant: str) -> bool:
    """« 7620 », of which the cell was read as 07620, for 76200."""
    return written[0] == "0" and any(meant[:rank] + meant[rank + 1 :] == written[1:] for rank in range(len(meant)))


def name_elsewhere(query: Query, lookups: Lookups) -> Outcome | None:
    """« Trédarzec » with 69930: the name of a commune that the postcode or the département excludes.

    An address speaks of its town in its last words, and of many a place that bears the name of a village elsewhere:
    against its postcode only a known town is a contradiction.
    """
    if not query.departements:
        return None
    served = lookups.index.served_by(query.postcode)
    for key, bare in query.names:
        places = [*of_key(lookups.index, key), *of_key(lookups.index, bare)]
        if served and query.is_address:
            places = [place for place in places if place.population >= KNOWN_TOWN]
        if places:
            return Outcome(Status.CONFLICT, (*places, *served))
    return None


def commune_of_postcode(query: Query, lookups: Lookups) -> Outcome | None:
    """« 9 rue du Petit Essai » with 44300, « Sainte Clotilde » with 97490: the name says nothing, the postcode does."""
    served = lookups.index.served_by(query.postcode)
    numbered = [place for place in served if place.is_arrondissement]
    return Outcome(Status.OK, (numbered[0],)) if len(numbered) == 1 else settled(served)
