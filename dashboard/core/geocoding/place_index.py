"""The places of France under the keys of their names, current and former."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from dashboard.core.geocoding.keys import name_keys
from dashboard.core.geocoding.places import CURRENT, Columns, Place, places_of
from dashboard.core.geocoding.slip_index import DeletionIndex


class NameIndex:
    """Look-ups of places by key; each answers with places, communes of today first."""

    def __init__(self, communes: Columns, former_names: Columns) -> None:
        """From the columns of `communes.parquet` and `anciens_noms.parquet`."""
        self.by_code: dict[str, Place] = {}
        """Communes of today and arrondissements by INSEE code."""
        self.exact: dict[str, list[Place]] = defaultdict(list)
        self.bare: dict[str, list[Place]] = defaultdict(list)
        """Key of the name without its leading article, for the names that have one."""
        self.short: dict[str, list[Place]] = defaultdict(list)
        """Key of what stands before the complement of the name."""
        self.bare_short: dict[str, list[Place]] = defaultdict(list)
        """The same without its leading article, for the names that have one."""
        self.by_postcode: dict[str, list[tuple[str, str, Place]]] = defaultdict(list)
        """Key, key without article and place of all that a postcode serves."""
        for place in places_of(communes, former_names):
            self._add(place)
        for table in (self.exact, self.bare, self.short, self.bare_short, self.by_postcode):
            table.default_factory = None
        self._vocabulary = list(dict.fromkeys((*self.exact, *self.bare)))
        self._deletions = DeletionIndex(self._vocabulary)

    def _add(self, place: Place) -> None:
        key = bare = ""
        if place.rank == CURRENT:
            self.by_code[place.code] = place
        if not place.is_arrondissement:
            key, bare, shorts, bare_shorts = name_keys(place.name)
            self.exact[key].append(place)
            if bare:
                self.bare[bare].append(place)
            for short in shorts:
                self.short[short].append(place)
            for short in bare_shorts:
                self.bare_short[short].append(place)
        for postcode in place.postcodes:
            self.by_postcode[postcode].append((key, bare, place))

    def served_by(self, postcode: str) -> list[Place]:
        """Communes of today and arrondissements that the postcode serves, none when it is unknown."""
        return [place for _, _, place in self.by_postcode.get(postcode, ()) if place.rank == CURRENT]

    def neighbours(self, keys: Iterable[str]) -> dict[str, tuple[tuple[str, int], ...]]:
        """For each key, the (key of a name, slips) at two slips at most, nearest first."""
        found = self._deletions.neighbours(keys)
        return {key: tuple((self._vocabulary[i], slips) for i, slips in near) for key, near in found.items()}


def in_postcode(places: Collection[Place], postcode: str) -> list[Place]:
    """Those that the postcode serves."""
    return [place for place in places if postcode in place.postcodes]


def in_departements(places: Collection[Place], codes: Sequence[str]) -> list[Place]:
    """Those that lie in one of the départements."""
    return [place for place in places if place.departement_code in codes]
