"""Sets of rows as packed bits, and the rows that have each code: counting 200,000 rows takes microseconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.core.catalogue.text_columns import factorize

Words = NDArray[np.uint64]


def pack(mask: NDArray[np.bool_]) -> Words:
    """The boolean mask, shape (..., n), as words, shape (..., ceil(n / 64)); the bits past the end are zero."""
    padding = [(0, 0)] * (mask.ndim - 1) + [(0, -mask.shape[-1] % 64)]
    return np.packbits(np.pad(mask, padding), axis=-1, bitorder="little").view(np.uint64)


def unpack(words: Words, size: int) -> NDArray[np.bool_]:
    """The boolean mask of `size` rows that `pack` packed."""
    return np.unpackbits(words.view(np.uint8), count=size, bitorder="little").view(np.bool_)


def count_bits(words: Words) -> NDArray[np.int64]:
    """How many bits are set along the last axis."""
    counts: NDArray[np.int64] = np.bitwise_count(words).sum(axis=-1, dtype=np.int64)
    return counts


@dataclass(frozen=True, eq=False)
class Mask:
    """A set of rows of a catalogue: `index` holds the ids of all its rows, `words` one bit for each."""

    words: Words
    index: pd.Index

    @cached_property
    def count(self) -> int:
        """How many rows are in the set."""
        return int(count_bits(self.words))

    def __len__(self) -> int:
        return self.count

    def to_bool(self) -> NDArray[np.bool_]:
        """The mask over all the rows of the catalogue, in their order."""
        return unpack(self.words, len(self.index))

    @property
    def ids(self) -> pd.Index:
        """The ids in the set, in the order of the catalogue."""
        return self.index[self.to_bool()]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Mask) and np.array_equal(self.words, other.words) and bool(self.index.equals(other.index))
        )


def membership(rows: pd.DataFrame, columns: Sequence[str], codes: Sequence[str], blank: str) -> NDArray[np.bool_]:
    """Shape (codes, rows): which row has which code in any of the columns.

    A row that has none of them has `blank`, one of the codes. Cells are text or tuples of text; other codes are
    ignored.
    """
    ranks = {code: rank for rank, code in enumerate(codes)}
    member = np.zeros((len(ranks), len(rows)), dtype=np.bool_)
    for column in columns:
        numbers, cells = factorize(rows[column])
        known = np.zeros((len(ranks), len(cells)), dtype=np.bool_)
        for number, cell in enumerate(cells):
            found = (cell,) if isinstance(cell, str) else cell
            known[[ranks[code] for code in found if code in ranks], number] = True
        member |= known[:, numbers]
    member[ranks[blank]] = ~member.any(axis=0)
    return member
