"""The gazetteer: communes, intercommunalités, départements and régions by code, by name and by place."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.core.fields.text import fold, without_article
from dashboard.core.geography.limits import Limits
from dashboard.core.geography.records import Chain, Commune, Departement, Epci, Region

__all__ = ["Chain", "Commune", "Departement", "Epci", "Gazetteer", "Region"]

Columns = Mapping[str, Sequence[Any]]
"""A table by columns, the names being those of the fields of its record."""

_NATURE = re.compile(
    r"^(communaute de communes|communaute d agglomeration|communaute urbaine|cc|ca|cu)"
    r"( de la| de l| du| des| de| d|) (?=.)"
)


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """The territories of France. Columns inside; the records are made when they are asked for."""

    _columns: tuple[Sequence[Any], ...]
    _former_codes: Mapping[str, str]
    _epcis: Mapping[str, Epci]
    _departements: Mapping[str, Departement]
    _regions: Mapping[str, Region]
    _load_limits: Callable[[], Limits] = Limits

    @classmethod
    def build(
        cls,
        *,
        communes: Columns,
        former_names: Columns,
        epcis: Columns,
        departements: Columns,
        regions: Columns,
        load_limits: Callable[[], Limits] = Limits,
    ) -> "Gazetteer":
        """From the columns of communes, anciens_noms, epci, departements and regions.parquet; postcodes as tuples."""
        dated = zip(former_names["until_date"], former_names["old_code"], former_names["insee_code"], strict=True)
        former = sorted(dated, key=lambda row: row[0] or "9999")  # the last one to bear a code keeps it
        return cls(
            tuple(communes[name] for name in Commune._fields),
            {old: now for _, old, now in former},
            {row.code: row for row in map(Epci, *(epcis[name] for name in Epci.columns()))},
            {row.code: row for row in map(Departement, *(departements[name] for name in Departement.columns()))},
            {row.code: row for row in map(Region, *(regions[name] for name in Region.columns()))},
            load_limits,
        )

    def communes(self) -> Iterator[Commune]:
        """Communes of every kind, in the order of the codes; a commune goes before the delegated one of its code."""
        return map(Commune, *self._columns)

    def commune(self, code: str) -> Commune | None:
        """The commune, arrondissement, delegated or associated commune of this code; None for a code of the past."""
        rank = self._rank_of_code.get(code)
        return None if rank is None else self._at(rank)

    def former_commune(self, code: str) -> Commune | None:
        """The commune of today that a code of the past leads to, None if no commune had it since 1943."""
        now = self._former_codes.get(code)
        return self.commune(now) if now else None

    def commune_today(self, code: str) -> Commune | None:
        """The commune of today that a code leads to: its own, an arrondissement's, a delegated one's, an old one."""
        found = self.commune(code) or self.former_commune(code)
        return self.commune(found.parent_code) if found is not None and found.parent_code else found

    def communes_named(self, name: str, *, postcode: str = "", departement_code: str = "") -> tuple[Commune, ...]:
        """Those that have this name, folded; communes of today first, then the most populous.

        A postcode or a département leaves only those in it; a delegated commune has the postcodes of its commune.
        """
        found = [self._at(rank) for rank in self._ranks_of_name.get(fold(name), ())]
        kept = [
            commune
            for commune in found
            if departement_code in ("", commune.departement_code) and self._serves(postcode, commune)
        ]
        return tuple(sorted(kept, key=lambda commune: (commune.kind != "commune", -commune.population)))

    def communes_of_postcode(self, postcode: str) -> tuple[Commune, ...]:
        """The communes and arrondissements that the postcode serves, in the order of the codes."""
        return tuple(self._at(rank) for rank in self._ranks_of_postcode.get(postcode, ()))

    def towns(self, *, min_population: int) -> list[tuple[str, float, float, int]]:
        """Name, longitude, latitude (EPSG:4326) and population of the communes from this size on, largest first."""
        large = [
            (commune.name, commune.lon, commune.lat, commune.population)
            for commune in self.communes()
            if commune.kind == "commune" and commune.population >= min_population and commune.lon == commune.lon
        ]
        return sorted(large, key=lambda town: (-town[3], town[0]))

    def epci(self, code: str) -> Epci | None:
        """The intercommunalité with this SIREN."""
        return self._epcis.get(code)

    def departement(self, code: str) -> Departement | None:
        """The département with this code."""
        return self._departements.get(code)

    def region(self, code: str) -> Region | None:
        """The région with this code."""
        return self._regions.get(code)

    def epcis(self) -> tuple[Epci, ...]:
        """All, in the order of the codes."""
        return tuple(self._epcis.values())

    def departements(self) -> tuple[Departement, ...]:
        """All, in the order of the codes."""
        return tuple(self._departements.values())

    def regions(self) -> tuple[Region, ...]:
        """All, in the order of the codes."""
        return tuple(self._regions.values())

    def epcis_named(self, name: str) -> tuple[Epci, ...]:
        """All that have this name, folded, with or without « CC », « communauté de communes de »…"""
        return self._epcis_of_name.get(_epci_key(name), ())

    def departement_named(self, name: str) -> Departement | None:
        """The département of this name, folded, with or without its article, its number beside or alone."""
        words = re.findall(r"\w+", fold(name))
        numbered = [self._departements.get(word.upper().zfill(2)) for word in words]
        numbers = [found for found in numbered if found is not None]
        key = _bare(" ".join(word for word, found in zip(words, numbered, strict=True) if found is None))
        if not key:
            return numbers[0] if len(numbers) == 1 else None
        named = self._departement_of_name.get(key)
        return named if not numbers or numbers == [named] else None

    def region_named(self, name: str) -> Region | None:
        """The région that has this name, folded, with or without its article."""
        key = _bare(name)
        return next((found for found in self._regions.values() if _bare(found.name) == key), None)

    @cached_property
    def limits(self) -> Limits:
        """The limits of the communes of today, read when they are first needed; none without their file."""
        return self._load_limits()

    def chain(self, code: str) -> Chain | None:
        """The commune of today that any code leads to, with the territories it is in; None for an unknown code."""
        commune = self.commune_today(code)
        if commune is None:
            return None
        return Chain(
            commune,
            self.epci(commune.epci_code),
            self.departement(commune.departement_code),
            self.region(commune.region_code),
        )

    def _at(self, rank: int) -> Commune:
        return Commune(*(column[rank] for column in self._columns))

    def _serves(self, postcode: str, commune: Commune) -> bool:
        today = self.commune(commune.parent_code) if commune.parent_code else None
        return not postcode or postcode in commune.postcodes or (today is not None and postcode in today.postcodes)

    def _column(self, name: str) -> Sequence[Any]:
        return self._columns[Commune._fields.index(name)]

    @cached_property
    def _rank_of_code(self) -> dict[str, int]:
        codes = self._column("insee_code")
        return dict(zip(reversed(codes), range(len(codes) - 1, -1, -1), strict=True))

    @cached_property
    def _ranks_of_name(self) -> dict[str, list[int]]:
        return _ranks((fold(name),) for name in self._column("name"))

    @cached_property
    def _departement_of_name(self) -> dict[str, Departement]:
        return {_bare(departement.name): departement for departement in self._departements.values()}

    @cached_property
    def _epcis_of_name(self) -> dict[str, tuple[Epci, ...]]:
        found: dict[str, tuple[Epci, ...]] = {}
        for epci in self._epcis.values():
            key = _epci_key(epci.name)
            found[key] = (*found.get(key, ()), epci)
        return found

    @cached_property
    def _ranks_of_postcode(self) -> dict[str, list[int]]:
        return _ranks(self._column("postcodes"))


def _ranks(keys_of_rows: Any) -> dict[str, list[int]]:
    ranks: dict[str, list[int]] = {}
    for rank, keys in enumerate(keys_of_rows):
        for key in keys:
            ranks.setdefault(key, []).append(rank)
    return ranks


def _epci_key(name: str) -> str:
    return _NATURE.sub("", fold(name))


def _bare(name: str) -> str:
    return without_article(fold(name))
