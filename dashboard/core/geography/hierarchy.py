"""The territories of today as a sheet needs them: each with what it is in, what it is made of and what it touches."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.core.geography.borders import Borders
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.overseas import OVERSEAS_REGIONS
from dashboard.core.geography.records import Bounds
from dashboard.core.geography.territory_key import FRANCE, LEVELS, Key


class Territory(NamedTuple):
    """A commune of today, an EPCI, a département, a région or France.

    `departement_codes` holds the départements it lies in (none for a région or France), `population` is 0 where
    unknown. `lon`, `lat` (EPSG:4326 degrees) are what distances start from, and `point` says what that is: "mairie",
    "interieur" (inside a commune), "centre" (of a wider territory) or "siege" (of an overseas collectivity, roughly).
    `bounds` is None where there is no contour.
    """

    key: Key
    name: str
    departement_codes: tuple[str, ...]
    region_code: str
    epci_code: str
    population: int
    lon: float
    lat: float
    point: str
    bounds: Bounds | None

    @property
    def level(self) -> str:
        """One of LEVELS, or "france"."""
        return self.key.level

    @property
    def zone(self) -> str:
        """What no sea parts: "" for the mainland and its islands, else the overseas département or collectivity."""
        if self.departement_codes:
            code = self.departement_codes[0]
        elif self.level == "commune":
            code = self.key.code[:3]
        else:
            code = OVERSEAS_REGIONS.get(self.region_code, "")
        return code if len(code) == 3 else ""


@dataclass(frozen=True, eq=False)
class Level:
    """All the territories of one level, in the order of their codes, as columns.

    `above` gives, for each wider level, the rank of the territory it is in, -1 for none; an EPCI is in the département
    where most of its people live.
    """

    name: str
    codes: Sequence[str]
    population: NDArray[np.int64]
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    above: dict[str, NDArray[np.int64]]

    @cached_property
    def rank_of_code(self) -> dict[str, int]:
        """The rank of each code."""
        return {code: rank for rank, code in enumerate(self.codes)}

    def ranks_of(self, codes: Sequence[str]) -> NDArray[np.int64]:
        """The rank of each of these codes, -1 for one that is not of this level."""
        return np.array([self.rank_of_code.get(code, -1) for code in codes], dtype=np.int64)


class Hierarchy:
    """The territories of a gazetteer; look-ups are by key, and only know keys that `parse_key` gives."""

    def __init__(self, gazetteer: Gazetteer, borders: Borders | None = None) -> None:
        self.gazetteer = gazetteer
        self._borders = borders or Borders()
        self.levels: dict[str, Level] = {}
        for name in reversed(LEVELS):
            self.levels[name] = self._level(name)

    def keys(self, level: str) -> list[Key]:
        """The keys of all the territories of a level, in the order of the codes."""
        return [Key(level, code) for code in self.levels[level].codes]

    def territory(self, key: Key) -> Territory:
        """The territory of this key; KeyError if there is none."""
        if key == FRANCE:
            return self.france
        if key.level == "commune":
            return self._commune(key)
        if key.level == "epci":
            epci = self.gazetteer.epci(key.code)
            if epci is not None:
                region = self.gazetteer.departement(epci.departement_codes[0]) if epci.departement_codes else None
                within = (epci.departement_codes, region.region_code if region else "", key.code)
                return Territory(key, epci.name, *within, epci.population, epci.lon, epci.lat, "centre", epci.bounds)
        if key.level == "departement":
            place = self.gazetteer.departement(key.code)
            if place is not None:
                within = ((key.code,), place.region_code, "")
                return Territory(
                    key, place.name, *within, place.population, place.lon, place.lat, "centre", place.bounds
                )
        if key.level == "region":
            wide = self.gazetteer.region(key.code)
            if wide is not None:
                within = ((), key.code, "")
                return Territory(key, wide.name, *within, wide.population, wide.lon, wide.lat, "centre", wide.bounds)
        raise KeyError(str(key))

    @cached_property
    def france(self) -> Territory:
        """The whole: the communes of the eighteen régions and of the overseas collectivities."""
        population = int(self.levels["commune"].population.sum())
        return Territory(FRANCE, "France", (), "", "", population, 2.6, 46.6, "centre", None)

    def chain(self, key: Key) -> tuple[Territory, ...]:
        """What the territory is in, from the smallest to the région; an EPCI is in each département it covers."""
        here = self.territory(key)
        above: list[Key] = []
        if key.level == "commune" and here.epci_code:
            above.append(Key("epci", here.epci_code))
        if key.level in ("commune", "epci"):
            above += [Key("departement", code) for code in here.departement_codes]
        if key.level != "region" and here.region_code:
            above.append(Key("region", here.region_code))
        return tuple(self.territory(one) for one in above)

    def parts(self, key: Key) -> tuple[Key, ...]:
        """What it is made of, one level below, in the order of the codes; nothing for a commune."""
        if key == FRANCE:
            return tuple(self.keys("region"))
        rank = self.levels[key.level].rank_of_code[key.code]
        if key.level == "commune":
            return ()
        below = LEVELS[LEVELS.index(key.level) - 1]
        if key.level == "departement":
            return tuple(Key(below, e.code) for e in self.gazetteer.epcis() if key.code in e.departement_codes)
        members = np.flatnonzero(self.levels[below].above[key.level] == rank)
        return tuple(Key(below, self.levels[below].codes[member]) for member in members.tolist())

    def neighbours(self, key: Key) -> tuple[Key, ...]:
        """Those of the same level that it shares a land border with, in the order of the codes."""
        if key == FRANCE:
            return ()
        level = self.levels[key.level]
        touched = self._touching[key.level]
        return tuple(Key(key.level, level.codes[rank]) for rank in touched[level.rank_of_code[key.code]])

    @cached_property
    def _touching(self) -> dict[str, list[list[int]]]:
        communes = self.levels["commune"]
        ranks = communes.ranks_of(self._borders.codes)
        touching = {"commune": self._borders.between(ranks, len(communes.codes))}
        for name in LEVELS[1:]:
            within = np.where(ranks >= 0, communes.above[name][ranks], -1)
            touching[name] = self._borders.between(within, len(self.levels[name].codes))
        return touching

    def _commune(self, key: Key) -> Territory:
        commune = self.gazetteer.commune(key.code)
        if commune is None or commune.kind != "commune":
            raise KeyError(str(key))
        departements = (commune.departement_code,) if self.gazetteer.departement(commune.departement_code) else ()
        region = commune.region_code if self.gazetteer.region(commune.region_code) else ""
        within = (departements, region, commune.epci_code)
        place = (commune.lon, commune.lat, commune.point_source)
        bounds = commune.bounds if commune.west == commune.west else None
        return Territory(key, commune.name, *within, commune.population, *place, bounds)

    def _level(self, name: str) -> Level:
        gazetteer = self.gazetteer
        codes = {
            "commune": lambda: [c.insee_code for c in gazetteer.communes() if c.kind == "commune"],
            "epci": lambda: [epci.code for epci in gazetteer.epcis()],
            "departement": lambda: [departement.code for departement in gazetteer.departements()],
            "region": lambda: [region.code for region in gazetteer.regions()],
        }[name]()
        members = [self.territory(Key(name, code)) for code in sorted(codes)]
        codes_above = {
            "epci": [m.epci_code for m in members],
            "departement": [m.departement_codes[0] if m.departement_codes else "" for m in members],
            "region": [m.region_code for m in members],
        }
        wider = LEVELS[LEVELS.index(name) + 1 :]
        return Level(
            name,
            [member.key.code for member in members],
            np.array([member.population for member in members], dtype=np.int64),
            np.array([member.lon for member in members], dtype=np.float64),
            np.array([member.lat for member in members], dtype=np.float64),
            {above: self.levels[above].ranks_of(codes_above[above]) for above in wider},
        )
