"""Rows of text joined by columns, 200,000 at a time: each distinct cell is written once, the rest is done by Arrow."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.domain.export_table import ExportColumn


def cell_of_each_row(column: ExportColumn, texts: pa.Array) -> pa.Array:
    """The text of each row, `texts` being those of the column's distinct cells."""
    return texts.take(pa.array(column.numbers))


def join_rows(columns: Sequence[pa.Array], *, separator: str, before: str = "", after: str) -> bytes:
    """UTF-8: for each row, `before`, the columns' texts with the separator between them, and `after`."""
    if not len(columns[0]):
        return b""
    lines = pc.binary_join_element_wise(*columns, pa.scalar(separator, pa.large_string()))
    # An Arrow array of text is its texts end to end, and where each begins.
    return end_to_end(before, lines, after).buffers()[2].to_pybytes()


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
