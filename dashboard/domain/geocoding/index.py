"""The places of France under the keys of their names, current and former."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.domain.geocoding.arrondissements import CITIES
from dashboard.domain.geocoding.deletions import DeletionIndex
from dashboard.domain.geocoding.keys import name_keys
from dashboard.domain.geocoding.verdict import Candidate, Precision

Columns = Mapping[str, Any]
"""A table by columns: a dictionary of lists or a DataFrame."""

CURRENT, DELEGATED, FORMER = 0, 1, 2
"""Rank of a name: in case of doubt a commune of today goes before a delegated one, before a name of the past."""

_RANKS = {"commune": CURRENT, "arrondissement": CURRENT, "deleguee": DELEGATED, "associee": DELEGATED}


@dataclass(frozen=True, slots=True)
class Place:
    """A name of the gazetteer. `postcodes` of a former commune are those of the commune of today."""

    code: str
    commune_code: str
    name: str
    departement_code: str
    rank: int
    population: int
    postcodes: tuple[str, ...]
    lon: float | None
    lat: float | None
    is_arrondissement: bool = False

    def candidate(self) -> Candidate:
        """The place as the answer shows it."""
        return Candidate(
            code=self.code,
            commune_code=self.commune_code,
            name=self.name,
            departement_code=self.departement_code,
            precision=Precision.ARRONDISSEMENT if self.is_arrondissement else Precision.COMMUNE,
            population=self.population,
            lon=self.lon,
            lat=self.lat,
        )


class NameIndex:
    """Look-ups of places by key; each answers with places, in no order that means anything."""

    def __init__(self, communes: Columns, former_names: Columns) -> None:
        """From the columns of `communes.parquet` and `anciens_noms.parquet`."""
        self.places: list[Place] = []
        self.by_code: dict[str, Place] = {}
        """Communes of today and arrondissements by INSEE code."""
        self.exact: dict[str, list[Place]] = defaultdict(list)
        self.bare: dict[str, list[Place]] = defaultdict(list)
        self.short: dict[str, list[Place]] = defaultdict(list)
        self.by_postcode: dict[str, list[Place]] = defaultdict(list)
        self._keys: dict[Place, tuple[str, str]] = {}
        for place in _communes(communes):
            if place.rank == CURRENT:
                self.by_code[place.code] = place
        for place in (*_placed(_communes(communes), self.by_code), *_former(former_names, self.by_code)):
            self._add(place)
        self.vocabulary = list(dict.fromkeys((*self.exact, *self.bare)))
        self._deletions = DeletionIndex(self.vocabulary)

    def _add(self, place: Place) -> None:
        self.places.append(place)
        if not place.is_arrondissement:
            key, bare, shorts = name_keys(place.name)
            self._keys[place] = (key, bare)
            self.exact[key].append(place)
            if bare:
                self.bare[bare].append(place)
            for short in shorts:
                self.short[short].append(place)
        for postcode in place.postcodes:
            self.by_postcode[postcode].append(place)

    def keys_of(self, place: Place) -> tuple[str, str]:
        """Key of the place's name, and the same without its leading article (or "")."""
        return self._keys.get(place, ("", ""))

    def of_key(self, key: str) -> list[Place]:
        """Places whose name, with its article or without, has this key."""
        return [*self.exact.get(key, ()), *self.bare.get(key, ())]

    def neighbours(self, keys: Iterable[str]) -> dict[str, tuple[tuple[str, int], ...]]:
        """For each key, the (key of a name, slips) at two slips at most, nearest first."""
        found = self._deletions.neighbours(keys)
        return {key: tuple((self.vocabulary[i], slips) for i, slips in near) for key, near in found.items()}

    def city_of_arrondissement(self, key: str) -> Place | None:
        """Paris, Lyon or Marseille when the key names one of them."""
        city = CITIES.get(key)
        return self.by_code.get(city[0]) if city else None


def in_postcode(places: Collection[Place], postcode: str) -> list[Place]:
    """Those that the postcode serves."""
    return [place for place in places if postcode in place.postcodes]


def in_departements(places: Collection[Place], codes: Sequence[str]) -> list[Place]:
    """Those that lie in one of the départements."""
    return [place for place in places if place.departement_code in codes]


def _communes(columns: Columns) -> Iterable[Place]:
    names = ("insee_code", "parent_code", "name", "departement_code", "kind", "population", "postcodes", "lon", "lat")
    for code, parent, name, departement, kind, population, postcodes, lon, lat in zip(
        *(_listed(columns[name]) for name in names), strict=True
    ):
        yield Place(
            code=code,
            commune_code=parent or code,
            name=name,
            departement_code=departement,
            rank=_RANKS[kind],
            population=int(population),
            postcodes=tuple(postcodes) if postcodes is not None else (),
            lon=_coordinate(lon),
            lat=_coordinate(lat),
            is_arrondissement=kind == "arrondissement",
        )


def _placed(places: Iterable[Place], today: Mapping[str, Place]) -> Iterable[Place]:
    """Delegated communes with what their table leaves to the commune of today: postcodes, population, point."""
    for place in places:
        parent = today.get(place.commune_code)
        if place.rank == CURRENT or parent is None:
            yield place
        else:
            yield Place(
                code=place.code,
                commune_code=place.commune_code,
                name=place.name,
                departement_code=place.departement_code or parent.departement_code,
                rank=place.rank,
                population=place.population or parent.population,
                postcodes=tuple(dict.fromkeys((*place.postcodes, *parent.postcodes))),
                lon=parent.lon if place.lon is None else place.lon,
                lat=parent.lat if place.lat is None else place.lat,
            )


def _former(columns: Columns, today: Mapping[str, Place]) -> Iterable[Place]:
    names = ("old_code", "old_name", "insee_code")
    for code, name, now in zip(*(_listed(columns[name]) for name in names), strict=True):
        parent = today.get(now)
        if parent is not None:
            yield Place(
                code=code,
                commune_code=now,
                name=name,
                departement_code=parent.departement_code,
                rank=FORMER,
                population=parent.population,
                postcodes=parent.postcodes,
                lon=parent.lon,
                lat=parent.lat,
            )


def _listed(column: Any) -> list[Any]:
    return column if isinstance(column, list) else list(column.tolist())


def _coordinate(value: Any) -> float | None:
    return None if value is None or value != value or value == 0.0 else float(value)
