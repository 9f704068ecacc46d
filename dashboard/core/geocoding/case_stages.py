"""Stages of the geocoder for what is no plain name: arrondissements, post towns, areas, places abroad, no place."""

from dashboard.core.geocoding.arrondissements import CITIES, code_of
from dashboard.core.geocoding.lookups import BIG_TOWN, Lookups, inside, served
from dashboard.core.geocoding.parsing import Query
from dashboard.core.geocoding.places import CURRENT
from dashboard.core.geocoding.to_verdict import Outcome
from dashboard.core.geocoding.verdict import Status


def foreign_country(query: Query, lookups: Lookups) -> Outcome | None:
    """« Valence (Espagne) », and not « Robert-Espagne »."""
    is_name = query.names and query.names[0][0] in lookups.index.exact
    return Outcome(Status.NONE) if query.is_foreign and not is_name else None


def arrondissement(query: Query, lookups: Lookups) -> Outcome | None:
    """« Lyon 3e », « 75739 Paris CEDEX 15 », « 13014 Marseille »."""
    index = lookups.index
    if query.arrondissement is None:
        if query.postcode and query.names and query.names[0][0] in CITIES:
            found = [place for place in index.served_by(query.postcode) if place.is_arrondissement]
            return Outcome(Status.OK, (found[0],)) if len(found) == 1 else None
        return None
    city, number = query.arrondissement
    commune = (index.by_code[CITIES[city][0]],)
    place = index.by_code.get(code_of(city, number))
    if place is None:  # « Marseille CEDEX 20 » is a sorting office, « Lyon 12e » a mistake
        return Outcome(Status.OK if query.is_cedex else Status.CONFLICT, commune)
    if not query.is_cedex and query.postcode in index.by_postcode and query.postcode not in place.postcodes:
        return Outcome(Status.CONFLICT, (place, *index.served_by(query.postcode)))
    if query.departements and place.departement_code not in query.departements:
        return Outcome(Status.CONFLICT, (place,))
    return Outcome(Status.OK, (place,))


def name_of_an_area(query: Query, lookups: Lookups) -> Outcome | None:
    """« Gironde », « Creuse », « Drôme (26) »: a département or région, in doubt when a commune bears its name."""
    key = query.names[0][0] if query.names else ""
    codes = lookups.areas.departements.get(key)
    if not codes or (query.departements and not set(query.departements) <= set(codes)):
        return None
    namesakes = [place for place in lookups.index.exact.get(key, ()) if place.rank == CURRENT]
    if query.departements and (served(query, lookups, namesakes) or inside(query, lookups, namesakes)):
        return None
    if key in CITIES and not query.departements:
        return None  # Paris is both, and the same ground
    return Outcome(Status.AMBIGUOUS if namesakes and not query.departements else Status.NONE, tuple(namesakes))


def intercommunal(query: Query, lookups: Lookups) -> Outcome | None:
    """« CC du Val de Cher », « Dijon Métropole »: a group of communes."""
    key = query.names[0][0] if query.names else ""
    return Outcome(Status.NONE) if query.is_area or key in lookups.areas.epcis else None


def foreign_town(query: Query, lookups: Lookups) -> Outcome | None:
    """« Neuchâtel »: a name that only a commune of the past bore, and that a foreign town bears today."""
    if query.departements or not query.names:
        return None
    key = query.names[0][0]
    places = lookups.index.exact.get(key, ())
    if not places or any(place.rank == CURRENT for place in places):
        return None
    return Outcome(Status.AMBIGUOUS, tuple(places)) if lookups.foreign_towns.get(key, 0) >= BIG_TOWN else None


def word_or_name(query: Query, lookups: Lookups) -> Outcome | None:
    """« Aucun » alone: an answer, or the commune of that name."""
    places = lookups.index.exact.get(query.names[0][0]) if query.is_no_place and not query.departements else None
    return Outcome(Status.AMBIGUOUS, tuple(places)) if places else None


def no_place(query: Query, lookups: Lookups) -> Outcome | None:
    """« Siège social », « en ligne »: words that are no name, so that no slip is looked for."""
    return Outcome(Status.NONE) if query.is_no_place else None
