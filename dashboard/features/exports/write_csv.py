"""CSV for a French spreadsheet, no cell of which would run as a formula; the dictionary of the columns as files."""

import codecs
import csv
import io
import json

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.core.fields.computed import PROVENANCE_FIELD
from dashboard.core.fields.reads import LIST_KINDS
from dashboard.core.files.formulas import DANGEROUS, neutralise
from dashboard.features.exports.dictionary import FLAT_HEADINGS, Entry, to_flat_rows, to_records
from dashboard.features.exports.rows import ExportColumn, ExportTable
from dashboard.features.exports.text_rows import TextColumn, decimal, end_to_end, join_rows, texts_of

_TO_QUOTE = '[";\r\n]'


def to_csv(table: ExportTable, provenance: str) -> bytes:
    """The table as CSV; the provenance stands in a last column, on the first row only."""
    numbers = np.minimum(np.arange(len(table), dtype=np.int32), 1)
    account = ExportColumn(PROVENANCE_FIELD.key, "text", numbers, (provenance, None))
    columns = (*table.columns, account)
    header = ";".join(_written(texts_of([column.key for column in columns])).to_pylist())
    head = codecs.BOM_UTF8 + f"{header}\r\n".encode()
    return join_rows(
        [TextColumn(_texts(column), column.numbers) for column in columns], head=head, separator=";", after="\r\n"
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


def dictionary_csv(entries: tuple[Entry, ...]) -> bytes:
    """CSV like that of the rows: byte order mark, `;`, CRLF, formulas neutralised."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(FLAT_HEADINGS)
    writer.writerows([neutralise(cell) for cell in row] for row in to_flat_rows(entries))
    return codecs.BOM_UTF8 + text.getvalue().encode()


def dictionary_json(entries: tuple[Entry, ...]) -> bytes:
    """JSON, a list with one object for each column."""
    return (json.dumps(to_records(entries), ensure_ascii=False, indent=1) + "\n").encode()
