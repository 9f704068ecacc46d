"""Rows of text joined by columns, 200,000 at a time: each distinct cell is written once, the rest is done by Arrow."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

_ROWS_AT_ONCE = 8192
"""Few enough for a processor's cache, enough for Arrow to be quick."""
_THREADS = 2


@dataclass(frozen=True, eq=False)
class TextColumn:
    """A column ready to be joined: its distinct texts, and for each row the number of its text."""

    texts: pa.Array
    numbers: NDArray[np.int32]

    def between(self, start: int, end: int) -> pa.Array:
        """The texts of these rows."""
        return self.texts.take(pa.array(self.numbers[start:end]))


def join_rows(columns: Sequence[TextColumn], *, head: bytes, separator: str, before: str = "", after: str) -> bytes:
    """UTF-8: `head`, then for each row `before`, the columns' texts with the separator between them, and `after`."""
    first, *others = columns
    last = others.pop()
    bounds = [TextColumn(end_to_end(before, first.texts), first.numbers), *others,
              TextColumn(end_to_end(last.texts, after), last.numbers)]  # fmt: skip
    glue = pa.scalar(separator, pa.large_string())

    def lines(start: int) -> memoryview:
        parts = [column.between(start, start + _ROWS_AT_ONCE) for column in bounds]
        # An Arrow array of text is its texts end to end, and where each begins.
        return memoryview(pc.binary_join_element_wise(*parts, glue).buffers()[2])

    with ThreadPoolExecutor(_THREADS) as threads:
        return b"".join([head, *threads.map(lines, range(0, len(first.numbers), _ROWS_AT_ONCE))])


def end_to_end(*parts: pa.Array | str) -> pa.Array:
    """For each row, these texts one after the other."""
    arrays = [pa.scalar(part, pa.large_string()) if isinstance(part, str) else part for part in (*parts, "")]
    return pc.binary_join_element_wise(*arrays)


def texts_of(cells: Sequence[str]) -> pa.Array:
    """Distinct texts as Arrow holds them."""
    return pa.array(cells, type=pa.large_string())


def decimal(value: float) -> str:
    """The shortest digits that read back as the same number, without exponent."""
    text = repr(value)
    return text if "e" not in text else f"{value:.17f}".rstrip("0")
