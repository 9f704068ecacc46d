"""The sheet of a territory: what cooperation exists in it, around it, and what is missing. Never empty."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.geography.borders import Borders
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.hierarchy import Hierarchy, Territory
from dashboard.core.geography.territory_key import COUNTRY, FRANCE, LEVELS, Key
from dashboard.features.territories.indicators import Count, Indicator, IndicatorTable
from dashboard.features.territories.rows import Nearby, RowPlaces, Rows, TerritoryRows
from dashboard.features.territories.similar import Similar

AROUND_KM = 50.0
"""What is around a commune or an EPCI: at so many kilometres of its point, as the crow flies."""

LISTED_AROUND = 100


@dataclass(frozen=True, slots=True)
class WideRows:
    """The rows that only name a territory which holds this one: they may be in it, and are not counted in it."""

    territory: Territory
    rows: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class TerritorySheet:
    """All that is shown of a territory. Rows are positions in the catalogue, whose order is alphabetical.

    `inside`: counted in the territory; `finest` says, for each, the smallest level that it names (one of LEVELS, or
    "france"). `wide`: rows that only name a territory of the chain. `around`: for a commune or an EPCI, the nearest
    LISTED_AROUND of the `around_count` rows within AROUND_KM, nearest first; for the others, the first of those that
    the bordering ones have, in order. `nearest`: the five nearest that are not inside. `columns`: the territories that
    `counts` and `indicators` compare, this one, the level above, France. `absent`: sectors that are around (if nothing
    is, among the nearest that no sea parts from it) and not inside, with how many rows have them there.
    """

    territory: Territory
    chain: tuple[Territory, ...]
    neighbours: tuple[Territory, ...]
    parts: tuple[Territory, ...]
    inside: NDArray[np.int64]
    finest: tuple[str, ...]
    wide: tuple[WideRows, ...]
    around: tuple[Nearby, ...]
    around_count: int
    nearest: tuple[Nearby, ...]
    columns: tuple[Territory, ...]
    counts: tuple[Count, ...]
    indicators: tuple[Indicator, ...]
    absent: tuple[tuple[str, int], ...]
    similar: tuple[Territory, ...]

    @property
    def has_nothing_inside(self) -> bool:
        """Whether no row is counted in the territory."""
        return not len(self.inside)


class TerritoryIndex:
    """All that the sheets of a catalogue share, worked out once; each part is made when it is first asked for."""

    def __init__(self, catalogue: Catalogue, gazetteer: Gazetteer, borders: Borders | None = None) -> None:
        self.catalogue = catalogue
        self.hierarchy = Hierarchy(gazetteer, borders)

    @cached_property
    def members(self) -> TerritoryRows:
        """Which rows belong to which territory."""
        return TerritoryRows(self.catalogue, self.hierarchy)

    @cached_property
    def table(self) -> IndicatorTable:
        """The counts of all the territories."""
        return IndicatorTable(self.catalogue, self.members)

    @cached_property
    def places(self) -> RowPlaces:
        """Where the rows are."""
        return RowPlaces(self.catalogue, self.members)

    @cached_property
    def likeness(self) -> Similar:
        """The territories near one another in population and number of rows."""
        return Similar(self.hierarchy, {level: self.members.count(level) for level in LEVELS})

    def sheet(self, key: Key) -> TerritorySheet:
        """The sheet of a territory of today, or of France; KeyError if there is none of this key."""
        territory, chain = self.hierarchy.territory(key), self.hierarchy.chain(key)
        neighbours = self._territories(self.hierarchy.neighbours(key))
        inside = self.members.inside(key)
        nearest = self.places.nearest(territory, outside=inside)
        rows_around = self._rows_around(territory, inside, neighbours)
        if key.level in ("commune", "epci"):
            around = self.places.by_distance(territory, rows_around, count=LISTED_AROUND)
        else:
            around = self.places.in_order(territory, rows_around[:LISTED_AROUND])
        columns = self._columns(territory, chain)
        keys = [column.key for column in columns]
        return TerritorySheet(
            territory=territory,
            chain=chain,
            neighbours=neighbours,
            parts=self._territories(self.hierarchy.parts(key)),
            inside=inside,
            finest=tuple((*LEVELS, COUNTRY)[rank] for rank in self.members.finest[inside].tolist()),
            wide=self._wide(chain),
            around=around,
            around_count=len(rows_around),
            nearest=nearest,
            columns=columns,
            counts=tuple(map(self.table.count, keys)),
            indicators=self.table.indicators(keys),
            absent=self._absent(
                inside, rows_around if rows_around.size else self.places.on_same_land(territory, nearest)
            ),
            similar=() if key == FRANCE else self._territories(self.likeness.of(key)),
        )

    def _rows_around(self, territory: Territory, inside: Rows, neighbours: Iterable[Territory]) -> Rows:
        if territory.level in ("commune", "epci"):
            return self.places.within(territory, km=AROUND_KM, outside=inside)
        rows = [self.members.inside(neighbour.key) for neighbour in neighbours]
        return np.sort(np.concatenate(rows)) if rows else np.empty(0, dtype=np.int64)

    def _columns(self, territory: Territory, chain: tuple[Territory, ...]) -> tuple[Territory, ...]:
        """The territory, the level above unless it is the same land (an overseas département is a région), France."""
        if territory.key == FRANCE:
            return (territory,)
        is_same = territory.level == "departement" and territory.zone
        return (territory, *(() if is_same else chain[:1]), self.hierarchy.france)

    def _wide(self, chain: tuple[Territory, ...]) -> tuple[WideRows, ...]:
        found = [WideRows(above, tuple(self.members.only(above.key).tolist())) for above in chain]
        return tuple(one for one in found if one.rows)

    def _absent(self, inside: Rows, around: Rows) -> tuple[tuple[str, int], ...]:
        here, there = self.table.codes_of("secteur", inside), self.table.codes_of("secteur", around)
        return tuple(sorted(((code, n) for code, n in there.items() if code not in here), key=lambda pair: -pair[1]))

    def _territories(self, keys: Iterable[Key]) -> tuple[Territory, ...]:
        return tuple(self.hierarchy.territory(key) for key in keys)


@lru_cache(maxsize=2)
def territory_index(catalogue: Catalogue, gazetteer: Gazetteer) -> TerritoryIndex:
    """The index of a catalogue over a gazetteer without land borders; the last two are kept."""
    return TerritoryIndex(catalogue, gazetteer)


def territory_sheet(catalogue: Catalogue, gazetteer: Gazetteer, key: Key) -> TerritorySheet:
    """The sheet of a territory, without its neighbours, which need the land borders of a `TerritoryIndex`."""
    return territory_index(catalogue, gazetteer).sheet(key)
