"""CSV for a French spreadsheet: byte order mark, `;`, CRLF, no cell that would run as a formula."""

import codecs
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.adapters.writing_rows import cell_of_each_row, decimal, end_to_end, join_rows, texts_of
from dashboard.domain.export_table import LIST_KINDS, ExportColumn, ExportTable
from dashboard.domain.fields_computed import PROVENANCE_FIELD
from dashboard.domain.formulas import DANGEROUS

_TO_QUOTE = '[";\r\n]'


def to_csv(table: ExportTable, provenance: str) -> bytes:
    """The table as CSV; the provenance stands in a last column, on the first row only."""
    numbers = np.minimum(np.arange(len(table), dtype=np.int32), 1)
    account = ExportColumn(PROVENANCE_FIELD.key, "text", numbers, (provenance, None))
    columns = (*table.columns, account)
    header = ";".join(_written([column.key for column in columns]).to_pylist())
    body = join_rows([cell_of_each_row(column, _texts(column)) for column in columns], separator=";", after="\r\n")
    return codecs.BOM_UTF8 + f"{header}\r\n".encode() + body


def _texts(column: ExportColumn) -> pa.Array:
    if column.kind == "number":
        return texts_of(["" if cell is None else decimal(cell) for cell in column.cells])
    if column.kind == "integer":
        return texts_of(["" if cell is None else str(cell) for cell in column.cells])
    if column.kind in LIST_KINDS:
        return _written(["|".join(cell or ()) for cell in column.cells])
    return _written([cell or "" for cell in column.cells])


def _written(cells: Sequence[str]) -> pa.Array:
    """Texts as CSV writes them: formulas neutralised (`formulas.neutralise`), quotes where they are needed."""
    texts = texts_of(cells)
    texts = pc.if_else(pc.match_substring_regex(texts, DANGEROUS), end_to_end("'", texts), texts)
    quoted = end_to_end('"', pc.replace_substring(texts, '"', '""'), '"')
    return pc.if_else(pc.match_substring_regex(texts, _TO_QUOTE), quoted, texts)
