"""The stages that a row goes through, in order: the first that has something to say settles the row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import inf

from rapidfuzz.distance import OSA

from dashboard.domain.geocoding.arrondissements import CITIES, code_of
from dashboard.domain.geocoding.hints import Areas
from dashboard.domain.geocoding.index import CURRENT, NameIndex, Place, in_departements, in_postcode
from dashboard.domain.geocoding.parsing import Query
from dashboard.domain.geocoding.post_towns import POST_TOWNS
from dashboard.domain.geocoding.verdict import Status

Neighbours = Mapping[str, tuple[tuple[str, int], ...]]
"""Key of a text → (key of a name, slips), nearest first."""

CLEAR_LEAD = 10.0
"""« Castelnau (34) »: a short form means the commune that has ten times the inhabitants of the next, else it is in doubt."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a stage found, before it is dressed as a verdict."""

    status: Status
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What stages look into."""

    index: NameIndex
    areas: Areas
    neighbours: Neighbours
    foreign_names: frozenset[str]


Stage = Callable[[Query, Ground], Outcome | None]
Finder = Callable[[NameIndex, tuple[str, str]], list[Place]]


# Settling --------------------------------------------------------------------


def settled(places: Iterable[Place]) -> Outcome | None:
    """Accepted when the places of the best rank are one commune, ambiguous when they are several, None without any."""
    every = list(places)
    if not every:
        return None
    best = min(place.rank for place in every)
    leading = {place.commune_code: place for place in reversed(every) if place.rank == best}
    if len(leading) == 1:
        return Outcome(Status.OK, tuple(leading.values()))
    return Outcome(Status.AMBIGUOUS, tuple({place.commune_code: place for place in every}.values()))


def settled_by_size(places: Iterable[Place]) -> Outcome | None:
    """The same for short forms, where a commune that is far more populous than the others is the one that is meant."""
    every = list(places)
    if not every:
        return None
    best = min(place.rank for place in every)
    leading = sorted(
        {place.commune_code: place for place in every if place.rank == best}.values(), key=lambda p: -p.population
    )
    if len(leading) == 1 or leading[0].population >= CLEAR_LEAD * max(leading[1].population, 1):
        return Outcome(Status.OK, (leading[0],))
    return Outcome(Status.AMBIGUOUS, tuple(leading))


# Finders: from a name to places ------------------------------------------------


def whole_name(index: NameIndex, name: tuple[str, str]) -> list[Place]:
    """« Romans-sur-Isère »: the name as it is."""
    return index.exact.get(name[0], [])


def article_astray(index: NameIndex, name: tuple[str, str]) -> list[Place]:
    """« Rochelle », « La Bourg-Lastic »: the article is missing, or was added."""
    return [*index.bare.get(name[0], ()), *(index.of_key(name[1]) if name[1] else ())]


def short_form(index: NameIndex, name: tuple[str, str]) -> list[Place]:
    """« Romans » for « Romans-sur-Isère »: the complement is missing."""
    return [*index.short.get(name[0], ()), *(index.short.get(name[1], ()) if name[1] else ())]


# Stages --------------------------------------------------------------------------


def foreign_country(query: Query, ground: Ground) -> Outcome | None:
    """« Valence (Espagne) »."""
    return Outcome(Status.NONE) if query.is_foreign else None


def arrondissement(query: Query, ground: Ground) -> Outcome | None:
    """« Lyon 3e », « 75739 Paris CEDEX 15 », « 13014 Marseille »."""
    index = ground.index
    if query.arrondissement:
        city, number = query.arrondissement
        place = index.by_code.get(code_of(city, number))
        commune = index.by_code.get(CITIES[city][0])
        if place is None and query.is_cedex and commune is not None:
            return Outcome(Status.OK, (commune,))  # Marseille CEDEX 20: a sorting office, not an arrondissement
        if place is None:
            return Outcome(Status.CONFLICT, (commune,) if commune else ())
        if query.postcode in index.by_postcode and query.postcode not in place.postcodes and not query.is_cedex:
            return Outcome(Status.CONFLICT, (place, *index.by_postcode[query.postcode]))
        return Outcome(Status.OK, (place,))
    if query.postcode and query.names and query.names[0][0] in CITIES:
        inside = [p for p in index.by_postcode.get(query.postcode, ()) if p.is_arrondissement]
        return Outcome(Status.OK, (inside[0],)) if len(inside) == 1 else None
    return None


def post_town(query: Query, ground: Ground) -> Outcome | None:
    """« La Défense CEDEX », « Roissy CDG »: no commune of that name, those that it covers are known."""
    codes = POST_TOWNS.get(query.names[0][0]) if query.names else None
    if codes is None:
        return None
    places = [ground.index.by_code[code] for code in codes if code in ground.index.by_code]
    return settled(in_departements(places, query.departements) if query.departements else places)


def _within_postcode(find: Finder, settle: Callable[[Iterable[Place]], Outcome | None] = settled) -> Stage:
    def stage(query: Query, ground: Ground) -> Outcome | None:
        if query.postcode not in ground.index.by_postcode:
            return None
        for name in query.names:
            if found := settle(in_postcode(find(ground.index, name), query.postcode)):
                return found
        return None

    return stage


def _within_departement(find: Finder, settle: Callable[[Iterable[Place]], Outcome | None] = settled) -> Stage:
    def stage(query: Query, ground: Ground) -> Outcome | None:
        if not query.departements or query.postcode in ground.index.by_postcode:
            return None
        for name in query.names:
            if found := settle(in_departements(find(ground.index, name), query.departements)):
                return found
        return None

    return stage


def _anywhere(find: Finder) -> Stage:
    def stage(query: Query, ground: Ground) -> Outcome | None:
        if query.departements:
            return None
        for name in query.names:
            if found := settled(find(ground.index, name)):
                return found
        return None

    return stage


def area(query: Query, ground: Ground) -> Outcome | None:
    """« Drôme (26) », « Grand Est », « CC du Val de Cher »: an area that is no commune."""
    if query.is_area:
        return Outcome(Status.NONE)
    for key, _ in query.names[:1]:
        if key in ground.areas.epcis:
            return Outcome(Status.NONE)
        codes = ground.areas.departements.get(key)
        if codes and (not query.departements or set(query.departements) <= set(codes)):
            return Outcome(Status.NONE)
    return None


def slip_in_postcode(query: Query, ground: Ground) -> Outcome | None:
    """« Lqasse » with 64220: the nearest name of the postcode, when it is near and the next is farther."""
    index = ground.index
    if query.postcode not in index.by_postcode:
        return None
    best: dict[str, tuple[float, Place]] = {}
    for key, bare in query.names:
        for place in index.by_postcode[query.postcode]:
            slips = _slips((key, bare), place, index)
            if slips <= allowed_in_postcode(key) and slips < best.get(place.commune_code, (inf,))[0]:
                best[place.commune_code] = (slips, place)
    return _nearest(best.values())


def slip_in_departement(query: Query, ground: Ground) -> Outcome | None:
    """« Clermnt » with (63): the nearest name of the département."""
    if not query.departements or query.postcode in ground.index.by_postcode:
        return None
    return _nearest(
        (slips, place)
        for slips, place in _near(query, ground, allowed_in_departement)
        if place.departement_code in query.departements
    )


def slip_anywhere(query: Query, ground: Ground) -> Outcome | None:
    """« Rivesalttes » without any hint: the nearest name of France, unless it is the name of a foreign town."""
    if query.departements or query.is_street or any(key in ground.foreign_names for key, _ in query.names):
        return None
    return _nearest(_near(query, ground, allowed_anywhere))


def conflict(query: Query, ground: Ground) -> Outcome | None:
    """« Trédarzec » with 69930: the name is that of a commune, which the postcode or the département excludes."""
    if not query.departements:
        return None
    for name in query.names:
        places = [*whole_name(ground.index, name), *article_astray(ground.index, name)]
        if places:
            served = [p for p in ground.index.by_postcode.get(query.postcode, ()) if p.rank == CURRENT]
            return Outcome(Status.CONFLICT, (*places, *served))
    return None


def allowed_in_postcode(key: str) -> int:
    """Slips allowed where a postcode leaves a few names only."""
    return 0 if len(key) < 3 else 1 if len(key) < 5 else 2 if len(key) < 10 else 3


def allowed_in_departement(key: str) -> int:
    """Slips allowed among the names of a département."""
    return 0 if len(key) < 4 else 1 if len(key) < 6 else 2


def allowed_anywhere(key: str) -> int:
    """Slips allowed among all names."""
    return 0 if len(key) < 5 else 1 if len(key) < 8 else 2


def _slips(name: tuple[str, str], place: Place, index: NameIndex) -> float:
    key, bare = name
    official, official_bare = index.keys_of(place)
    slips = OSA.distance(key, official)
    if official_bare:
        slips = min(slips, OSA.distance(key, official_bare) + (0.5 if bare else 0.1))
    if bare:
        slips = min(slips, OSA.distance(bare, official) + 0.5)
    return slips


def _near(query: Query, ground: Ground, allowed: Callable[[str], int]) -> Iterable[tuple[float, Place]]:
    for key, _ in query.names:
        for name, slips in ground.neighbours.get(key, ()):
            if slips > allowed(key):
                break
            yield from ((slips, place) for place in ground.index.exact.get(name, ()))
            yield from ((slips + 0.1, place) for place in ground.index.bare.get(name, ()))


def _nearest(found: Iterable[tuple[float, Place]]) -> Outcome | None:
    ranked = sorted(found, key=lambda pair: (pair[0], pair[1].rank))
    if not ranked:
        return None
    least = ranked[0][0]
    return settled([place for slips, place in ranked if slips == least])


STAGES: tuple[tuple[str, Stage], ...] = (
    ("foreign_country", foreign_country),
    ("arrondissement", arrondissement),
    ("post_town", post_town),
    ("name_in_postcode", _within_postcode(whole_name)),
    ("article_in_postcode", _within_postcode(article_astray)),
    ("name_in_departement", _within_departement(whole_name)),
    ("article_in_departement", _within_departement(article_astray)),
    ("name", _anywhere(whole_name)),
    ("article", _anywhere(article_astray)),
    ("area", area),
    ("short_form_in_postcode", _within_postcode(short_form, settled_by_size)),
    ("short_form_in_departement", _within_departement(short_form, settled_by_size)),
    ("slip_in_postcode", slip_in_postcode),
    ("slip_in_departement", slip_in_departement),
    ("conflict", conflict),
    ("slip", slip_anywhere),
)
"""Name of the stage, told in the verdict as its method, and the function that decides."""
