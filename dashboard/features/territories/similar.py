"""« Territoires semblables »: of the same level, near in population and in number of poles and projects."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from dashboard.core.geography.hierarchy import Hierarchy
from dashboard.core.geography.territory_key import Key

SHOWN = 5


class Similar:
    """The rule: |log2 of the ratio of the populations| + |log2 of the ratio of (1 + poles and projects)|, least first.

    Twice the population is as far as twice the number (plus one) of poles. A territory whose population is unknown has
    none. Ties go by code.
    """

    def __init__(self, hierarchy: Hierarchy, counts: Mapping[str, NDArray[np.int64]]) -> None:
        """`counts`: by level, how many rows each territory has, in the order of their codes."""
        self._hierarchy = hierarchy
        self._groups: dict[str, list[tuple[float, NDArray[np.int64], NDArray[np.float64]]]] = {}
        self._weight: dict[str, NDArray[np.float64]] = {}
        for level, rows in counts.items():
            population = hierarchy.levels[level].population
            people = np.log2(np.maximum(population, 1).astype(np.float64))
            weight = np.log2(1.0 + rows)
            self._weight[level] = weight
            groups = []
            for value in np.unique(weight).tolist():
                members = np.flatnonzero((weight == value) & (population > 0))
                order = members[np.argsort(people[members], kind="stable")]
                groups.append((value, order, people[order]))
            self._groups[level] = groups

    def of(self, key: Key) -> tuple[Key, ...]:
        """The five most alike, the nearest first; none for a territory whose population is unknown."""
        level = self._hierarchy.levels[key.level]
        rank = level.rank_of_code[key.code]
        if not level.population[rank]:
            return ()
        people, weight = float(np.log2(level.population[rank])), float(self._weight[key.level][rank])
        found: list[tuple[float, int]] = []
        for value, members, sizes in self._groups[key.level]:
            at = int(np.searchsorted(sizes, people))
            near = slice(max(at - SHOWN - 1, 0), at + SHOWN + 1)
            gaps = np.abs(sizes[near] - people) + abs(value - weight)
            found += zip(np.round(gaps, 9).tolist(), members[near].tolist(), strict=True)
        found.sort()
        return tuple(Key(key.level, level.codes[other]) for _, other in found if other != rank)[:SHOWN]
