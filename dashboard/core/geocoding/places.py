"""The places of the gazetteer, under all the names that they bear or bore."""

from collections.abc import Iterable, Iterator, Mapping
from sys import intern
from typing import Any, NamedTuple

from dashboard.core.geocoding.verdict import Candidate, Precision

Columns = Mapping[str, Any]
"""A table by columns: a dictionary of lists or a DataFrame."""

NO_USUAL_NAMES: Columns = {"name": [], "insee_code": [], "postcode": [], "kind": []}

CURRENT, DELEGATED, FORMER, USUAL, LOCALITY = 0, 1, 2, 3, 4
"""Rank of a name: in case of doubt a commune of today goes before a delegated one, before a name of the past, before a
usual name of the whole commune, before the name of one of its parts."""

_RANKS = {"commune": CURRENT, "arrondissement": CURRENT, "deleguee": DELEGATED, "associee": DELEGATED}
_COMMUNE_COLUMNS = (
    "insee_code",
    "parent_code",
    "name",
    "departement_code",
    "kind",
    "population",
    "postcodes",
    "lon",
    "lat",
)


class Place(NamedTuple):
    """One name of one place. What the tables don't say of a former commune is that of the commune of today."""

    code: str
    commune_code: str
    name: str
    departement_code: str
    rank: int
    population: int
    postcodes: tuple[str, ...]
    lon: float | None
    lat: float | None
    is_arrondissement: bool
    official: str = ""
    """Of a usual name or a locality: the name of its commune, which the answer says."""

    def candidate(self) -> Candidate:
        """The place as the answer shows it: a commune of the past has no code of today but that of its successor."""
        return Candidate(
            code=self.commune_code if self.rank == FORMER else self.code,
            commune_code=self.commune_code,
            name=self.official or self.name,
            departement_code=self.departement_code,
            precision=Precision.ARRONDISSEMENT if self.is_arrondissement else Precision.COMMUNE,
            population=self.population,
            lon=self.lon,
            lat=self.lat,
        )


def places_of(communes: Columns, former_names: Columns, usual_names: Columns) -> Iterator[Place]:
    """All the places: communes of today and arrondissements, delegated communes, former names, usual names.

    The tables have the columns of `communes.parquet`, `anciens_noms.parquet` and `noms_usuels.parquet`.
    """
    today: dict[str, Place] = {}
    delegated: list[Place] = []
    for place in _communes(communes):
        if place.rank == CURRENT:
            today[place.code] = place
            yield place
        else:
            delegated.append(place)
    for place in delegated:
        parent = today.get(place.commune_code)
        if parent is None:
            yield place
            continue
        yield place._replace(
            departement_code=place.departement_code or parent.departement_code,
            population=place.population or parent.population,
            postcodes=(*place.postcodes, *(code for code in parent.postcodes if code not in place.postcodes)),
            lon=parent.lon if place.lon is None else place.lon,
            lat=parent.lat if place.lat is None else place.lat,
        )
    names = (_listed(former_names[name]) for name in ("old_code", "old_name", "insee_code"))
    for code, name, now in zip(*names, strict=True):
        if parent := today.get(now):
            yield parent._replace(code=code, name=name, rank=FORMER)
    names = (_listed(usual_names[name]) for name in ("name", "insee_code", "postcode", "kind"))
    for name, code, postcode, kind in zip(*names, strict=True):
        if parent := today.get(code):
            postcodes = (
                parent.postcodes if not postcode or postcode in parent.postcodes else (*parent.postcodes, postcode)
            )
            rank = USUAL if kind == "usuel" else LOCALITY
            yield parent._replace(name=name, rank=rank, postcodes=postcodes, official=parent.name)


def _communes(columns: Columns) -> Iterable[Place]:
    code, parent, name, departement, kind, population, postcodes, lon, lat = (
        _listed(columns[name]) for name in _COMMUNE_COLUMNS
    )
    return map(
        Place,
        code,
        [above or own for above, own in zip(parent, code, strict=True)],
        name,
        map(intern, departement),
        [_RANKS[k] for k in kind],
        [int(n) for n in population],
        [tuple(map(intern, codes)) if codes is not None else () for codes in postcodes],
        [_coordinate(x) for x in lon],
        [_coordinate(y) for y in lat],
        [k == "arrondissement" for k in kind],
    )


def _listed(column: Any) -> list[Any]:
    return column if isinstance(column, list) else list(column.tolist())


def _coordinate(value: float | None) -> float | None:
    return None if value is None or value != value else value
