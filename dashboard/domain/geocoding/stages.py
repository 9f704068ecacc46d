"""The stages that a row goes through, in order: the first that has something to say settles the row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.geocoding.arrondissements import CITIES, code_of
from dashboard.domain.geocoding.hints import Areas
from dashboard.domain.geocoding.index import NameIndex, in_departements, in_postcode
from dashboard.domain.geocoding.parsing import Query
from dashboard.domain.geocoding.places import CURRENT, FORMER, Place
from dashboard.domain.geocoding.post_towns import POST_TOWNS
from dashboard.domain.geocoding.settling import Outcome, settled, settled_by_size, word_for_word
from dashboard.domain.geocoding.slips import (
    allowed_anywhere,
    allowed_in_departement,
    near_in_postcode,
    near_keys,
    nearest,
)
from dashboard.domain.geocoding.verdict import Status

BIG_TOWN = 30_000
"""Inhabitants from which a foreign town is known by its name alone."""


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
Scope = Callable[[Query, Ground, list[Place]], list[Place]]


# Where a name is looked for -----------------------------------------------------


def served(query: Query, ground: Ground, places: list[Place]) -> list[Place]:
    """Inside the postcode."""
    return in_postcode(places, query.postcode) if query.postcode else []


def inside(query: Query, ground: Ground, places: list[Place]) -> list[Place]:
    """Inside the département, when no known postcode says more."""
    if query.departements and query.postcode not in ground.index.by_postcode:
        return in_departements(places, query.departements)
    return []


def anywhere(query: Query, ground: Ground, places: list[Place]) -> list[Place]:
    """In all France, when nothing says where."""
    return [] if query.departements else places


# What is looked for ----------------------------------------------------------------


def whole_name(scope: Scope) -> Stage:
    """« Romans-sur-Isère »: the name of a commune, delegated commune or commune of before, as it is."""

    def stage(query: Query, ground: Ground) -> Outcome | None:
        for position, (key, _) in enumerate(query.names):
            places = scope(query, ground, ground.index.exact.get(key, []))
            if places and position == 0:
                places = word_for_word(places, query.parts)
            if places:
                return _shortened_today(key, places, scope, query, ground) or settled(places)
        return None

    return stage


def _shortened_today(key: str, places: list[Place], scope: Scope, query: Query, ground: Ground) -> Outcome | None:
    """« Salles (17) »: the shortened name of a commune of today goes before a name that only the past knows."""
    if not query.departements or any(place.rank != FORMER for place in places):
        return None
    return settled_by_size(_current(scope(query, ground, ground.index.short.get(key, []))))


def article_astray(scope: Scope) -> Stage:
    """« Rochelle (La) » written « Rochelle », or « Le Bourg-Lastic »: the article is missing, or was added."""

    def stage(query: Query, ground: Ground) -> Outcome | None:
        index = ground.index
        for key, bare in query.names:
            places = scope(query, ground, [*index.bare.get(key, ()), *_of_key(index, bare)])
            if places and query.departements:
                return settled_by_size((*places, *_current(scope(query, ground, index.short.get(key, [])))))
            if places:
                return settled(places)
        return None

    return stage


def short_form(scope: Scope) -> Stage:
    """« Romans » for « Romans-sur-Isère »: the complement is missing."""

    def stage(query: Query, ground: Ground) -> Outcome | None:
        index = ground.index
        for key, bare in query.names:
            for table, wanted in ((index.short, key), (index.bare_short, key), (index.short, bare)):
                places = scope(query, ground, table.get(wanted, []))
                if found := settled_by_size(_current(places) or places):
                    return found
        return None

    return stage


def _current(places: list[Place]) -> list[Place]:
    return [place for place in places if place.rank == CURRENT]


def _of_key(index: NameIndex, key: str) -> list[Place]:
    return [*index.exact.get(key, ()), *index.bare.get(key, ())] if key else []


# Cases of their own -----------------------------------------------------------------


def foreign_country(query: Query, ground: Ground) -> Outcome | None:
    """« Valence (Espagne) »."""
    return Outcome(Status.NONE) if query.is_foreign else None


def arrondissement(query: Query, ground: Ground) -> Outcome | None:
    """« Lyon 3e », « 75739 Paris CEDEX 15 », « 13014 Marseille »."""
    index = ground.index
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


def post_town(query: Query, ground: Ground) -> Outcome | None:
    """« La Défense CEDEX », « Roissy CDG »: no commune of that name, those that it covers are known."""
    codes = POST_TOWNS.get(query.names[0][0]) if query.names else None
    if codes is None:
        return None
    places = [ground.index.by_code[code] for code in codes if code in ground.index.by_code]
    return settled(in_departements(places, query.departements) if query.departements else places)


def name_of_an_area(query: Query, ground: Ground) -> Outcome | None:
    """« Gironde », « Creuse », « Drôme (26) »: the name of a département or région, in doubt when a commune bears it."""
    key = query.names[0][0] if query.names else ""
    codes = ground.areas.departements.get(key)
    if not codes or (query.departements and not set(query.departements) <= set(codes)):
        return None
    namesakes = [place for place in ground.index.exact.get(key, ()) if place.rank == CURRENT]
    if query.departements and (served(query, ground, namesakes) or inside(query, ground, namesakes)):
        return None
    if key in CITIES and not query.departements:
        return None  # Paris is both, and the same ground
    return Outcome(Status.AMBIGUOUS if namesakes and not query.departements else Status.NONE, tuple(namesakes))


def intercommunal(query: Query, ground: Ground) -> Outcome | None:
    """« CC du Val de Cher », « Dijon Métropole »: a group of communes."""
    key = query.names[0][0] if query.names else ""
    return Outcome(Status.NONE) if query.is_area or key in ground.areas.epcis else None


def foreign_town(query: Query, ground: Ground) -> Outcome | None:
    """« Neuchâtel »: a name that only a commune of the past bore, and that a foreign town bears today."""
    if query.departements or not query.names:
        return None
    key = query.names[0][0]
    places = ground.index.exact.get(key, ())
    if not places or any(place.rank == CURRENT for place in places):
        return None
    return Outcome(Status.AMBIGUOUS, tuple(places)) if ground.foreign_towns.get(key, 0) >= BIG_TOWN else None


def _is_a_name(query: Query, ground: Ground) -> bool:
    """Whether the text is the name of a commune of today, letter for letter: then it is no slip of another one."""
    return any(_current(ground.index.exact.get(key, [])) for key, _ in query.names[:1])


def slip_in_postcode(query: Query, ground: Ground) -> Outcome | None:
    """« Lqasse » with 64220: the nearest name of the postcode, when it is near and the next is farther."""
    if _is_a_name(query, ground):
        return None
    return nearest(near_in_postcode(query.names, ground.index.by_postcode.get(query.postcode, ())))


def slip_in_departement(query: Query, ground: Ground) -> Outcome | None:
    """« Clermnt » with (63): the nearest name of the département."""
    if not query.departements or query.postcode in ground.index.by_postcode or _is_a_name(query, ground):
        return None
    found = near_keys(query.names, ground.neighbours, ground.index, allowed_in_departement)
    return nearest((slips, place) for slips, place in found if place.departement_code in query.departements)


def slip_anywhere(query: Query, ground: Ground) -> Outcome | None:
    """« Rivesalttes » without any hint: the nearest name of France, unless it is the name of a foreign town."""
    if query.departements or query.is_street or any(key in ground.foreign_towns for key, _ in query.names):
        return None
    return nearest(near_keys(query.names, ground.neighbours, ground.index, allowed_anywhere))


def no_place(query: Query, ground: Ground) -> Outcome | None:
    """« Siège social », « en ligne »: words that are no name, so that no slip is looked for."""
    return Outcome(Status.NONE) if query.is_no_place else None


def postcode_alone(query: Query, ground: Ground) -> Outcome | None:
    """An empty name beside a postcode: its commune when it serves one, else those that it serves."""
    return None if query.names else settled(ground.index.served_by(query.postcode))


def name_elsewhere(query: Query, ground: Ground) -> Outcome | None:
    """« Trédarzec » with 69930: the name of a commune that the postcode or the département excludes."""
    if not query.departements:
        return None
    for key, bare in query.names:
        places: Iterable[Place] = [*_of_key(ground.index, key), *_of_key(ground.index, bare)]
        if places:
            return Outcome(Status.CONFLICT, (*places, *ground.index.served_by(query.postcode)))
    return None


EARLY_STAGES: tuple[tuple[str, Stage], ...] = (
    ("foreign_country", foreign_country),
    ("postcode_alone", postcode_alone),
    ("arrondissement", arrondissement),
    ("post_town", post_town),
    ("name_of_an_area", name_of_an_area),
    ("foreign_town", foreign_town),
    ("name_in_postcode", whole_name(served)),
    ("article_in_postcode", article_astray(served)),
    ("name_in_departement", whole_name(inside)),
    ("article_in_departement", article_astray(inside)),
    ("name", whole_name(anywhere)),
    ("article", article_astray(anywhere)),
    ("intercommunal", intercommunal),
    ("short_form_in_postcode", short_form(served)),
    ("short_form_in_departement", short_form(inside)),
    ("slip_in_postcode", slip_in_postcode),
)
"""Name of the stage, told in the verdict as its method, and the function that decides."""

LATE_STAGES: tuple[tuple[str, Stage], ...] = (
    ("slip_in_departement", slip_in_departement),
    ("name_elsewhere", name_elsewhere),
    ("no_place", no_place),
    ("slip", slip_anywhere),
)
"""Those that come after, for the rows whose neighbours were looked up, many rows at once."""
