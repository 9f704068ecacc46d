"""Two dimensions crossed: how many poles have both values, and what share that is of those that have one.

A pole that has several values is counted once under each of them. « Non renseigné » is a value: every pole has at least
one value of each dimension.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.bits import Mask, Words, count_bits, pack
from dashboard.domain.dimensions import YEARS, Dimension, dimensions_of, period_code
from dashboard.domain.membership import membership
from dashboard.domain.vocabulary import NOT_GIVEN

__all__ = ["LEAST_BASE", "Crosstab", "CrosstabIndex", "Dimension", "Measure"]

Measure = Literal["nombre", "part-ligne", "part-colonne"]
Counts = NDArray[np.int64]

LEAST_BASE = 5
"""Below this many poles, no percentage is given: it would say more than the data do."""


@dataclass(frozen=True, eq=False)
class Crosstab:
    """Counts of poles: `counts[i, j]` have the i-th value of `rows` and the j-th of `columns`.

    `row_totals[i]` and `column_totals[j]` are how many poles have that value, each counted once: where the other
    dimension has several values, a line of `counts` may add up to more. `poles` is how many poles there are in all.
    """

    rows: Dimension
    columns: Dimension
    counts: Counts
    row_totals: Counts
    column_totals: Counts
    poles: int

    @property
    def occurrences(self) -> int:
        """The sum of the cells: a pole is there once for each pair of its values, so at least `poles`."""
        return int(self.counts.sum())

    def shares(self, by: Measure) -> NDArray[np.float64]:
        """Percentages 0-100 of the poles that have the value of the row (`part-ligne`) or of the column, same shape.

        NaN where fewer than `LEAST_BASE` poles have that value. ValueError for a measure that is no share.
        """
        if by == "nombre":
            raise ValueError("a count is not a share")
        base = self.row_totals[:, np.newaxis] if by == "part-ligne" else self.column_totals[np.newaxis, :]
        enough = np.broadcast_to(base >= LEAST_BASE, self.counts.shape)
        shares = np.full(self.counts.shape, np.nan)
        np.divide(100 * self.counts, base, out=shares, where=enough)
        return shares

    def to_frame(self, measure: Measure = "nombre") -> pd.DataFrame:
        """The table as pandas would make it: index and columns are the codes, named by the dimensions' keys."""
        values = self.counts if measure == "nombre" else self.shares(measure)
        return pd.DataFrame(
            values,
            index=pd.Index(self.rows.codes, name=self.rows.key),
            columns=pd.Index(self.columns.codes, name=self.columns.key),
        )


class CrosstabIndex:
    """The dimensions of a catalogue's rows, and who has which value, as packed bits made when first asked for."""

    def __init__(self, rows: pd.DataFrame) -> None:
        """`rows` has the columns of a catalogue; blanks are "", () or NA."""
        self._rows = rows
        self._packed: dict[str, Words] = {}

    @cached_property
    def dimensions(self) -> dict[str, Dimension]:
        """The dimensions by key, in the order in which they are offered."""
        return dimensions_of(self._rows)

    def count(self, shown: Mask, key: str) -> Counts:
        """How many of the poles shown have each value of a dimension, in the order of its codes; KeyError if none."""
        return count_bits(self._bits(key) & shown.words)

    def cross(self, shown: Mask, rows: str, columns: str) -> Crosstab:
        """The poles shown, by two dimensions given by their keys, the same one twice at will; KeyError if none such."""
        by_row, by_column = self._bits(rows) & shown.words, self._bits(columns)
        counts = np.stack([count_bits(by_column & words) for words in by_row])
        return Crosstab(
            self.dimensions[rows],
            self.dimensions[columns],
            counts,
            count_bits(by_row),
            count_bits(by_column & shown.words),
            shown.count,
        )

    def _bits(self, key: str) -> Words:
        if key not in self._packed:
            dimension = self.dimensions[key]
            member = self._periods(dimension) if dimension.period else self._members(dimension)
            self._packed[key] = pack(member)
        return self._packed[key]

    def _members(self, dimension: Dimension) -> NDArray[np.bool_]:
        return membership(self._rows, dimension.columns, dimension.codes, NOT_GIVEN)

    def _periods(self, dimension: Dimension) -> NDArray[np.bool_]:
        years = self._rows[YEARS].astype("Int64")
        codes = years.map(lambda year: NOT_GIVEN if pd.isna(year) else period_code(int(year), dimension.period))
        ranks = pd.Index(dimension.codes).get_indexer(pd.Index(codes, dtype="str"))
        member: NDArray[np.bool_] = np.equal.outer(np.arange(len(dimension.codes)), ranks)
        return member
