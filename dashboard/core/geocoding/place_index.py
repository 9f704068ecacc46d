"""The places of France under the keys of their names, current and former."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from dashboard.core.geocoding.keys import ARTICLES, LINKS, key_of, name_keys, words
from dashboard.core.geocoding.places import CURRENT, NO_USUAL_NAMES, USUAL, Columns, Place, places_of
from dashboard.core.geocoding.slip_index import DeletionIndex

KNOWN_TOWN = 20_000
"""Inhabitants from which a town may be known by the beginning of its name alone."""


class NameIndex:
    """Look-ups of places by key; each answers with places, communes of today first."""

    def __init__(self, communes: Columns, former_names: Columns, usual_names: Columns = NO_USUAL_NAMES) -> None:
        """From the columns of `communes.parquet`, `anciens_noms.parquet` and `noms_usuels.parquet`."""
        self.by_code: dict[str, Place] = {}
        """Communes of today and arrondissements by INSEE code."""
        self.exact: dict[str, list[Place]] = defaultdict(list)
        self.bare: dict[str, list[Place]] = defaultdict(list)
        """Key of the name without its leading article, for the names that have one."""
        self.short: dict[str, list[Place]] = defaultdict(list)
        """Key of what stands before the complement of the name."""
        self.bare_short: dict[str, list[Place]] = defaultdict(list)
        """The same without its leading article, for the names that have one."""
        self.towns: dict[str, list[Place]] = defaultdict(list)
        """Key of the first words of a town known by them → the town: « boulogne », « laseyne »."""
        self.by_postcode: dict[str, list[tuple[str, str, Place]]] = defaultdict(list)
        """Key, key without article and place of all that a postcode serves."""
        for place in places_of(communes, former_names, usual_names):
            self._add(place)
        for table in (self.exact, self.bare, self.short, self.bare_short, self.towns, self.by_postcode):
            table.default_factory = None
        tables = (self.exact, self.bare)  # of keys to their places, those of the best rank first
        named = (key for table in tables for key, places in table.items() if places[0].rank < USUAL)
        self._vocabulary = list(dict.fromkeys(named))
        self._deletions = DeletionIndex(self._vocabulary)

    def _add(self, place: Place) -> None:
        key = bare = ""
        if place.rank == CURRENT:
            self.by_code[place.code] = place
        if not place.is_arrondissement or place.rank >= USUAL:
            key, bare, shorts, bare_shorts = name_keys(place.name)
            self.exact[key].append(place)
            if bare:
                self.bare[bare].append(place)
            for short in shorts:
                self.short[short].append(place)
            for short in bare_shorts:
                self.bare_short[short].append(place)
            if place.rank == CURRENT and place.population >= KNOWN_TOWN:
                for beginning in beginnings(words(place.name)):
                    self.towns[beginning].append(place)
        for postcode in place.postcodes:
            self.by_postcode[postcode].append((key, bare, place))

    def served_by(self, postcode: str) -> list[Place]:
        """Communes of today and arrondissements that the postcode serves, none when it is unknown."""
        return [place for _, _, place in self.by_postcode.get(postcode, ()) if place.rank == CURRENT]

    @cached_property
    def _keys_in_order(self) -> list[str]:
        tables = (self.exact, self.bare)
        return sorted({key for table in tables for key, places in table.items() if any(map(_is_in_use, places))})

    def beginning_with(self, letters: str) -> Iterator[tuple[list[str], Place]]:
        """The names of today and the usual ones of which the key begins so, as words without their article."""
        keys = self._keys_in_order
        for rank in range(bisect_left(keys, letters), bisect_right(keys, letters + "\uffff")):
            key = keys[rank]
            for place in (*self.exact.get(key, ()), *self.bare.get(key, ())):
                if _is_in_use(place):
                    yield spelled(place.name), place

    def neighbours(self, keys: Iterable[str]) -> dict[str, tuple[tuple[str, int], ...]]:
        """For each key, the (key of a name, slips) at two slips at most, nearest first."""
        found = self._deletions.neighbours(keys)
        return {key: tuple((self._vocabulary[i], slips) for i, slips in near) for key, near in found.items()}


def beginnings(parts: list[str]) -> list[str]:
    """Keys of the first words of a name, but for those that end by a link or say « Saint » alone."""
    ends = (
        end for end in range(1, len(parts)) if parts[end - 1] not in LINKS and not parts[end - 1].startswith("saint")
    )
    return [key_of(parts[:end]) for end in ends]


@lru_cache(maxsize=65_536)
def spelled(name: str) -> list[str]:
    """The words of a name of the tables without its article."""
    return without_article(words(name))


def without_article(parts: list[str]) -> list[str]:
    """The words of a name, its leading article left out."""
    return parts[1:] if len(parts) > 1 and parts[0] in ARTICLES else parts


def _is_in_use(place: Place) -> bool:
    return place.rank in (CURRENT, USUAL)


def in_postcode(places: Collection[Place], postcode: str) -> list[Place]:
    """Those that the postcode serves."""
    return [place for place in places if postcode in place.postcodes]


def in_departements(places: Collection[Place], codes: Sequence[str]) -> list[Place]:
    """Those that lie in one of the départements."""
    return [place for place in places if place.departement_code in codes]
