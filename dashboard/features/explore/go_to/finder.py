"""« Aller à… »: from what a visitor types to at most ten places of France or poles, the likeliest first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dashboard.core.fields.regions import FORMER_REGIONS, REGIONS
from dashboard.core.geocoding import Geocoder
from dashboard.core.geocoding.hints import departement_of
from dashboard.core.geocoding.keys import ARTICLES
from dashboard.core.geocoding.places import CURRENT, Place
from dashboard.core.geocoding.spelled_names import SpelledNames, spelled, spellings
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.overseas import OVERSEAS_REGIONS
from dashboard.features.explore.go_to.destination import Destination, Kind, PolePlace, to_area, to_commune, to_postcode

MOST = 10
LONGEST = 100
"""Letters of a question; what comes after is not read."""

MOST_POLES = 4
"""Poles among the ten when places answer too: a pole is not hidden by towns, nor the reverse."""

MOST_PAST = 3
"""Communes of the past of the very name that is written, ahead of those whose name begins so."""

SLIPS = 2
SHORTEST_WITH_SLIPS = 5
_ENOUGH = 3 * MOST
_NATURES = {"cc": "communaute de communes", "ca": "communaute d agglomeration", "cu": "communaute urbaine"}
_LINKS = frozenset({"de", "du", "des", "d", *ARTICLES})
_SAID_OF_ANY = frozenset({"departement", "dept", "region", "commune", "ville", "mairie", "intercommunalite"})
_AREA, _PART, _PAST = range(3)

Owner = tuple[Kind, str, Place | None]
"""Kind and code of an area, or the place of a commune."""


class Destinations:
    """Everything that « Aller à… » knows; the same question always has the same answer."""

    def __init__(self, gazetteer: Gazetteer, geocoder: Geocoder, poles: Iterable[PolePlace]) -> None:
        """Over the reference geography and the poles that are on the map."""
        self._gazetteer = gazetteer
        self._geocoder = geocoder
        self._poles = tuple(poles)
        rows = sorted([*_areas(gazetteer), *_communes(geocoder)], key=lambda row: row[0])
        self._owners: list[Owner] = [owner for _, owner, _ in rows]
        self._levels = bytes(level for (level, _, _), _, _ in rows)
        self._names = SpelledNames((one, rank) for rank, (_, _, said) in enumerate(rows) for one in said)
        self._pole_names = SpelledNames((spelled(pole.name), rank) for rank, pole in enumerate(self._poles))
        self._areas = [(one, owner) for _, owner, said in rows if owner[2] is None for one in said]

    def suggest(self, text: str) -> list[Destination]:
        """Ten destinations at most; none for a text without a letter or a digit."""
        said = " ".join(text[:LONGEST].split())
        typed = _typed(said)
        if not typed:
            return []
        code = said.replace(" ", "").upper()
        is_code = len(code) <= 5 and (code.isdecimal() or self._gazetteer.departement(code) is not None)
        found = self._by_code(code) if is_code else self._by_name(said, typed)
        return list(islice(dict.fromkeys(found), MOST))

    def _by_code(self, code: str) -> Iterator[Destination]:
        """The département, then postcodes that begin so, then the communes of a whole one; else that INSEE code."""
        if self._gazetteer.departement(code):
            yield to_area(Kind.DEPARTEMENT, code, self._gazetteer)
        index = self._geocoder.index
        wanted = (code, f"0{code}") if len(code) == 4 else (code,)
        towns = {
            postcode: sorted(index.served_by(postcode), key=lambda place: -place.population)
            for postcode in index.by_postcode
            if postcode.startswith(wanted)
        }
        for postcode in sorted(towns, key=lambda one: (-sum(place.population for place in towns[one]), one)):
            if found := to_postcode(postcode, towns[postcode], self._gazetteer):
                yield found
        if len(code) < 4:
            return
        for served in towns.values():
            if len(served) > 1:
                yield from self._communes_of(served)
        if not towns and code in index.by_code:
            yield from self._communes_of([index.by_code[code]])
        elif len(code) == 5 and not towns and self._gazetteer.departement(departement_of(code)):
            yield to_area(Kind.DEPARTEMENT, departement_of(code), self._gazetteer)

    def _by_name(self, said: str, typed: list[str]) -> Iterator[Destination]:
        names = self._names
        exact = sorted(dict.fromkeys(chain.from_iterable(map(names.exact, typed))))
        begun = list(islice(chain.from_iterable(map(names.starting, typed)), _ENOUGH))
        held = list(islice(chain.from_iterable(map(names.holding, typed)), _ENOUGH))
        mixed = [] if len(begun) + len(held) >= MOST else list(islice(names.mixing(typed[-1]), _ENOUGH))
        understood = [] if exact or begun else [*self._areas_near(typed[-1], slips=1), *self._understood(said)]
        first = self._without_much_past(exact)
        spelled_so = self._owned(dict.fromkeys((*first, *begun, *held, *mixed)))
        places = list(islice(dict.fromkeys(chain(understood, spelled_so)), MOST))
        poles = list(islice(self._poles_named(typed), MOST))
        if not places and not poles:
            yield from self._areas_near(typed[-1], slips=SLIPS)
            yield from self._poles_near(typed[0])
            return
        is_pole = any(spelled(pole.name) in typed for pole in poles)
        kept = max(MOST - len(poles), MOST - MOST_POLES)
        if is_pole:
            yield from (pole.destination() for pole in poles)
        yield from places[:kept]
        yield from (pole.destination() for pole in poles)
        yield from places[kept:]

    def _without_much_past(self, ranks: Iterable[int]) -> Iterator[int]:
        """Those of today, and a few communes of the past: « Saint-Denis » has been the name of nine others."""
        past = 0
        for rank in ranks:
            past += self._levels[rank] == _PAST
            if past <= MOST_PAST:
                yield rank

    def _poles_named(self, typed: list[str]) -> Iterator[PolePlace]:
        names = self._pole_names
        ways = (names.exact, names.starting, names.holding, names.mixing)
        ranks = dict.fromkeys(islice((rank for way in ways for one in typed for rank in way(one)), _ENOUGH))
        return (self._poles[rank] for rank in ranks)

    def _understood(self, said: str) -> Iterator[Destination]:
        """What the geocoder makes of it: « Romans (26) », « Lyon 3e », a slip; its candidates where it doubts."""
        for candidate in self._geocoder.locate(said).candidates:
            if found := to_commune(candidate, self._gazetteer):
                yield found

    def _areas_near(self, typed: str, *, slips: int) -> Iterator[Destination]:
        """Areas at so many slips at most, which the geocoder of communes does not look for."""
        for rank in _near(typed, [name for name, _ in self._areas], slips):
            kind, code, _ = self._areas[rank][1]
            yield to_area(kind, code, self._gazetteer)

    def _poles_near(self, typed: str) -> Iterator[Destination]:
        names, ranks = self._pole_names.names()
        return (self._poles[ranks[rank]].destination() for rank in _near(typed, names, SLIPS))

    def _owned(self, ranks: Iterable[int]) -> Iterator[Destination]:
        for kind, code, place in map(self._owners.__getitem__, ranks):
            if place is None:
                yield to_area(kind, code, self._gazetteer)
            else:
                yield from self._communes_of([place])

    def _communes_of(self, places: Iterable[Place]) -> Iterator[Destination]:
        return (found for place in places if (found := to_commune(place.candidate(), self._gazetteer)))


def _typed(said: str) -> list[str]:
    """The spellings that a text may be, the one without « département de la » last; none for no word."""
    typed = [one for one in spellings(said) if one]
    for one in typed[:1]:
        first, _, rest = one.partition(" ")
        if first in _SAID_OF_ANY and rest:
            parts = rest.split()
            while len(parts) > 1 and parts[0] in _LINKS:
                parts = parts[1:]
            typed.append(" ".join(parts))
    return typed


def _near(typed: str, names: Sequence[str], slips: int) -> Iterator[int]:
    """Ranks of the names at so many slips at most, the nearest first; none for a word too short to bear any."""
    if len(typed) < SHORTEST_WITH_SLIPS:
        return iter(())
    found = process.extract(typed, names, scorer=OSA.distance, score_cutoff=slips, limit=MOST)
    return (rank for _, _, rank in found)


_Row = tuple[tuple[int, int, str], Owner, list[str]]
"""What it is ordered by (communes of today and areas before parts and past, the most populous first), owner, names."""


def _areas(gazetteer: Gazetteer) -> Iterator[_Row]:
    aliases = {term.code: term.aliases for term in REGIONS.terms}
    for region in gazetteer.regions():
        if region.code not in OVERSEAS_REGIONS:  # overseas the département is the whole région
            yield _row(_AREA, region.population, Kind.REGION, region.code, region.name, *aliases[region.code])
    for name in FORMER_REGIONS:
        yield _row(_PAST, 0, Kind.FORMER_REGION, name, name)
    for departement in gazetteer.departements():
        other = aliases[departement.region_code] if departement.region_code in OVERSEAS_REGIONS else ()
        yield _row(_AREA, departement.population, Kind.DEPARTEMENT, departement.code, departement.name, *other)
    for epci in gazetteer.epcis():
        nature, *rest = spelled(epci.name).split()
        told = [epci.name]
        if nature in _NATURES:
            while rest and rest[0] in _LINKS:
                rest = rest[1:]
            told += [epci.name.replace(epci.name.split()[0], _NATURES[nature], 1), " ".join(rest)]
        yield _row(_AREA, epci.population, Kind.EPCI, epci.code, *told)


def _communes(geocoder: Geocoder) -> Iterator[_Row]:
    index = geocoder.index
    for place in chain(index.by_code.values(), *index.exact.values()):
        if place.rank == CURRENT:
            level = _PART if place.is_arrondissement else _AREA
        elif place.name == index.by_code[place.commune_code].name if place.commune_code in index.by_code else True:
            continue  # the chief town of a new commune bears its name
        else:
            level = _PAST
        yield _row(level, place.population, Kind.COMMUNE, place.code, place.name, place=place)


def _row(level: int, population: int, kind: Kind, code: str, *names: str, place: Place | None = None) -> _Row:
    said = [spelled(name) for name in names]
    said += [bare for one in said if (bare := one.partition(" ")[2]) and one.split()[0] in ARTICLES]
    return (level, -population, names[0]), (kind, code, place), said
