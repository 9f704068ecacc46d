"""Two dimensions crossed: how many poles have both values, what share that is, and the classes that tint them.

A pole that has several values is counted once under each of them. « Non renseigné » is a value: every pole has at least
one value of each dimension.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.core.address.crosstab import Measure
from dashboard.core.catalogue.bits import Mask, ValueIndex, Values, count_bits
from dashboard.core.catalogue.dimensions import LEAST_BASE

Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Crosstab:
    """Counts of poles: `counts[i, j]` have the i-th value of `rows` and the j-th of `columns`.

    `row_totals[i]` and `column_totals[j]` are how many poles have that value, each counted once: where the other
    dimension has several values, a line of `counts` may add up to more. `poles` is how many poles there are in all.
    """

    rows: Values
    columns: Values
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


def count_values(values: Values, shown: Mask) -> Counts:
    """How many of the poles shown have each value, in the order of its codes."""
    return count_bits(values.words & shown.words)


def cross(values: ValueIndex, shown: Mask, rows: str, columns: str) -> Crosstab:
    """The poles shown, by two dimensions given by their keys, the same one twice at will; KeyError if none such."""
    by_row, by_column = values.crossed[rows], values.crossed[columns]
    counts = np.stack([count_bits(by_column.words & words) for words in by_row.words & shown.words])
    return Crosstab(by_row, by_column, counts, count_values(by_row, shown), count_values(by_column, shown), shown.count)


MOST_CLASSES = 5
SHARE_BOUNDS = (10.0, 25.0, 50.0, 75.0, 100.0)
"""Upper bounds, included, of the classes of percentages: the same for every table, so that tables compare."""


def count_classes(counts: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Lowest and highest count of each class, in order and without a gap; () where nothing is counted.

    One class for each count if there are at most five different ones; else five classes that each hold about as many
    different counts: equal counts stay together, and many ones do not hide the rest. Zero is in no class: it is drawn
    apart.
    """
    distinct = sorted({count for count in counts if count > 0})
    if len(distinct) <= MOST_CLASSES:
        return tuple((count, count) for count in distinct)
    ends = (-(-len(distinct) * rank // MOST_CLASSES) - 1 for rank in range(1, MOST_CLASSES + 1))
    highs = [distinct[end] for end in ends]
    lows = (distinct[0], *(high + 1 for high in highs[:-1]))
    return tuple(zip(lows, highs, strict=True))


def class_of_count(count: int, classes: tuple[tuple[int, int], ...]) -> int:
    """The number of a count's class, from 1; 0 for zero."""
    return next((rank for rank, (_, high) in enumerate(classes, 1) if 0 < count <= high), 0)


def class_of_share(share: float) -> int:
    """The number of a percentage's class, from 1; 0 for zero or for no percentage (NaN)."""
    return next((rank for rank, high in enumerate(SHARE_BOUNDS, 1) if 0 < share <= high), 0)
