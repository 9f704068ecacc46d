"""Which rows belong to which territory: each is counted where it says it is, and in all that holds it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.atlas import Atlas
from dashboard.domain.catalogue import Catalogue
from dashboard.domain.compact import factorize
from dashboard.domain.territory_key import FRANCE, LEVELS, Key

Rows = NDArray[np.int64]
"""Positions of rows in the catalogue, from 0, in its alphabetical order."""

NOWHERE = len(LEVELS)
"""The rank of level of a row that names no territory of today: it counts for France only."""

_FINEST = {"adresse": 0, "commune": 0, "aucune": 0, "epci": 1, "departement": 2, "region": 3}
_STATED = ("epci_code", "code_departement", "code_region")


@dataclass(frozen=True, eq=False)
class _Group:
    """The rows of one level: `order` has them by territory, those of rank r from `starts[r]` to `starts[r + 1]`."""

    order: Rows
    starts: NDArray[np.int64]


class TerritoryRows:
    """The rows of each territory, and for each row the smallest territory that it names."""

    def __init__(self, catalogue: Catalogue, atlas: Atlas) -> None:
        self.atlas = atlas
        self.size = len(catalogue.rows)
        self.ranks = _ranks(catalogue.rows, atlas)
        """For each level, the rank of each row's territory, -1 for none."""
        named = np.stack([self.ranks[level] >= 0 for level in LEVELS])
        self.finest: NDArray[np.int64] = np.where(named.any(axis=0), named.argmax(axis=0), NOWHERE)
        """For each row, the rank in LEVELS of the smallest territory it names, NOWHERE for none."""
        self._groups = {level: _group(self.ranks[level], len(atlas.levels[level].codes)) for level in LEVELS}

    def inside(self, key: Key) -> Rows:
        """The rows counted in this territory, in order."""
        if key == FRANCE:
            return np.arange(self.size)
        group, rank = self._groups[key.level], self.atlas.levels[key.level].rank_of_code[key.code]
        return group.order[group.starts[rank] : group.starts[rank + 1]]

    def count(self, level: str) -> NDArray[np.int64]:
        """How many rows are counted in each territory of a level, in the order of their codes."""
        return np.diff(self._groups[level].starts)

    def only(self, key: Key) -> Rows:
        """The rows counted in this territory that name nothing smaller: they may be anywhere in it."""
        rows = self.inside(key)
        only: Rows = rows[self.finest[rows] == LEVELS.index(key.level)]
        return only


def _ranks(rows: pd.DataFrame, atlas: Atlas) -> dict[str, NDArray[np.int64]]:
    """By level: a row that has a commune is in what holds it, another in the territories that it says."""
    finest = _mapped(rows["precision"], _FINEST.get)
    commune = np.where(finest == 0, _mapped(rows["commune_insee"], lambda code: _commune_rank(code, atlas)), -1)
    ranks = {"commune": commune}
    for limit, (level, column) in enumerate(zip(LEVELS[1:], _STATED, strict=True), start=1):
        said = np.where(finest <= limit, _mapped(rows[column], atlas.levels[level].rank_of_code.get), -1)
        ranks[level] = np.where(commune >= 0, atlas.levels["commune"].above[level][commune], said)
    return ranks


def _commune_rank(code: str, atlas: Atlas) -> int | None:
    commune = atlas.gazetteer.commune_today(code) if code else None
    return None if commune is None else atlas.levels["commune"].rank_of_code[commune.insee_code]


def _mapped(column: pd.Series, rank_of: Callable[[str], int | None]) -> NDArray[np.int64]:
    """What `rank_of` says of each cell, -1 where it says nothing; each distinct cell is asked for once."""
    numbers, cells = factorize(column)
    ranks = [rank_of(cell) for cell in cells]
    found = np.array([-1 if rank is None else rank for rank in ranks] or [-1], dtype=np.int64)
    return found[numbers]


def _group(ranks: NDArray[np.int64], size: int) -> _Group:
    order = np.argsort(ranks, kind="stable")
    return _Group(order, np.searchsorted(ranks[order], np.arange(size + 1)))
