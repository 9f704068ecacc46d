"""CSV for a French spreadsheet: byte order mark, `;`, CRLF, no cell that would run as a formula."""

import codecs

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.adapters.writing_rows import Written, decimal, end_to_end, join_rows, texts_of
from dashboard.domain.export_table import LIST_KINDS, ExportColumn, ExportTable
from dashboard.domain.fields_computed import PROVENANCE_FIELD
from dashboard.domain.formulas import DANGEROUS

_TO_QUOTE = '[";\r\n]'


def to_csv(table: ExportTable, provenance: str) -> bytes:
    """The table as CSV; the provenance stands in a last column, on the first row only."""
    numbers = np.minimum(np.arange(len(table), dtype=np.int32), 1)
    account = ExportColumn(PROVENANCE_FIELD.key, "text", numbers, (provenance, None))
    columns = (*table.columns, account)
    header = ";".join(_written(texts_of([column.key for column in columns])).to_pylist())
    head = codecs.BOM_UTF8 + f"{header}\r\n".encode()
    return join_rows(
        [Written(_texts(column), column.numbers) for column in columns], head=head, separator=";", after="\r\n"
    )


def _texts(column: ExportColumn) -> pa.Array:
    if column.kind == "number":
        return texts_of(["" if cell is None else decimal(cell) for cell in column.cells])
    if column.kind == "integer":
        return texts_of(["" if cell is None else str(cell) for cell in column.cells])
    if column.kind in LIST_KINDS:
        return _written(texts_of(["|".join(cell or ()) for cell in column.cells]))
    return _written(column.texts)


def _written(texts: pa.Array) -> pa.Array:
    """Texts as CSV writes them: formulas neutralised (`formulas.neutralise`), quotes where they are needed."""
    texts = pc.if_else(pc.match_substring_regex(texts, DANGEROUS), end_to_end("'", texts), texts)
    quoted = end_to_end('"', pc.replace_substring(texts, '"', '""'), '"')
    return pc.if_else(pc.match_substring_regex(texts, _TO_QUOTE), quoted, texts)
