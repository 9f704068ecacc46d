"""Sets of rows as packed bits, and the rows that have each value: counting 200,000 rows takes microseconds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.core.catalogue.dimensions import (
    CROSSED,
    DIMENSIONS,
    NOT_GIVEN_LABEL,
    Dimension,
    Facet,
    NamedDimension,
    YearFacet,
)
from dashboard.core.catalogue.text_columns import factorize
from dashboard.core.fields.vocabulary import NOT_GIVEN

Words = NDArray[np.uint64]

MOST_PERIODS = 12
"""Years are crossed one by one up to this many; beyond, by periods."""


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


@dataclass(frozen=True, eq=False)
class Values:
    """What n rows have of a dimension.

    `labels`: the French label of each value by its code, in order, « non renseigné » last. A cell is a set of values
    that some row has: `patterns`, shape (values, cells), says which cell has which; `numbers`, shape (n,), is the cell
    of each row. `period` is how many years a value gathers, 0 for what is not years.
    """

    dimension: Dimension
    labels: Mapping[str, str]
    patterns: NDArray[np.bool_]
    numbers: NDArray[np.int32]
    period: int = 0

    @property
    def key(self) -> str:
        """The key of the dimension."""
        return self.dimension.key

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes in their order, « non renseigné » last."""
        return tuple(self.labels)

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The rank of each code."""
        return {code: rank for rank, code in enumerate(self.labels)}

    @cached_property
    def words(self) -> Words:
        """The rows that have each value, packed: shape (values, ceil(n / 64))."""
        return pack(self.masks)

    @property
    def masks(self) -> NDArray[np.bool_]:
        """The rows that have each value, shape (values, n)."""
        return self.patterns.take(self.numbers, axis=1)

    def by_period(self) -> "Values":
        """Years gathered in periods, from the first to the last, empty ones included; what is not years as it is."""
        if not self.period:
            return self
        years = [int(code) for code in self.codes[:-1]]
        length = years_by_period(years)
        starts = range(years[0] // length * length, years[-1] + 1, length) if years else ()
        codes = [period_code(start, length) for start in starts]
        patterns = np.zeros((len(codes) + 1, self.patterns.shape[1]), dtype=np.bool_)
        for year, has_year in zip(years, self.patterns, strict=False):
            patterns[codes.index(period_code(year, length))] |= has_year
        patterns[-1] = self.patterns[-1]
        labels = _with_blank({code: code.replace("-", "–") for code in codes})
        return Values(self.dimension, labels, patterns, self.numbers, length)


class ValueIndex:
    """The values that the rows of a catalogue have, read once for filters, crosstabs, territories and likeness."""

    def __init__(self, rows: pd.DataFrame) -> None:
        """`rows` has the columns of a catalogue, index `id`; blanks are "", () or NA."""
        self.rows = rows
        self._values = {dimension.key: read_values(rows, dimension) for dimension in DIMENSIONS}

    def __getitem__(self, key: str) -> Values:
        """The values of a dimension, years one by one; KeyError if there is no such dimension."""
        return self._values[key]

    @cached_property
    def crossed(self) -> Mapping[str, Values]:
        """The values of the dimensions that may be crossed, in the order in which they are offered, years by period."""
        return {key: self[key].by_period() for key in CROSSED}


def read_values(rows: pd.DataFrame, dimension: Dimension) -> Values:
    """The values that rows have of a dimension: all those of a closed list, only those that some row has otherwise."""
    if isinstance(dimension, YearFacet):
        return _read_years(rows, dimension)
    if isinstance(dimension, NamedDimension):
        labels = _with_blank(_names(rows, dimension))
    else:
        assert isinstance(dimension, Facet)
        labels = {code: dimension.label(code) for code in dimension.codes}
    known, numbers = _read_codes(rows, dimension.columns, {code: rank for rank, code in enumerate(labels)})
    known[-1] = ~known.any(axis=0)
    distinct, cells = np.unique(known[::-1], axis=1, return_inverse=True)
    return Values(dimension, labels, distinct[::-1], cells.ravel().astype(np.int32)[numbers])


def _read_codes(
    rows: pd.DataFrame, columns: Iterable[str], ranks: Mapping[str, int]
) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Shape (codes, kinds): which codes each kind of row has in any column; and the kind of each row."""
    known = np.zeros((len(ranks), 1), dtype=np.bool_)
    numbers = np.zeros(len(rows), dtype=np.int64)
    for column in columns:
        of_row, cells = factorize(rows[column])
        has_code = np.zeros((len(ranks), len(cells)), dtype=np.bool_)
        for number, cell in enumerate(cells):
            found = (cell,) if isinstance(cell, str) else cell
            has_code[[ranks[code] for code in found if code in ranks], number] = True
        numbers, pairs = pd.factorize(numbers * len(cells) + of_row)
        known = known[:, pairs // len(cells)] | has_code[:, pairs % len(cells)] if len(cells) else has_code
    return known, numbers


def _read_years(rows: pd.DataFrame, facet: YearFacet) -> Values:
    """A value and a cell for each year that some row has."""
    years = pd.to_numeric(rows[facet.columns[0]]).astype("Int64").to_numpy(dtype=np.int64, na_value=0)
    cells, numbers = np.unique(years, return_inverse=True)
    known = cells[cells != 0]
    labels = _with_blank({str(year): str(year) for year in known.tolist()})
    return Values(facet, labels, np.append(known, 0)[:, None] == cells, numbers.astype(np.int32), period=1)


def _names(rows: pd.DataFrame, dimension: NamedDimension) -> dict[str, str]:
    """The codes that there are, in order, each with the name that most rows give it."""
    (codes, known), (names, texts) = factorize(rows[dimension.columns[0]]), factorize(rows[dimension.names])
    pairs = pd.DataFrame({"code": codes, "name": names}).value_counts().index.tolist()
    found: dict[str, str] = {}
    for code, name in pairs:
        found.setdefault(known[code], texts[name] or known[code])
    return {code: found[code] for code in sorted(found) if code}


def _with_blank(labels: Mapping[str, str]) -> dict[str, str]:
    return {**labels, NOT_GIVEN: NOT_GIVEN_LABEL}


def years_by_period(years: Iterable[int]) -> int:
    """How many years a period has: 1, 5, 10, 20, 50, 100… the first that makes at most `MOST_PERIODS` periods.

    Periods begin at a multiple of their length, and go from the first year to the last, empty ones included.
    """
    known = sorted(years)
    if not known or known[-1] - known[0] < MOST_PERIODS:
        return 1
    lengths = (step * 10**power for power in count(1) for step in (0.5, 1, 2))
    return next(n for n in map(int, lengths) if known[-1] // n - known[0] // n < MOST_PERIODS)


def period_code(year: int, period: int) -> str:
    """« 2007 », or « 2005-2009 » for the period that the year is in."""
    first = year // period * period
    return str(first) if period == 1 else f"{first}-{first + period - 1}"
