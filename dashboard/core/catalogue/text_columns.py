"""Columns of text in little room: where cells repeat, each distinct one is held once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from dashboard.core.fields.tables import DERIVED_COLUMNS, POLE_FIELDS


def is_repetitive(distinct: int, rows: int) -> bool:
    """Whether a column of so many distinct cells is better held as a categorical.

    It costs 500 bytes a distinct cell: pandas keeps an index of them.
    """
    return 2 * distinct <= rows


def compact(texts: pd.Series | Sequence[str]) -> pd.Categorical | pd.api.extensions.ExtensionArray:
    """The texts as a categorical of the distinct ones, in alphabetical order; as they are where most cells differ.

    The same texts always give the same.
    """
    numbers, distinct = pd.factorize(np.asarray(texts, dtype=object), sort=True)
    if not is_repetitive(len(distinct), len(numbers)):
        return pd.array(np.asarray(texts, dtype=object), dtype="str")
    return pd.Categorical.from_codes(numbers, pd.Index(distinct, dtype="str"))


def is_text(column: pd.Series) -> bool:
    """Whether a column is made of text, compact or not."""
    return isinstance(column.dtype, pd.CategoricalDtype | pd.StringDtype)


def factorize(column: pd.Series) -> tuple[NDArray[np.int32], list[Any]]:
    """For each row the number of its cell, and the distinct cells, text or tuples, that these numbers stand for."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(dtype=np.int32), _objects(column.cat.categories).tolist()
    numbers, distinct = pd.factorize(_objects(column))
    return numbers.astype(np.int32), list(distinct)


def _objects(cells: pd.Series | pd.Index) -> NDArray[np.object_]:
    """The cells as Python objects; texts through Arrow, 20 times faster than one by one."""
    if isinstance(cells.dtype, pd.StringDtype):
        texts: NDArray[np.object_] = pa.array(cells.array).to_numpy(zero_copy_only=False)
        return texts
    objects = np.empty(len(cells), dtype=object)
    objects[:] = list(cells)
    return objects


def extra_columns(rows: pd.DataFrame) -> Sequence[str]:
    """The columns that no field declares and that the tool did not make."""
    own = {field.key for field in POLE_FIELDS} | {*DERIVED_COLUMNS, "geometry"}
    return [str(name) for name in rows.columns if name not in own]
