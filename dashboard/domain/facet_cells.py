"""Which codes each row has in a facet, each distinct set of codes being held once."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.facet import Facet, YearFacet
from dashboard.domain.membership import membership
from dashboard.domain.vocabulary import NOT_GIVEN


@dataclass(frozen=True, eq=False)
class FacetCells:
    """One facet of n rows: a cell is a set of codes that some row has.

    `codes` may be chosen, the last one is « non renseigné »; `patterns`, shape (codes, cells), says which cell has
    which; `numbers`, shape (n,), is the cell of each row.
    """

    codes: tuple[str, ...]
    patterns: NDArray[np.bool_]
    numbers: NDArray[np.int32]


def read_cells(rows: pd.DataFrame, facet: Facet | YearFacet) -> FacetCells:
    """The cells of a facet in the rows of a catalogue; for years, a code and a cell for each year that some row has."""
    if isinstance(facet, YearFacet):
        return _read_years(rows[facet.columns[0]])
    member = membership(rows, facet.columns, facet.codes, NOT_GIVEN)
    keys = np.zeros(len(rows), dtype=np.uint64)  # one bit for each code: no closed list has more than 63 terms
    for rank, has_code in enumerate(member):
        keys |= has_code.astype(np.uint64) << np.uint64(rank)
    distinct, numbers = np.unique(keys, return_inverse=True)
    ranks = np.arange(len(member), dtype=np.uint64)[:, None]
    return FacetCells(facet.codes, ((distinct >> ranks) & np.uint64(1)).astype(np.bool_), numbers.astype(np.int32))


def _read_years(column: pd.Series) -> FacetCells:
    years = pd.to_numeric(column).astype("Int64").to_numpy(dtype=np.int64, na_value=0)
    cells, numbers = np.unique(years, return_inverse=True)
    known = cells[cells != 0]
    patterns = np.append(known, 0)[:, None] == cells
    return FacetCells((*map(str, known.tolist()), NOT_GIVEN), patterns, numbers.astype(np.int32))
