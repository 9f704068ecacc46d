"""The rows of a catalogue as a table: its columns, its order by any of them, its pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.core.address.table import NAME, TableRequest
from dashboard.core.catalogue.bits import Mask
from dashboard.core.catalogue.text_columns import factorize
from dashboard.core.fields.activity import ACCOUNT, ACTIVITY, MEANS
from dashboard.core.fields.field import Field
from dashboard.core.fields.identity import IDENTITY, PLACE
from dashboard.core.fields.precision import POSITIONS
from dashboard.core.fields.tables import DERIVED_COLUMNS
from dashboard.core.fields.text import fold
from dashboard.core.fields.vocabulary import Vocabulary

PAGE_SIZE = 50
_NUMBERS = ("integer", "number")
_COMPARED = 40
"""Long texts are put in order by their beginning: folding 200,000 whole ones takes seconds."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: key in the catalogue's rows, French title, kind of its cells (`Field.kind`), closed list, group."""

    key: str
    title: str
    kind: str
    vocabulary: Vocabulary | None
    group: str


def _columns(group: str, fields: Iterable[Field]) -> tuple[Column, ...]:
    return tuple(Column(field.key, field.title, field.kind, field.vocabulary, group) for field in fields)


DECLARED = (
    *_columns("identite", IDENTITY),
    Column("nature", "Pôle ou projet", "text", None, "identite"),
    *_columns("lieu", PLACE),
    Column("epci_label", "Intercommunalité", "text", None, "lieu"),
    Column("precision", "Précision de la position", "vocabulary", POSITIONS, "lieu"),
    *_columns("activite", ACTIVITY),
    *_columns("moyens", MEANS),
    *_columns("sources", ACCOUNT),
)


@dataclass(frozen=True, eq=False)
class TablePage:
    """One page: `rows`, the numbers of its rows in the catalogue; its number, from 1; pages and rows in all."""

    rows: NDArray[np.int64]
    number: int
    pages: int
    total: int

    @property
    def first(self) -> int:
        """The place of its first row among all, from 1; 0 if there is none."""
        return (self.number - 1) * PAGE_SIZE + 1 if self.total else 0


class Table:
    """The rows of a catalogue, in the order of their names, asked page by page in any order."""

    def __init__(self, rows: pd.DataFrame) -> None:
        """`rows` are those of a catalogue; the columns that no field declares come last, as text."""
        self._rows = rows
        known = {column.key for column in DECLARED} | {*DERIVED_COLUMNS, "geometry"}
        others = tuple(Column(str(key), str(key), "text", None, "autres") for key in rows.columns if key not in known)
        self.columns = {column.key: column for column in (*DECLARED, *others)}
        self._order = lru_cache(maxsize=32)(self._sort)

    def arrange(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of the keys that are columns, each once, in the order of the table."""
        asked = set(keys)
        return tuple(key for key in self.columns if key in asked)

    def page(self, shown: Mask, request: TableRequest) -> TablePage:
        """A page of the rows that are shown, the last one if there are not so many. Blanks come last, both ways."""
        order = self._order(request.sort, request.is_descending)
        chosen = order[shown.to_bool()[order]]
        pages = max(1, -(-len(chosen) // PAGE_SIZE))
        number = min(request.page, pages)
        return TablePage(chosen[(number - 1) * PAGE_SIZE : number * PAGE_SIZE], number, pages, len(chosen))

    def values(self, key: str, rows: NDArray[np.int64]) -> list[Any]:
        """The cells of some rows, as the catalogue holds them, None for a number not given; `id` is the index."""
        if key == "id":
            return list(self._rows.index[rows])
        cells = list(self._rows[key].iloc[rows])
        is_number = self.columns[key].kind in _NUMBERS
        return [None if pd.isna(cell) else cell for cell in cells] if is_number else cells

    def _sort(self, key: str, is_descending: bool) -> NDArray[np.int64]:
        """The numbers of all the rows in the order of a column; equal cells stay in the order of the names."""
        if key == NAME:
            order = np.arange(len(self._rows))
            return order[::-1] if is_descending else order
        ranks, blank = self._ranks(self.columns[key])
        last = ranks.max(initial=0) + 1
        return np.argsort(np.where(blank, last, last - 1 - ranks if is_descending else ranks), kind="stable")

    def _ranks(self, column: Column) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The rank of each row's cell among the distinct ones, from 0, and which cells are blank."""
        cells = self._rows.index.to_series() if column.key == "id" else self._rows[column.key]
        if column.kind in _NUMBERS:
            numbers = pd.to_numeric(cells).astype("Float64").to_numpy(dtype=float, na_value=np.nan)
            _, ranks = np.unique(numbers, return_inverse=True)
            return ranks, np.isnan(numbers)
        of_row, distinct = factorize(cells)
        keys = [_sort_key(column, cell) for cell in distinct]
        rank_of = np.empty(len(keys), dtype=np.int64)
        rank_of[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
        blank = np.array([not cell for cell in distinct], dtype=np.bool_)
        if not len(of_row):
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.bool_)
        return rank_of[of_row], blank[of_row]


def _sort_key(column: Column, cell: str | tuple[str, ...]) -> tuple[int, str]:
    """Terms of a closed list come in its order; lists and texts as a reader would put them, accents aside."""
    vocabulary = column.vocabulary
    if vocabulary is not None and isinstance(cell, str):
        return (vocabulary.codes.index(cell), "") if cell in vocabulary.codes else (len(vocabulary.codes), cell)
    if vocabulary is not None:
        known = set(vocabulary.codes)
        return 0, " ".join(fold(vocabulary.label(code) if code in known else code) for code in cell)
    return 0, fold((cell if isinstance(cell, str) else " ".join(cell))[:_COMPARED])
