"""What is counted of territories side by side: poles and projects, by sector, network, funding, status, kind, year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.core.catalogue.bits import Values
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.dimensions import DIMENSIONS, LEAST_BASE
from dashboard.core.geography.territory_key import FRANCE, LEVELS, Key
from dashboard.features.territories.rows import TerritoryRows


class Count(NamedTuple):
    """How many rows a territory has: all, of which poles and projects, and those that name no smaller territory."""

    rows: int
    poles: int
    projects: int
    only_here: int

    def per_100_000(self, population: int) -> float | None:
        """Rows per 100,000 inhabitants; None where the population is unknown."""
        return self.rows / population * 100_000 if population else None


@dataclass(frozen=True)
class Line:
    """One value of a dimension: how many rows have it in each territory, in the order of the table's columns."""

    code: str
    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Indicator:
    """One dimension in several territories. `known` rows say something of it, `not_given` rows do not.

    A row may have several values: the shares of a column may add up to more than 100 %.
    """

    key: str
    known: tuple[int, ...]
    not_given: tuple[int, ...]
    lines: tuple[Line, ...]

    def share(self, line: Line, column: int) -> float | None:
        """The share (0 to 1) of a value among the rows that say something; None under LEAST_BASE of them."""
        known = self.known[column]
        return line.counts[column] / known if known >= LEAST_BASE else None


class IndicatorTable:
    """The counts of all the territories, made once: a sheet only reads them."""

    def __init__(self, catalogue: Catalogue, members: TerritoryRows) -> None:
        self._values = {one.key: catalogue.values[one.key] for one in DIMENSIONS if one.in_territories}
        is_pole = (catalogue.rows["nature"] == "pole").to_numpy(dtype=np.bool_)
        masks = np.concatenate([values.masks for values in self._values.values()])
        self._counts = {level: _Counts(masks, is_pole, members, level) for level in LEVELS}
        self._country = (Count(members.size, int(is_pole.sum()), int((~is_pole).sum()), 0), masks.sum(axis=1))

    def count(self, key: Key) -> Count:
        """How many rows a territory has."""
        return self._of(key)[0]

    def indicators(self, keys: Sequence[Key]) -> tuple[Indicator, ...]:
        """Every dimension in these territories; a value that none of them has is left out."""
        counts = [self._of(key) for key in keys]
        totals = [count.rows for count, _ in counts]
        cells: list[list[int]] = np.stack([of_values for _, of_values in counts], axis=1).tolist()
        left = iter(cells)
        return tuple(
            _indicator(values, list(islice(left, len(values.codes))), totals) for values in self._values.values()
        )

    def codes_of(self, dimension: str, rows: NDArray[np.int64]) -> dict[str, int]:
        """How many of these rows have each value of a dimension, blank ones left out, in the order of the values."""
        values = self._values[dimension]
        counts = values.patterns[:-1, values.numbers[rows]].sum(axis=1).tolist()
        return {code: n for code, n in zip(values.codes, counts, strict=False) if n}

    def _of(self, key: Key) -> tuple[Count, NDArray[np.int64]]:
        return self._country if key == FRANCE else self._counts[key.level].of(key)


class _Counts:
    """The counts of one level, only for the territories that have rows."""

    def __init__(
        self, masks: NDArray[np.bool_], is_pole: NDArray[np.bool_], members: TerritoryRows, level: str
    ) -> None:
        ranks = members.ranks[level]
        rows = np.flatnonzero(ranks >= 0)
        present, place = np.unique(ranks[rows], return_inverse=True)
        size = len(present)
        self._rank_of_code: Mapping[str, int] = members.hierarchy.levels[level].rank_of_code
        self._place_of_rank = dict(zip(present.tolist(), range(size), strict=True))
        self._matrix = np.zeros((size + 1, len(masks)), dtype=np.int64)
        for column, mask in enumerate(masks):
            self._matrix[:size, column] = np.bincount(place[mask[rows]], minlength=size)
        poles = np.bincount(place[is_pole[rows]], minlength=size).tolist()
        totals = np.bincount(place, minlength=size).tolist()
        only = np.bincount(place[members.finest[rows] == LEVELS.index(level)], minlength=size).tolist()
        self._totals = [Count(n, p, n - p, o) for n, p, o in zip(totals, poles, only, strict=True)]
        self._totals.append(Count(0, 0, 0, 0))

    def of(self, key: Key) -> tuple[Count, NDArray[np.int64]]:
        place = self._place_of_rank.get(self._rank_of_code[key.code], -1)
        counts: NDArray[np.int64] = self._matrix[place]
        return self._totals[place], counts


def _indicator(values: Values, cells: list[list[int]], totals: list[int]) -> Indicator:
    """`cells`: how many rows have each value, « non renseigné » last, in each territory."""
    *given, blank = cells
    lines = (Line(code, values.labels[code], tuple(cell)) for code, cell in zip(values.codes, given, strict=False))
    known = tuple(total - missing for total, missing in zip(totals, blank, strict=True))
    return Indicator(values.key, known, tuple(blank), tuple(line for line in lines if any(line.counts)))
