"""Stages of the geocoder that look a name up as it is written: whole, with its article astray, or shortened."""

from dashboard.core.geocoding.keys import key_of
from dashboard.core.geocoding.lookups import BIG_TOWN, Lookups, Scope, Stage, current, of_key
from dashboard.core.geocoding.parsing import Query
from dashboard.core.geocoding.place_index import KNOWN_TOWN, in_departements
from dashboard.core.geocoding.places import CURRENT, FORMER, LOCALITY, USUAL, Place
from dashboard.core.geocoding.to_verdict import Outcome, settled, settled_by_size, word_for_word
from dashboard.core.geocoding.verdict import Status

LONGEST_AREA = 5
"""Words of the longest name of a département or région."""

FAR_BIGGER = 5
"""Times the inhabitants of the commune of today, from which the renamed one is what most people mean."""

FAR_ABROAD = 100
"""Times the inhabitants of a commune, from which the foreign town of that name is what may be meant."""


def whole_name(scope: Scope) -> Stage:
    """« Romans-sur-Isère »: the name of a commune, delegated commune or commune of before, as it is."""

    def stage(query: Query, lookups: Lookups) -> Outcome | None:
        for position, (key, _) in enumerate(query.names):
            places = scope(query, lookups, lookups.index.exact.get(key, []))
            if places and position == 0:
                places = word_for_word(places, query.parts)
            if places:
                return _other_meaning(key, places, scope, query, lookups) or settled(places)
        return None

    return stage


def _other_meaning(key: str, places: list[Place], scope: Scope, query: Query, lookups: Lookups) -> Outcome | None:
    """« Salles (17) », « Roissy », « Évry »: where what a name says today is not what the tables of names say.

    The shortened name of a commune of today goes before a name that only the past knows; without a hint, it is in doubt
    with it, unless it is that of a town far bigger (« Ivry »). A village without a hint is in doubt with a far bigger
    commune that bore its name until it was renamed, or that is called so for short (« Asnières »).
    """
    if places[0].rank >= FORMER and all(place.rank >= FORMER for place in places):
        shortened = current(scope(query, lookups, lookups.index.short.get(key, [])))
        is_usual = any(place.rank > FORMER for place in places)
        if query.departements:
            return None if is_usual else settled_by_size(shortened)
        every = [place for place in (*places, *shortened) if place.rank != LOCALITY]
        if {place.commune_code for place in shortened} - {place.commune_code for place in places}:
            return _far_bigger(every) or Outcome(Status.AMBIGUOUS, (*places, *shortened))
    elif not query.departements:
        today = max((place.population for place in current(places)), default=0)
        renamed = [place for place in places if place.rank == FORMER and place.code == place.commune_code]
        ours = {place.commune_code for place in places}
        towns = [place for place in lookups.index.towns.get(key, ()) if place.commune_code not in ours]
        bigger = (*(renamed if current(places) else ()), *towns)
        if any(place.population >= FAR_BIGGER * max(today, 1) for place in bigger):
            return Outcome(Status.AMBIGUOUS, (*places, *towns))
    return None


def _far_bigger(places: list[Place]) -> Outcome | None:
    """The town that is far bigger than the other communes of that name, when it is big enough to be known by it."""
    first, *others = sorted({p.commune_code: p for p in places}.values(), key=lambda place: -place.population)
    is_known = first.population >= KNOWN_TOWN and first.rank in (CURRENT, USUAL)
    is_alone = not others or first.population >= FAR_BIGGER * max(others[0].population, 1)
    return Outcome(Status.OK, (first,)) if is_known and is_alone else None


def article_astray(scope: Scope) -> Stage:
    """« Rochelle (La) » written « Rochelle », or « Le Bourg-Lastic »: the article is missing, or was added."""

    def stage(query: Query, lookups: Lookups) -> Outcome | None:
        index = lookups.index
        for key, bare in query.names:
            places = scope(query, lookups, [*index.bare.get(key, ()), *of_key(index, bare)])
            if places and query.departements:
                return settled_by_size((*places, *current(scope(query, lookups, index.short.get(key, [])))))
            if places and key not in index.towns:
                found = settled(places)
                return _doubt_abroad(found, key, lookups) if found and not query.departements else found
            if places:
                return None
        return None

    return stage


def _doubt_abroad(found: Outcome, key: str, lookups: Lookups) -> Outcome:
    """« Liège »: the village « Le Liège », in doubt with a big foreign town a hundred times its size."""
    most = max(place.population for place in found.places)
    abroad = lookups.foreign_towns.get(key, 0)
    return Outcome(Status.AMBIGUOUS, found.places) if abroad >= max(BIG_TOWN, FAR_ABROAD * most) else found


def departement_in_words(query: Query, lookups: Lookups) -> Outcome | None:
    """« Saint-Denis La Réunion »: the département follows the name and no sign parts them."""
    if query.departements:
        return None
    for size in range(min(LONGEST_AREA, len(query.parts) - 1), 0, -1):
        codes = lookups.areas.departements_of(query.parts[-size:])
        if found := settled(in_departements(of_key(lookups.index, key_of(query.parts[:-size])), codes)):
            return found
    return None


def short_form(scope: Scope) -> Stage:
    """« Romans » for « Romans-sur-Isère »: the complement is missing."""

    def stage(query: Query, lookups: Lookups) -> Outcome | None:
        index = lookups.index
        for key, bare in query.names:
            for table, wanted in ((index.short, key), (index.bare_short, key), (index.short, bare)):
                places = scope(query, lookups, table.get(wanted, []))
                if places:
                    return settled_by_size(current(places) or places)
        return None

    return stage
